import fc from 'fast-check';
import { expect, test } from 'vitest';
import { START } from './needs.ts';
import { placeFinder } from './places.ts';
import { wordTables } from './word-tables.ts';

const UNITS = [
  'a',
  'B',
  'c',
  '_',
  ' ',
  '\n',
  '-',
  '/',
  'é',
  '한',
  '글',
  '、',
  '😀',
  '\ud83d',
] as const;
const units = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...UNITS), { minLength: least, maxLength: most })
    .map((it) => it.join(''));
const lower = (text: string) => text.replace(/[A-Z]+/g, (it) => it.toLowerCase());
/** As clauses hold them: whole characters, ASCII in lower case, three bytes or two characters at least. */
const word = units(1, 5)
  .filter((it) => !/\p{Cs}/u.test(it) && (it.length > 1 || it > '\u07ff'))
  .chain((it) => fc.boolean().map((start) => (start && /^\w/.test(it) ? START : '') + lower(it)));
const clauses = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 6 });

/** The same by looking for each text by itself. */
function oneByOne(text: string, clause: readonly string[]): readonly number[] {
  const plain = lower(text);
  const found: number[] = [];
  for (let at = 0; at < text.length; at++)
    if (
      clause.some((it) =>
        it.startsWith(START)
          ? plain.startsWith(it.slice(START.length), at) && !/\w/.test(plain[at - 1] ?? '')
          : plain.startsWith(it, at),
      )
    )
      found.push(at);
  return found;
}

test('each clause has the places that a search for its texts one by one finds', () => {
  // What lies in front is read as a piece of its own, and words go on across the border.
  const front = fc.constantFrom(0, 0, 32_765, 32_766, 32_767, 32_768, 65_535).map((length) => {
    const pattern = 'a b 한 😀 /'.repeat(Math.ceil(length / 10));
    return pattern.slice(0, length);
  });
  fc.assert(
    fc.property(
      clauses,
      fc.array(fc.tuple(front, units(0, 30)), { maxLength: 2 }),
      (all, texts) => {
        const find = placeFinder(wordTables(all));
        for (const text of texts.map(([before, rest]) => before + rest)) {
          const { from, items } = find(text);
          for (const [index, clause] of all.entries()) {
            const places = items.subarray(from[index], from[index + 1]);
            expect([...new Set(places)]).toEqual(oneByOne(text, clause));
          }
        }
      },
    ),
    { seed: 6, numRuns: 150 },
  );
});

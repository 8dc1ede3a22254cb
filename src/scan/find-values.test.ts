import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueFinder } from './find-values.ts';

const MOST = 5;
const PIECE = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/'), maxLength: 6 });
const VALUES = fc.array(
  fc.tuple(PIECE, PIECE).map(([before, after]) => `${before}a.${after}b`),
  { maxLength: 8 },
);

function oneByOne(text: string, values: readonly string[]) {
  return values.flatMap((it, value) => {
    const found: { value: number; at: number }[] = [];
    for (let at = text.indexOf(it); at >= 0; at = text.indexOf(it, at + 1))
      found.push({ value, at });
    return found.slice(0, MOST);
  });
}

test('one pass finds what a search for each value finds', () => {
  fc.assert(
    fc.property(VALUES, fc.array(PIECE, { maxLength: 60 }), (values, pieces) => {
      const text = [...values, ...pieces, ...values].join('');
      expect(valueFinder(values, MOST)(text)).toEqual(oneByOne(text, values));
    }),
  );
});

test('a value that cannot be found this way is refused', () => {
  expect(() => valueFinder(['localhost'], 1)).toThrow(RangeError);
  expect(() => valueFinder(['.x'], 1)).toThrow(RangeError);
});

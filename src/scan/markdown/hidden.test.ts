import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionsIn } from '../snippet.ts';
import { decode } from '../source-file.ts';
import { hiddenIn } from './hidden.ts';

const saidOf = (text: string) =>
  hiddenIn(text, false, positionsIn('a.md', text)).map(({ message }) => message);

/** Every character in turn, as it is said: more than 60 blank lines, or 400 blanks, before more text. */
function isPushedAway(text: string): boolean {
  let lines = 0;
  let blanks = 0;
  for (const c of text) {
    if (c === '\n') {
      lines++;
      blanks = 0;
    } else if (/[ \t\r]/.test(c)) blanks++;
    else if (lines > 60 || blanks > 400) return true;
    else {
      lines = 0;
      blanks = 0;
    }
  }
  return false;
}

test('no run of blanks is missed, wherever it lies', () => {
  const run = fc
    .tuple(fc.constantFrom('\n', ' ', '\t', 'a', 'word '), fc.integer({ min: 1, max: 430 }))
    .map(([c, count]) => c.repeat(count));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
      const text = runs.join('');
      expect(saidOf(text).includes('distance')).toBe(isPushedAway(text));
    }),
    { seed: 6, numRuns: 500 },
  );
});

test.each([
  ['invisible', `a${'\u200b\ufe0f'.repeat(3)}b`],
  ['invisible', '\u{e0100}\u{e01ef}\u{e0100}\u{e0100}\u{e0100}\u{e0100}'],
  ['tags', 'a\u{e0041}\u{e0042}\u{e0043}\u{e0044}'],
  ['direction', 'a\u202eb'],
])('%s is seen among few characters', (message, text) => {
  expect(saidOf(text)).toContain(message);
});

test('emoji are no hidden text', () => {
  expect(
    saidOf('✔️ 🐠🐡🐠🐡🐠🐡 👩‍👩‍👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'),
  ).toEqual([]);
});

test('no run of what is not seen is missed, wherever it lies', () => {
  const piece = fc.constantFrom(
    ...['\u00ad', '\u180e', '\u200b', '\u200c', '\u200d', '\u2060', '\u2064', '\ufe00', '\ufe0f'],
    ...['\ufeff', '\u{e0020}', '\u{e0041}', '\u{e007e}', '\u{e0100}', '\u{e01ef}', '\u{e01f0}'],
    ...['\udb40', '\udc41', '\ud83d', 'a', ' ', '한', '😀'],
  );
  const pieces = fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 7 })), { maxLength: 6 });
  fc.assert(
    fc.property(pieces, (all) => {
      const text = all.map(([c, count]) => c.repeat(count)).join('');
      const characters = [...text];
      const isRun = (least: number, is: RegExp) =>
        characters.some((_, i) => {
          const run = characters.slice(i, i + least);
          return run.length === least && run.every((c) => is.test(c));
        });
      const isUnseen =
        /^(?:[\u200b\u200c\u2060-\u2064\ufeff\u00ad\u180e]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])$/u;
      expect(saidOf(text).includes('invisible')).toBe(isRun(6, isUnseen));
      expect(saidOf(text).includes('tags')).toBe(isRun(4, /^[\u{e0020}-\u{e007e}]$/u));
    }),
    { seed: 6, numRuns: 3000 },
  );
});

test('a text of as many bytes as characters hides none of them', () => {
  const encoder = new TextEncoder();
  const piece = fc.oneof(
    fc
      .constantFrom('\u200b'.repeat(7), '\u{e0041}'.repeat(5), '\u202e', '\ufeff', 'a', '한', '\n')
      .map((it) => encoder.encode(it)),
    fc.uint8Array({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const bytes = Uint8Array.from(pieces.flatMap((it) => [...it]));
      const text = decode(bytes);
      const said = (ascii: boolean) => hiddenIn(text, ascii, positionsIn('a.md', text));
      expect(said(bytes.length === text.length)).toEqual(said(false));
    }),
    { seed: 6, numRuns: 1000 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInert } from './comments.ts';
import { blank } from './spans.ts';

const strip = (text: string) => blank(text, findInert(text).comments);
/** Whether `X` is still there once comments are gone. */
const keeps = (text: string) => strip(text).includes('X');

test.each([
  '// X',
  'a / b; // X',
  '/* X */ f()',
  '#!/usr/bin/env node\n// X',
  '`a \u0024{b /* X */} c`',
  '`//` // X',
  '"//" + \'/*\' // X',
  'return /[/*"]/; // X',
  'x = !/"/.test(y); // X',
  'if (y) /"/.test(y); // X',
  'f(y) / 2; // X',
  'x.in / 2; // X',
  'a = { b: `}` } // X',
  'for (;;) {} // X',
])('a comment: %s', (text) => {
  expect(keeps(text)).toBe(false);
});

test.each([
  '"// X"',
  "'\\'// X'",
  '`/* \u0024{X} */`',
  '/[/*]/; X //',
  'x = /\\/*/; X /* */',
  'if (y) /[/*]/.test(y); X; /* */',
  '// a\nX',
  '// a\rX',
  '// a\u2028X',
  '/* a */ X',
  'return/[/*]/; X /* */',
])('code: %s', (text) => {
  expect(keeps(text)).toBe(true);
});

test.each([
  '} /[/*]/; X /* */',
  'let n: T\n/[/*]/.test(s); X /* */',
  'n! / "/*"; X; "*/"',
  's as void / "/"; \'a"//\'; X',
  'await (s) /[/*]/; X /* */',
  "<p>it's</p> // X",
  '<!-- `\nX //`',
  'x = `never closed // X',
])('where it can be read in two ways, all is code: %s', (text) => {
  expect(keeps(text)).toBe(true);
});

test('descriptions are texts with blanks in them', () => {
  const text = 'f("POST", "a post", `the \u0024{name} post`, `x`)';
  expect(findInert(text).prose.map(([start, end]) => text.slice(start, end))).toEqual([
    '"a post"',
    'the ',
    ' post',
  ]);
});

test('any text: same length, same lines, no throwing', () => {
  const pieces = fc.constantFrom(
    ...['/', '*', '"', "'", '`', '${', '}', '{', '(', ')', '[', ']', '\\', '\n', '\r', ' ', 'a'],
    ...['\u2028', 'return', '//', '/*', '*/', '!', '>', '<!--', 'é'],
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { comments, prose } = findInert(text);
      const stripped = blank(
        text,
        [...comments, ...prose].sort(([a], [b]) => a - b),
      );
      expect(stripped.length).toBe(text.length);
      expect(stripped.split('\n').length).toBe(text.split('\n').length);
    }),
  );
});

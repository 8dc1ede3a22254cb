import { expect, test } from 'vitest';
import { formatMessage } from './format.ts';

const many = Array.from({ length: 11 }, (_, i) => `n${i}`);

test.each([
  ['{a} of {b}', { a: 1, b: 'two' }, '1 of two'],
  ['see {list}', { list: ['x'] }, 'see x'],
  ['see {list}', { list: ['x', 'y', 'z'] }, 'see x, y and z'],
  ['see `{list}`', { list: ['x', 'y'] }, 'see `x` and `y`'],
  ['see {list}', { list: many }, 'see n0, n1, n2, n3, n4, n5, n6, n7 and 3 more'],
  ['see {list}', { list: [] }, 'see none'],
  ['{missing} {constructor}', {}, '{missing} {constructor}'],
  ['{a}', { a: '{b}', b: 'no' }, '{b}'],
  ['{a}', { a: '$& $1' }, '$& $1'],
  ['{a}', { a: 'two\nlines\x1b[1m' }, 'two\\nlines\\x1b[1m'],
])('%j with %j', (template, args, text) => {
  expect(formatMessage(template, args, 'en')).toBe(text);
});

test('joins lists as Korean does', () => {
  expect(formatMessage('{list}', { list: ['x', 'y'] }, 'ko')).toBe('x, y');
  expect(formatMessage('`{list}`', { list: many }, 'ko')).toMatch(/`n7` 외 3개$/);
});

test('cuts a long argument', () => {
  const text = formatMessage('{a}', { a: 'x'.repeat(100_000) }, 'en');
  expect(text).toBe(`${'x'.repeat(399)}…`);
});

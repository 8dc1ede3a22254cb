import { expect, test } from 'vitest';
import { createCleaner } from './clean.ts';

const SECRET = 'made-up.credential$of the test';
const clean = createCleaner([SECRET, 'hush', 'a.*(', '']);

test.each([
  ['nothing in it', 'nothing in it'],
  [`<${SECRET}> and hush`, '<***> and ***'],
  ['hushed up: aXY(', 'hushed up: aXY('],
  ["'a.*(' is wrong", "'***' is wrong"],
  ['cut off: made-up.credential$of th', 'cut off: made-up.***$of th'],
  ['\x1b[2J\u202e\n', '\\x1b[2J\\u{202e}\\n'],
])('%j', (text, shown) => {
  expect(clean(text)).toBe(shown);
});

test('what is long is cut, however often the credential is in it', () => {
  const shown = clean(SECRET.repeat(10_000));
  expect(shown.length).toBeLessThanOrEqual(160);
  expect(shown).toMatch(/^[*…]+$/);
});

import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const KNOWN = ['json', 'only', 'quiet', 'no-color', 'from-snapshot', 'require-complete'];

test.each([
  ['jsno', 'json'],
  ['JSON', 'json'],
  ['nocolor', 'no-color'],
  ['require', 'require-complete'],
  ['form-snapshto', 'from-snapshot'],
  ['zzzzzz', undefined],
  ['x', undefined],
  ['q'.repeat(100_000), undefined],
])('%.20s is nearest to %s', (typed, meant) => {
  expect(nearest(typed, KNOWN)).toBe(meant);
});

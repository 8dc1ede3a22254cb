import { expect, test } from 'vitest';
import { boundedBy, HangError } from './bounded.ts';

test('what ends in time gives its result or its error, and what hangs is ended', () => {
  const run = boundedBy(200);
  expect(run(() => undefined)).toBeUndefined();
  expect(run(() => 1)).toBe(1);
  expect(() =>
    run(() => {
      throw new RangeError('own');
    }),
  ).toThrow(RangeError);
  expect(() =>
    run(() => {
      for (;;);
    }),
  ).toThrow(HangError);
  expect(run(() => 2)).toBe(2);
});

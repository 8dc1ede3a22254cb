import { expect, test } from 'vitest';
import { setEngineFlags } from './engine-flags.ts';

test('an expression that ran before the flags were set runs after it, too', () => {
  const pattern = /a(b+)c/;
  expect(pattern.test('xabbc')).toBe(true);
  setEngineFlags();
  // The engine used to be told to forget how it had compiled it, and the process ended here.
  expect(pattern.test('xabbc')).toBe(true);
  expect('xabbc'.replace(pattern, '$1')).toBe('xbb');
});

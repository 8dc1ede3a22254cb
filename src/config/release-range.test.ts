import { expect, test } from 'vitest';
import { parseRelease } from './release.ts';
import { inRange, parseRange } from './release-range.ts';

function matches(range: string, version: string): boolean {
  const [parsed, release] = [parseRange(range), parseRelease(version)];
  if (!parsed || !release) throw new Error(`${range} ${version}`);
  return inRange(parsed, release);
}

test.each([
  ['<2026.2.22', '2026.2.21-2', true],
  ['<2026.2.22', '2026.2.22-beta.1', true],
  ['<2026.2.22', '2026.2.22', false],
  ['<=2026.2.21', '2026.2.21', true],
  ['<=2026.2.21', '2026.2.21-1', false],
  ['<=2026.2.21-2', '2026.2.21-1', true],
  ['>=2026.2.13 <2026.2.25', '2026.2.12', false],
  ['>=2026.2.13 <2026.2.25', '2026.2.13', true],
  ['>= 2026.2.13 < 2026.2.25', '2026.2.25', false],
  ['>=2026.4.12-beta.1 <2026.4.20', '2026.4.12', true],
  ['=2026.3.1', '2026.3.1', true],
  ['2026.3.1', '2026.3.2', false],
  ['<=2026.2.21 || =2026.2.21-2', '2026.2.21-1', false],
  ['<=2026.2.21 || =2026.2.21-2', '2026.2.21-2', true],
  ['>2026.3.1', '2026.3.1', false],
])('%s and %s: %j', (range, version, expected) => {
  expect(matches(range, version)).toBe(expected);
});

test.each(['', '*', '^2026.2.1', '<', '<2026.2', '>=2026.2.1 || ', 'all', '<2026.2.1,>2026.1.1'])(
  '%j is no range',
  (text) => expect(parseRange(text)).toBeUndefined(),
);

test('a range of endless alternatives is no range', () => {
  expect(parseRange(Array(60).fill('=2026.2.1').join(' || '))).toBeUndefined();
});

import { expect, test } from 'vitest';
import { compareReleases, parseRelease, type Release } from './release.ts';

const release = (text: string): Release => {
  const parsed = parseRelease(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

test('releases stand in the order in which they came out', () => {
  const ordered = [
    '2026.1.29-beta.1',
    '2026.1.29',
    '2026.2.9',
    '2026.2.21',
    '2026.2.21-1',
    '2026.2.21-2',
    '2026.2.21-10',
    '2026.2.22',
    '2026.9.1-alpha.3',
    '2026.9.1-beta.1',
    '2026.9.1-beta.2',
    '2026.9.1-beta.10',
    '2026.9.1',
    '2026.10.1',
    '2027.1.1',
  ];
  const shuffled = [...ordered].reverse();
  expect(shuffled.sort((a, b) => compareReleases(release(a), release(b)))).toEqual(ordered);
});

test.each([
  ['v2026.2.24', '2026.2.24'],
  [' 2026.2.24 ', '2026.2.24'],
  ['2026.02.24', '2026.2.24'],
  ['2026.2.24+build.7', '2026.2.24'],
])('%j is %j', (a, b) => {
  expect(compareReleases(release(a), release(b))).toBe(0);
});

test.each(['', '2026.2', '2026', 'latest', '2026.2.24-', '2026.2.24 || x', '1.2.3', '2026.2.1.1'])(
  '%j names no release',
  (text) => expect(parseRelease(text)).toBeUndefined(),
);

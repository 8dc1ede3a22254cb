import { expect, test } from 'vitest';
import { knowledgeOf, NEWEST_KNOWN, OLDEST_KNOWN, orderReleases } from './known-releases.ts';

test('releases order as they came out', () => {
  const inOrder = [
    '2025.12.1',
    '2026.2.21-beta.1',
    '2026.2.21',
    '2026.2.21-2',
    '2026.2.21-10',
    '2026.2.22',
    '2026.9.1-beta.1',
    '2026.9.1-beta.2',
    '2026.9.1',
    '2026.10.1',
    'what?',
  ];
  expect([...inOrder].reverse().sort(orderReleases)).toEqual(inOrder);
  expect(orderReleases('what?', 'ever')).toBe(0);
});

test('a release is judged by the known one whose config it reads', () => {
  for (const version of ['2025.11.3', '2026.2.24', '2026.2.30', '2026.6.10', '2026.7.31'])
    expect(knowledgeOf(version)).toMatchObject({ generation: '2026.2', rules: OLDEST_KNOWN });
  for (const version of ['2026.8.1', '2026.8.1-beta.2', '2026.9.6', '2027.1.1', 'what?'])
    expect(knowledgeOf(version)).toMatchObject({ generation: '2026.9', rules: NEWEST_KNOWN });
});

test('what is known of single keys does not hold for later months', () => {
  for (const version of ['2025.11.3', '2026.2.30', '2026.8.1', '2026.9.6', '2026.9.9', 'what?'])
    expect(knowledgeOf(version).keysKnown).toBe(true);
  for (const version of ['2026.3.1', '2026.7.31', '2026.10.1', '2027.1.1'])
    expect(knowledgeOf(version).keysKnown).toBe(false);
});

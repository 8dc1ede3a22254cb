import { expect, test } from 'vitest';
import list from '../../data/advisories.json' with { type: 'json' };
import { readAdvisories, toTable } from './advisory-data.ts';

const ONE = {
  id: 'GHSA-aaaa-bbbb-cccc',
  cve: null,
  severity: 'high',
  affectedRange: '<2026.2.22',
  fixedVersion: '2026.2.22',
  title: 'gateway: something',
  url: 'https://example.com/advisory',
};
const DATA = { date: '2026-03-01', sources: ['somewhere'] };

test('the list that comes along is in order', () => {
  const outcome = readAdvisories(list);
  if (!outcome.ok) throw new Error(`${outcome.at}: ${outcome.expected}`);
  expect(outcome.value.advisories.length).toBeGreaterThan(600);
  expect(outcome.value.data.sources.length).toBeGreaterThan(0);
  // What does not add up in it is said, not hidden.
  expect(outcome.value.data.notes?.join('\n')).toContain('GHSA-fhvm-j76f-qmjv');
});

test('a list becomes a table', () => {
  const outcome = readAdvisories({ data: DATA, advisories: [ONE] });
  if (!outcome.ok) throw new Error(outcome.at);
  expect(toTable(outcome.value)).toMatchObject({
    date: '2026-03-01',
    releases: ['2026.2.22'],
    groups: [{ reach: [0, 0], fixed: 1, ids: `\t${ONE.id}\t\t\t` }],
  });
});

test.each([
  [[], '(root)'],
  [{}, 'data'],
  [{ data: { ...DATA, date: '2026-02-30' }, advisories: [] }, 'data.date'],
  [{ data: { ...DATA, date: 'today' }, advisories: [] }, 'data.date'],
  [{ data: DATA, advisories: {} }, 'advisories'],
  [{ data: DATA, advisories: [ONE, ONE] }, 'advisories[1].id'],
  [{ data: DATA, advisories: [{ ...ONE, id: 'two words' }] }, 'advisories[0].id'],
  [{ data: DATA, advisories: [{ ...ONE, severity: 'severe' }] }, 'advisories[0].severity'],
  [{ data: DATA, advisories: [{ ...ONE, affectedRange: '^2026' }] }, 'advisories[0].affectedRange'],
  [{ data: DATA, advisories: [{ ...ONE, fixedVersion: 'soon' }] }, 'advisories[0].fixedVersion'],
  [{ data: DATA, advisories: [{ ...ONE, url: 'javascript:1' }] }, 'advisories[0].url'],
  [{ data: DATA, advisories: [{ ...ONE, title: 'x'.repeat(501) }] }, 'advisories[0].title'],
])('%# is refused, and the place is told', (value, at) => {
  expect(readAdvisories(value)).toMatchObject({ ok: false, at });
});

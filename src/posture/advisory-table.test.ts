import fc from 'fast-check';
import { expect, test } from 'vitest';
import list from '../../data/advisories.json' with { type: 'json' };
import bundled from '../../data/advisory-table.json' with { type: 'json' };
import { compareReleases, parseRelease } from '../config/release.ts';
import {
  type AdvisoryFacts,
  type AdvisoryTable,
  isAffected,
  matchAdvisories,
  tableOf,
} from './advisory-table.ts';

const facts = (
  id: string,
  severity: AdvisoryFacts['severity'],
  affectedRange: string,
  fixedVersion: string | null,
): AdvisoryFacts => ({ id, severity, affectedRange, fixedVersion });

const LIST = [
  facts('A', 'medium', '<2026.2.10', '2026.2.10'),
  facts('B', 'critical', '<2026.2.22', '2026.2.22'),
  facts('C', 'critical', '<2026.2.10', '2026.2.10'),
  facts('D', 'low', '<=2026.2.25', null),
  facts('E', 'high', '>=2026.2.22 <2026.3.1', '2026.3.1'),
  facts('F', null, '<=2026.1.5', '2026.1.5'),
];

function match(list: readonly AdvisoryFacts[], version: string) {
  const release = parseRelease(version);
  if (!release) throw new Error(version);
  return matchAdvisories(tableOf('2026-03-01', list), release);
}

test('those that concern a release, worst first, and what is free of all of them', () => {
  expect(match(LIST, '2026.2.9')).toEqual({
    count: 4,
    ids: { critical: ['C', 'B'], high: [], medium: ['A'], low: ['D'], unrated: [] },
    // 2026.2.22 fixes A, B and C, and is still in the range of D.
    fixedIn: '2026.3.1',
    unfixed: ['D'],
  });
});

test('a flaw that came in later does not concern earlier releases', () => {
  expect(match(LIST, '2026.2.21').ids.high).toEqual([]);
  expect(match(LIST, '2026.2.23').ids.high).toEqual(['E']);
  expect(match(LIST, '2026.3.1').count).toBe(0);
});

test('a fix that is in its own range is no fix', () => {
  const { unfixed, ids } = match(LIST, '2026.1.5');
  expect(unfixed).toEqual(['D', 'F']);
  expect(ids.unrated).toEqual(['F']);
});

test('where no release is free of all, none is named', () => {
  expect(match([facts('A', 'high', '<=2026.2.25', null)], '2026.2.1')).toMatchObject({
    count: 1,
    fixedIn: undefined,
    unfixed: ['A'],
  });
});

test('the bundled table says of every release what the entries of the list say one by one', () => {
  const table: AdvisoryTable = bundled;
  const release = fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('', '-1', '-2', '-beta.1'),
    )
    .map(([month, day, suffix]) => `2026.${month}.${day}${suffix}`);
  fc.assert(
    fc.property(fc.oneof(release, fc.constantFrom(...table.releases)), (version) => {
      const parsed = parseRelease(version);
      if (!parsed) throw new Error(version);
      const { ids, count, fixedIn } = matchAdvisories(table, parsed);
      const reached = list.advisories.filter(({ affectedRange }) =>
        isAffected(affectedRange, parsed),
      );
      expect(Object.values(ids).flat().sort()).toEqual(reached.map(({ id }) => id).sort());
      expect(count).toBe(reached.length);
      const fix = parseRelease(fixedIn ?? '');
      if (!fix || count === 0) return;
      expect(compareReleases(fix, parsed)).toBeGreaterThan(0);
      expect(reached.filter(({ affectedRange }) => isAffected(affectedRange, fix))).toEqual([]);
    }),
    { numRuns: 200, seed: 4 },
  );
});

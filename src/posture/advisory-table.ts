import { compareReleases, parseRelease, type Release } from '../config/release.ts';
import { inRange, parseRange } from '../config/release-range.ts';

/** Worst first. An advisory without a rating is `unrated`. */
export const ADVISORY_LEVELS = ['critical', 'high', 'medium', 'low', 'unrated'] as const;
type AdvisoryLevel = (typeof ADVISORY_LEVELS)[number];
type AdvisoryIds = { readonly [L in AdvisoryLevel]: readonly string[] };

/** What is needed of an advisory to know whom it concerns. */
export interface AdvisoryFacts {
  readonly id: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | null;
  /** As `parseRange` reads it. */
  readonly affectedRange: string;
  /** The first release without the flaw; null when none is recorded. */
  readonly fixedVersion: string | null;
}

/** Advisories that concern the same releases and were fixed in the same one. */
interface AdvisoryGroup {
  /** Stretches of the scale of `AdvisoryTable.releases`: from, to, from, to …; both ends included. */
  readonly reach: readonly number[];
  /** Place of the first release without the flaw; left out when none is recorded. */
  readonly fixed?: number | undefined;
  /** A list a level, worst first: tabs between the lists, spaces between ids. */
  readonly ids: string;
}

/**
 * A list of advisories without its words, small and quick enough for every run: where a release
 * stands among those that the list names is looked up once, and all else is comparing numbers. It
 * is kept as JSON in the very form in which it is used.
 */
export interface AdvisoryTable {
  /** `2026-11-22`: what became known later is not in it. */
  readonly date: string;
  /** Every release that is named, oldest first. Number i has place 2i + 1, what lies before it 2i. */
  readonly releases: readonly string[];
  readonly groups: readonly AdvisoryGroup[];
}

export interface AdvisoryMatches {
  readonly count: number;
  readonly ids: AdvisoryIds;
  /** The first recorded fix that none of them reaches any more; undefined when there is none. */
  readonly fixedIn: string | undefined;
  /** Those of which no fix is recorded, worst first. */
  readonly unfixed: readonly string[];
}

type IdLists = { readonly [L in AdvisoryLevel]: string[] };
const noIds = (): IdLists => ({ critical: [], high: [], medium: [], low: [], unrated: [] });

/** Makes the table of a list; ids keep its order. A range that cannot be read concerns no release. */
export function tableOf(date: string, advisories: readonly AdvisoryFacts[]): AdvisoryTable {
  const releases = namedIn(advisories);
  const places = new Map(releases.map((text, i) => [keyOf(text), 2 * i + 1]));
  const placeOf = (release: Release) => places.get(JSON.stringify(release)) ?? 0;
  const groups = new Map<string, GroupDraft>();
  for (const { id, severity, affectedRange, fixedVersion } of advisories) {
    const key = `${affectedRange}|${fixedVersion ?? ''}`;
    const group = groups.get(key) ?? makeGroup(affectedRange, fixedVersion, placeOf);
    group.ids[severity ?? 'unrated'].push(id);
    groups.set(key, group);
  }
  return {
    date,
    releases,
    groups: [...groups.values()].map(({ ids, ...group }) => ({ ...group, ids: joinIds(ids) })),
  };
}

type GroupDraft = Omit<AdvisoryGroup, 'ids'> & { readonly ids: IdLists };

const joinIds = (ids: AdvisoryIds) =>
  ADVISORY_LEVELS.map((level) => ids[level].join(' ')).join('\t');

const keyOf = (text: string) => JSON.stringify(parseRelease(text));

function namedIn(advisories: readonly AdvisoryFacts[]): readonly string[] {
  const named = new Map<string, { readonly text: string; readonly release: Release }>();
  for (const { affectedRange, fixedVersion } of advisories)
    for (const text of [...(affectedRange.match(/\d[^\s|<>=]*/g) ?? []), fixedVersion ?? '']) {
      const release = parseRelease(text);
      if (release) named.set(JSON.stringify(release), { text, release });
    }
  return [...named.values()]
    .sort((a, b) => compareReleases(a.release, b.release))
    .map(({ text }) => text);
}

function makeGroup(
  range: string,
  fix: string | null,
  placeOf: (release: Release) => number,
): GroupDraft {
  const reach = (parseRange(range) ?? []).flatMap((bounds) => {
    let [from, to] = [0, Number.MAX_SAFE_INTEGER];
    for (const { operator, release } of bounds) {
      const place = placeOf(release);
      if (operator === '<') to = Math.min(to, place - 1);
      else if (operator === '<=') to = Math.min(to, place);
      else if (operator === '>') from = Math.max(from, place + 1);
      else if (operator === '>=') from = Math.max(from, place);
      else [from, to] = [Math.max(from, place), Math.min(to, place)];
    }
    return [from, to];
  });
  const release = fix === null ? undefined : parseRelease(fix);
  const fixed = release && placeOf(release);
  // A fix that is itself in the range of what it fixes is a mistake of the list, and no fix.
  const sound = fixed !== undefined && !isReached(reach, fixed);
  return { reach, ...(sound ? { fixed } : {}), ids: noIds() };
}

function isReached(reach: readonly number[], place: number): boolean {
  for (let i = 0; i < reach.length; i += 2)
    if ((reach[i] ?? place) <= place && place <= (reach[i + 1] ?? place)) return true;
  return false;
}

/** Where a release stands on the scale of the table. */
function placeAmong(releases: readonly string[], release: Release): number {
  let [low, high] = [0, releases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = parseRelease(releases[middle] ?? '');
    const order = other ? compareReleases(release, other) : 0;
    if (order === 0) return 2 * middle + 1;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return 2 * low;
}

/** The advisories that concern a release. */
export function matchAdvisories(table: AdvisoryTable, release: Release): AdvisoryMatches {
  const place = placeAmong(table.releases, release);
  const reached = table.groups.filter(({ reach }) => isReached(reach, place));
  const ids = noIds();
  const unfixed = noIds();
  for (const group of reached) {
    const lists = group.ids.split('\t');
    ADVISORY_LEVELS.forEach((level, i) => {
      const own = lists[i] ? lists[i].split(' ') : [];
      ids[level].push(...own);
      if (group.fixed === undefined) unfixed[level].push(...own);
    });
  }
  return {
    count: worstFirst(ids).length,
    ids,
    fixedIn: firstFree(table, reached),
    unfixed: worstFirst(unfixed),
  };
}

const worstFirst = (ids: AdvisoryIds) => ADVISORY_LEVELS.flatMap((level) => ids[level]);

/** The oldest of all fixes on record that lies beyond everything in `reached`. */
function firstFree(
  { releases, groups }: AdvisoryTable,
  reached: readonly AdvisoryGroup[],
): string | undefined {
  const least = Math.max(0, ...reached.map(({ fixed = 0 }) => fixed));
  let found: number | undefined;
  for (const { fixed } of groups)
    if (fixed !== undefined && fixed >= least && (found === undefined || fixed < found))
      if (reached.every(({ reach }) => !isReached(reach, fixed))) found = fixed;
  return found === undefined ? undefined : releases[(found - 1) / 2];
}

/** Whether a range reaches a release. One that cannot be read reaches none. */
export function isAffected(range: string, release: Release): boolean {
  const parsed = parseRange(range);
  return parsed !== undefined && inRange(parsed, release);
}

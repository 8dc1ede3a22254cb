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

/** From and to, both included, as places on the scale of `AdvisoryTable.releases`. */
type Stretch = readonly [from: number, to: number];

/** Advisories that concern the same releases and were fixed in the same one. */
interface AdvisoryGroup {
  readonly stretches: readonly Stretch[];
  /** Place of the first release without the flaw; undefined when none is recorded. */
  readonly fixed: number | undefined;
  readonly ids: AdvisoryIds;
}

/**
 * A list of advisories without its words, small and quick enough for every run: where a release
 * stands among those that the list names is looked up once, and all else is comparing numbers.
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
  const groups = new Map<string, AdvisoryGroup & { readonly ids: IdLists }>();
  for (const { id, severity, affectedRange, fixedVersion } of advisories) {
    const key = `${affectedRange}|${fixedVersion ?? ''}`;
    const group = groups.get(key) ?? makeGroup(affectedRange, fixedVersion, placeOf);
    group.ids[severity ?? 'unrated'].push(id);
    groups.set(key, group);
  }
  return { date, releases, groups: [...groups.values()] };
}

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

function makeGroup(range: string, fix: string | null, placeOf: (release: Release) => number) {
  const stretches = (parseRange(range) ?? []).map((bounds): Stretch => {
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
  const sound = fixed !== undefined && !isReached(stretches, fixed);
  return { stretches, fixed: sound ? fixed : undefined, ids: noIds() };
}

const isReached = (stretches: readonly Stretch[], place: number) =>
  stretches.some(([from, to]) => from <= place && place <= to);

const SEPARATOR = '\t';

/** A line for the date, one for the releases, and one a group: stretches, fix, ids of each level. */
export function encodeTable({ date, releases, groups }: AdvisoryTable): readonly string[] {
  const lines = groups.map(({ stretches, fixed, ids }) =>
    [
      stretches.map(([from, to]) => `${from}-${to}`).join(' '),
      fixed ?? '',
      ...ADVISORY_LEVELS.map((level) => ids[level].join(' ')),
    ].join(SEPARATOR),
  );
  return [date, releases.join(' '), ...lines];
}

/** The inverse of `encodeTable`. */
export function decodeTable([
  date = '',
  releases = '',
  ...lines
]: readonly string[]): AdvisoryTable {
  return { date, releases: words(releases), groups: lines.map(decodeGroup) };
}

const words = (text = '') => (text === '' ? [] : text.split(' '));

function decodeGroup(line: string): AdvisoryGroup {
  const [stretches, fixed = '', ...lists] = line.split(SEPARATOR);
  return {
    stretches: words(stretches).map((stretch): Stretch => {
      const dash = stretch.indexOf('-');
      return [Number(stretch.slice(0, dash)), Number(stretch.slice(dash + 1))];
    }),
    fixed: fixed === '' ? undefined : Number(fixed),
    get ids() {
      const [critical, high, medium, low, unrated] = lists.map(words);
      const none: readonly string[] = [];
      return {
        critical: critical ?? none,
        high: high ?? none,
        medium: medium ?? none,
        low: low ?? none,
        unrated: unrated ?? none,
      };
    },
  };
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
  const reached = table.groups.filter(({ stretches }) => isReached(stretches, place));
  const ids = noIds();
  const unfixed = noIds();
  for (const group of reached) {
    const own = group.ids;
    for (const level of ADVISORY_LEVELS) {
      ids[level].push(...own[level]);
      if (group.fixed === undefined) unfixed[level].push(...own[level]);
    }
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
  const candidates = groups
    .flatMap(({ fixed }) => (fixed !== undefined && fixed >= least ? [fixed] : []))
    .sort((a, b) => a - b);
  const found = candidates.find((fixed) =>
    reached.every(({ stretches }) => !isReached(stretches, fixed)),
  );
  return found === undefined ? undefined : releases[(found - 1) / 2];
}

/** Whether a range reaches a release. One that cannot be read reaches none. */
export function isAffected(range: string, release: Release): boolean {
  const parsed = parseRange(range);
  return parsed !== undefined && inRange(parsed, release);
}

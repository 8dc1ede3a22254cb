import { compareReleases, parseRelease, type Release } from '../config/release.ts';
import { inRange, parseRange, type ReleaseRange } from '../config/release-range.ts';

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
  readonly range: string;
  readonly fixed: string | null;
  readonly ids: AdvisoryIds;
}

/** A list of advisories without its words, small enough to be there in every run. */
export interface AdvisoryTable {
  /** `2026-11-22`: what became known later is not in it. */
  readonly date: string;
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

/** Groups a list; the order of ids is kept. */
export function tableOf(date: string, advisories: readonly AdvisoryFacts[]): AdvisoryTable {
  const groups = new Map<string, { range: string; fixed: string | null; ids: IdLists }>();
  for (const { id, severity, affectedRange, fixedVersion } of advisories) {
    const key = `${affectedRange}|${fixedVersion ?? ''}`;
    const group = groups.get(key) ?? { range: affectedRange, fixed: fixedVersion, ids: noIds() };
    group.ids[severity ?? 'unrated'].push(id);
    groups.set(key, group);
  }
  return { date, groups: [...groups.values()] };
}

type IdLists = { readonly [L in AdvisoryLevel]: string[] };
const noIds = (): IdLists => ({ critical: [], high: [], medium: [], low: [], unrated: [] });

const SEPARATOR = '\t';

/** One line for the date and one a group: range, fix, and a list of ids for each level. */
export function encodeTable({ date, groups }: AdvisoryTable): readonly string[] {
  const lines = groups.map(({ range, fixed, ids }) =>
    [range, fixed ?? '', ...ADVISORY_LEVELS.map((level) => ids[level].join(' '))].join(SEPARATOR),
  );
  return [date, ...lines];
}

/** The inverse of `encodeTable`. */
export function decodeTable([date = '', ...lines]: readonly string[]): AdvisoryTable {
  return { date, groups: lines.map(decodeGroup) };
}

function decodeGroup(line: string): AdvisoryGroup {
  const [range = '', fixed = '', ...lists] = line.split(SEPARATOR);
  const list = (index: number) => lists[index]?.split(' ').filter(Boolean) ?? [];
  return {
    range,
    fixed: fixed === '' ? null : fixed,
    ids: { critical: list(0), high: list(1), medium: list(2), low: list(3), unrated: list(4) },
  };
}

/** Whether an advisory concerns a release. A range that cannot be read concerns none. */
export function isAffected(range: string, release: Release): boolean {
  const parsed = parseRange(range);
  return parsed !== undefined && inRange(parsed, release);
}

/** The advisories that concern a release. */
export function matchAdvisories({ groups }: AdvisoryTable, release: Release): AdvisoryMatches {
  const ids = noIds();
  const unfixed = noIds();
  const reached: Reached[] = [];
  for (const group of groups) {
    const range = parseRange(group.range);
    if (!range || !inRange(range, release)) continue;
    const fixed = fixOf(group, range);
    reached.push({ range, fixed });
    for (const level of ADVISORY_LEVELS) {
      ids[level].push(...group.ids[level]);
      if (!fixed) unfixed[level].push(...group.ids[level]);
    }
  }
  return {
    count: worstFirst(ids).length,
    ids,
    fixedIn: firstFree(groups, reached, release),
    unfixed: worstFirst(unfixed),
  };
}

interface Reached {
  readonly range: ReleaseRange;
  readonly fixed: Release | undefined;
}

const worstFirst = (ids: AdvisoryIds) => ADVISORY_LEVELS.flatMap((level) => ids[level]);

/** A fix that is itself in the range of what it fixes is a mistake of the list, and no fix. */
function fixOf({ fixed }: AdvisoryGroup, range: ReleaseRange): Release | undefined {
  const release = fixed === null ? undefined : parseRelease(fixed);
  return release && !inRange(range, release) ? release : undefined;
}

/** The oldest of all fixes on record that lies beyond everything in `reached`. */
function firstFree(
  groups: AdvisoryTable['groups'],
  reached: readonly Reached[],
  release: Release,
): string | undefined {
  const candidates = [...new Set(groups.map(({ fixed }) => fixed))]
    .flatMap((text) => (text === null ? [] : [{ text, fix: parseRelease(text) }]))
    .flatMap(({ text, fix }) => (fix && compareReleases(fix, release) > 0 ? [{ text, fix }] : []))
    .sort((a, b) => compareReleases(a.fix, b.fix));
  return candidates.find(({ fix }) =>
    reached.every(
      ({ range, fixed }) => !inRange(range, fix) && !(fixed && compareReleases(fix, fixed) < 0),
    ),
  )?.text;
}

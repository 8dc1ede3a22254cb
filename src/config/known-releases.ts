import { compareReleases, parseRelease, type Release } from './release.ts';

/** Releases whose settings and meaning are known one by one. */
export const OLDEST_KNOWN = '2026.2.24';
export const NEWEST_KNOWN = '2026.9.6';

/** A stretch of releases that read a config alike, named by its first months. */
export type Generation = '2026.2' | '2026.9';

/**
 * Where the second generation begins: the release that reads `agents.entries` and keeps its state in
 * SQLite. Between the two known releases the shape of the config decides, since reading it with the
 * wrong shape loses agents and lists.
 */
const SECOND_GENERATION = '2026.8.0';

/** Whose knowledge a release is judged by. */
export interface Knowledge {
  readonly generation: Generation;
  /** The known release whose meaning is applied. */
  readonly rules: typeof OLDEST_KNOWN | typeof NEWEST_KNOWN;
  /** Whether what is known of single keys holds for the release too: both are of the same months. */
  readonly keysKnown: boolean;
}

/** Negative when `a` came before `b`; text that names no release comes last of all. */
export function orderReleases(a: string, b: string): number {
  const [left, right] = [parseRelease(a), parseRelease(b)];
  if (!left || !right) return Number(!left) - Number(!right);
  return compareReleases(left, right);
}

/** Whose knowledge applies to a release; what names none is taken for the newest known. */
export function knowledgeOf(version: string): Knowledge {
  if (version !== last?.version) last = { version, knowledge: lookUp(version) };
  return last.knowledge;
}

/** A run asks of one release again and again. */
let last: { readonly version: string; readonly knowledge: Knowledge } | undefined;

function lookUp(version: string): Knowledge {
  const release = parseRelease(version);
  if (release && orderReleases(version, SECOND_GENERATION) < 0)
    return {
      generation: '2026.2',
      rules: OLDEST_KNOWN,
      keysKnown: !isLater(release, OLDEST_KNOWN),
    };
  const keysKnown = release === undefined || !isLater(release, NEWEST_KNOWN);
  return { generation: '2026.9', rules: NEWEST_KNOWN, keysKnown };
}

/** Whether a release is of a later month than a known one. */
function isLater(release: Release, known: string): boolean {
  const [year = 0, month = 0] = release.numbers;
  const [knownYear = 0, knownMonth = 0] = parseRelease(known)?.numbers ?? [];
  return year > knownYear || (year === knownYear && month > knownMonth);
}

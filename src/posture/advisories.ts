import bundled from '../../data/advisory-table.json' with { type: 'json' };
import { parseRelease } from '../config/release.ts';
import type { VersionFacts } from '../gather/version-facts.ts';
import { type AdvisoryMatches, type AdvisoryTable, matchAdvisories } from './advisory-table.ts';
import type { Posture } from './posture.ts';
import { runningRelease } from './running-release.ts';

/** What is publicly known to be wrong with the OpenClaw release that was found. */
export interface Advisories {
  /** `2026-11-22`: nothing that became known later is in the list. */
  readonly date: string;
  /** Whole days between the list and the snapshot. */
  readonly ageDays: number;
  /** The release they were matched against; undefined when it is only assumed. */
  readonly release: string | undefined;
  /** The gateway that said it runs this release; undefined when it was found otherwise. */
  readonly toldBy: string | undefined;
  readonly matches: AdvisoryMatches | undefined;
}

const DAY = 86_400_000;

/** Matches against the given table, or against what came with this program. */
export function resolveAdvisories(
  posture: Pick<Posture, 'snapshot' | 'config'>,
  table: AdvisoryTable = bundled,
): Advisories {
  const { snapshot } = posture;
  // What runs is what is attacked, whatever is installed by now.
  const running = snapshot.version.source === 'flag' ? undefined : runningRelease(posture);
  const release = running?.version ?? releaseFound(snapshot.version);
  const parsed = release === undefined ? undefined : parseRelease(release);
  const age = Math.floor((snapshot.takenAt - Date.parse(table.date)) / DAY);
  return {
    date: table.date,
    ageDays: Number.isFinite(age) ? Math.max(0, age) : 0,
    release: parsed && release,
    toldBy: parsed && running?.url,
    matches: parsed && matchAdvisories(table, parsed),
  };
}

/** The release that is there, not the one whose rules stand in for it. */
function releaseFound({
  judged,
  source,
  configRecord,
  installed,
}: VersionFacts): string | undefined {
  // What runs is what is installed; the config may have been written by another release.
  return source === 'flag' ? judged : (installed?.version ?? configRecord);
}

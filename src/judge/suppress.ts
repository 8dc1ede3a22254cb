import type { UsedSuppression } from '../posture/suppressed.ts';
import { endOf, type Suppression } from '../posture/suppression-entry.ts';
import type { Locator } from './place.ts';
import type { ReportedFinding, SuppressedFinding } from './report.ts';

/** How a finding reads, for suppressions that look at its words. */
export type FindingWords = (finding: ReportedFinding) => {
  readonly title: string;
  readonly detail: string;
};

export interface Suppressor {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly words: FindingWords | undefined;
  readonly locate: Locator;
}

interface Suppressing {
  readonly active: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Every entry with what became of it, in the order given. */
  readonly uses: readonly UsedSuppression[];
}

/** Takes out what is suppressed. The first entry that fits a finding counts; one that is over, none. */
export function suppress(
  findings: readonly ReportedFinding[],
  entries: readonly Suppression[],
  { now, words, locate }: Suppressor,
): Suppressing {
  const uses = entries.map((entry) => ({
    entry,
    expired: entry.expires !== undefined && now >= (endOf(entry.expires) ?? 0),
    count: 0,
    wordsDiffer: false,
  }));
  const active: ReportedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const use = uses.find((candidate) => {
      if (candidate.expired || !isMeant(candidate.entry, finding)) return false;
      const fits = saysSo(candidate.entry, finding, words);
      candidate.wordsDiffer ||= !fits;
      return fits;
    });
    if (use === undefined) active.push(finding);
    else {
      use.count += 1;
      suppressed.push({ finding, by: use.entry, at: locate(use.entry.at) });
    }
  }
  return { active, suppressed, uses };
}

function isMeant(entry: Suppression, finding: ReportedFinding): boolean {
  const place = finding.locations[0];
  return (
    (entry.checkId === undefined || entry.checkId === finding.checkId) &&
    (entry.fingerprint === undefined || entry.fingerprint === finding.fingerprint) &&
    (entry.path === undefined || entry.path === place?.path) &&
    (entry.file === undefined || entry.file === place?.file)
  );
}

function saysSo(
  { titleIncludes, detailIncludes }: Suppression,
  finding: ReportedFinding,
  words: FindingWords | undefined,
): boolean {
  if (titleIncludes === undefined && detailIncludes === undefined) return true;
  // Nobody said how it reads: then nothing is known to fit, and the finding stays.
  if (words === undefined) return false;
  const { title, detail } = words(finding);
  return holds(title, titleIncludes) && holds(detail, detailIncludes);
}

function holds(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}

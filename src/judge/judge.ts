import type { Check, Finding } from '../checks/define.ts';
import { CHECKS } from '../checks/index.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Advisories } from '../posture/advisories.ts';
import { type Knowledge, readPosture } from '../posture/posture.ts';
import { numberChannelWarnings } from './compat.ts';
import { reportDeep } from './deep.ts';
import { fingerprint } from './fingerprint.ts';
import { createLocator, type Locator } from './place.ts';
import type { Report, ReportedFinding, UnmeasuredEntry } from './report.ts';
import { runCheck } from './run.ts';
import { listSecretDiagnostics } from './secrets.ts';
import { isSelected, maySelect } from './selection.ts';
import { sortFindings } from './sort.ts';

export interface JudgeOptions extends Knowledge {
  /** Turn every departure off: (checkId, severity) as OpenClaw's own audit gives them. */
  readonly compat: boolean;
  /** Ids, families and globs; empty means all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Runs the checks over a snapshot. Pure: the same snapshot gives the same report. */
export function judge(snapshot: Snapshot, options: JudgeOptions): Report {
  return judgeWith(CHECKS, snapshot, options);
}

/** The same with other checks than the built-in ones. */
export function judgeWith(
  checks: readonly Check[],
  snapshot: Snapshot,
  options: JudgeOptions,
): Report {
  const posture = readPosture(snapshot, options);
  const findings: Finding[] = [];
  const undecided = new Map<string, UnmeasuredEntry>();
  let decided = 0;
  for (const check of checks) {
    if (options.only.length > 0 && !maySelect(check.id, options.only)) continue;
    if (isSelected(check.id, options.skip)) continue;
    const outcome = runCheck(check, posture, options.compat);
    if ('findings' in outcome) findings.push(...outcome.findings);
    if (outcome.kind === 'pass' || outcome.kind === 'fail') decided += 1;
    if (outcome.kind === 'unknown') addUndecided(undecided, outcome.part, 'missing_part', check.id);
    if (outcome.kind === 'error')
      addUndecided(undecided, `check:${outcome.error}`, 'check_failed', check.id);
  }
  const wanted = findings.filter(
    ({ id }) =>
      (options.only.length === 0 || isSelected(id, options.only)) && !isSelected(id, options.skip),
  );
  const sorted = sortFindings(wanted);
  const locator = createLocator(snapshot);
  const reported = (options.compat ? numberChannelWarnings(sorted) : sorted).map((finding) =>
    reportFinding(finding, locator),
  );
  const count = (severity: string) => reported.filter((f) => f.severity === severity).length;
  return {
    ts: snapshot.takenAt,
    tool: { name: 'openclaw-security', version: snapshot.tool },
    target: snapshot.target,
    version: snapshot.version,
    summary: { critical: count('critical'), warn: count('warn'), info: count('info') },
    findings: reported,
    unmeasured: unmeasured(snapshot, undecided),
    ...reportDeep(snapshot, options.compat),
    secretDiagnostics: listSecretDiagnostics(snapshot),
    advisories: reportAdvisories(posture.advisories),
    decided,
  };
}

function reportAdvisories({ date, ageDays, release }: Advisories): Report['advisories'] {
  return { date, ageDays, ...(release === undefined ? {} : { release }) };
}

function addUndecided(
  entries: Map<string, UnmeasuredEntry>,
  part: string,
  reason: UnmeasuredEntry['reason'],
  check: string,
): void {
  const known = entries.get(part);
  entries.set(part, { part, reason, checks: [...(known?.checks ?? []), check] });
}

/** Failed parts with the checks they left undecided, then what single files or commands hid. */
function unmeasured(
  snapshot: Snapshot,
  undecided: ReadonlyMap<string, UnmeasuredEntry>,
): readonly UnmeasuredEntry[] {
  const entries = new Map(undecided);
  for (const [part, value] of Object.entries(snapshot)) {
    if (typeof value !== 'object' || value?.status !== 'failed') continue;
    const known = entries.get(part);
    entries.set(part, {
      part,
      reason: value.reason,
      ...(value.detail === undefined ? {} : { detail: value.detail }),
      checks: known?.checks ?? [],
    });
  }
  const single = snapshot.unmeasured.map((entry) => ({ ...entry, checks: [] }));
  return [...entries.values(), ...single];
}

function reportFinding(finding: Finding, locator: Locator): ReportedFinding {
  const locations = finding.at.map(locator);
  const where = locations[0];
  const subject = where?.path ?? where?.file ?? '';
  return {
    checkId: finding.id,
    check: finding.check,
    severity: finding.severity,
    message: finding.message,
    args: finding.args,
    remedy: finding.remedy,
    locations,
    fingerprint: fingerprint(JSON.stringify([finding.id, finding.message, subject])),
  };
}

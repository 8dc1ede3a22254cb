import type { Check, Severity } from '../checks/define.ts';
import { CHECKS } from '../checks/index.ts';
import { knowledgeOf } from '../config/known-releases.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { type JudgeOptions, judgeWith } from './judge.ts';
import type { Report, ReportedFinding } from './report.ts';

/** A setting that another release reads otherwise, as the finding that speaks of it. */
export interface SettingChange {
  /** renamed: it has another name or place; refused: it is not accepted; no_effect: it is ignored. */
  readonly kind: 'renamed' | 'refused' | 'no_effect';
  readonly finding: ReportedFinding;
}

interface SeverityChange {
  readonly from: Severity;
  readonly to: Severity;
  /** As the release to come has it. */
  readonly finding: ReportedFinding;
}

/** What another release would make of the same gateway. */
export interface Upgrade {
  readonly from: Report;
  readonly to: Report;
  readonly appear: readonly ReportedFinding[];
  readonly disappear: readonly ReportedFinding[];
  readonly changed: readonly SeverityChange[];
  readonly settings: {
    /** Settings that the release to come does not read as they are written. */
    readonly stop: readonly SettingChange[];
    /** Settings that the present one does not read, and the one to come does. */
    readonly start: readonly SettingChange[];
  };
  /** Findings that stay as they are. */
  readonly unchanged: number;
}

/**
 * Judges a snapshot under two releases: the one it was taken as, and the one whose reading of the
 * config it holds beside. Undefined when it holds none.
 */
export function judgeUpgrade(
  snapshot: Snapshot,
  options: JudgeOptions,
  checks: readonly Check[] = CHECKS,
): Upgrade | undefined {
  if (snapshot.upgrade === undefined) return undefined;
  const { version: judged, config } = snapshot.upgrade;
  const version = { ...snapshot.version, judged, rules: knowledgeOf(judged).rules };
  const later: Snapshot = {
    ...snapshot,
    version: { ...version, source: 'flag' },
    config: { status: 'ok', value: config },
  };
  return compareReports(judgeWith(checks, snapshot, options), judgeWith(checks, later, options));
}

/** The difference of two reports about one gateway. */
function compareReports(from: Report, to: Report): Upgrade {
  const before = new Map<string, ReportedFinding[]>();
  for (const finding of from.findings.filter(isOfTheHost)) {
    const key = keyOf(finding);
    before.set(key, [...(before.get(key) ?? []), finding]);
  }
  const appear: ReportedFinding[] = [];
  const changed: SeverityChange[] = [];
  let unchanged = 0;
  for (const finding of to.findings.filter(isOfTheHost)) {
    const same = before.get(keyOf(finding))?.shift();
    if (same === undefined) appear.push(finding);
    else if (same.severity === finding.severity) unchanged += 1;
    else changed.push({ from: same.severity, to: finding.severity, finding });
  }
  const disappear = [...before.values()].flat();
  return {
    from,
    to,
    appear: appear.filter((finding) => kindOf(finding) === undefined),
    disappear: disappear.filter((finding) => kindOf(finding) === undefined),
    changed,
    settings: { stop: settingsOf(appear), start: settingsOf(disappear) },
    unchanged,
  };
}

/** Where the release was found says nothing about what a release changes. */
const isOfTheHost = ({ checkId }: ReportedFinding) => !checkId.startsWith('version.');

/** The same finding of the same place, whatever is said of it. */
function keyOf({ checkId, locations: [first] }: ReportedFinding): string {
  return JSON.stringify([checkId, first?.path ?? first?.file ?? '']);
}

function settingsOf(findings: readonly ReportedFinding[]): readonly SettingChange[] {
  return findings.flatMap((finding) => {
    const kind = kindOf(finding);
    return kind === undefined ? [] : [{ kind, finding }];
  });
}

function kindOf({ check }: ReportedFinding): SettingChange['kind'] | undefined {
  if (check.startsWith('config.ineffective.')) return 'no_effect';
  if (check === 'config.invalid.legacy_key') return 'renamed';
  return check.startsWith('config.invalid.') ? 'refused' : undefined;
}

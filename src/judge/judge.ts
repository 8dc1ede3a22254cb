import type { Check, Finding } from '../checks/define.ts';
import { CHECKS } from '../checks/index.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Advisories } from '../posture/advisories.ts';
import { MissingPart } from '../posture/missing.ts';
import { type Knowledge, type Posture, readPosture } from '../posture/posture.ts';
import { generationOf } from '../posture/release.ts';
import type { Suppressed } from '../posture/suppressed.ts';
import { speaksOf } from '../posture/vocabulary.ts';
import { numberChannelWarnings } from './compat.ts';
import { emptyHanded, reportDeep } from './deep.ts';
import { lookedFor } from './looked-for.ts';
import { createLocator, type Locator } from './place.ts';
import type { Report, ReportedFinding } from './report.ts';
import { reportFindings } from './reported.ts';
import { type Outcome, runCheck } from './run.ts';
import { listSecretDiagnostics } from './secrets.ts';
import { isSelected, maySelect } from './selection.ts';
import { sortFindings } from './sort.ts';
import { type FindingWords, suppress } from './suppress.ts';
import { addUndecided, listUnmeasured, type Undecided } from './unmeasured.ts';

export interface JudgeOptions extends Omit<Knowledge, 'suppressed'> {
  /** Turn every departure off: (checkId, severity) as OpenClaw's own audit gives them. */
  readonly compat: boolean;
  /** Ids, families and globs; empty means all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** How a finding reads in English. Without it, suppressions that look at words fit nothing. */
  readonly words?: FindingWords;
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
  let suppressing: Suppressed | undefined;
  const posture = readPosture(snapshot, { ...options, suppressed: () => suppressing });
  const judging: Judging = {
    options,
    posture,
    isEmptyHanded: emptyHanded(snapshot),
    locate: createLocator(snapshot),
    decided: new Map(),
    undecided: new Map(),
  };
  const generation = generationOf(snapshot);
  const found = findAll(
    checks.filter(
      (check) => !isAboutSuppressing(check) && speaksOf(generation, check.id, options.compat),
    ),
    judging,
  );
  const { active, suppressed, uses } = suppress(found, entriesOf(posture), {
    now: snapshot.takenAt,
    words: options.words,
    locate: judging.locate,
  });
  suppressing = { uses, wasLookedFor: lookedFor(checks, judging.decided, snapshot, options) };
  // What is said about suppressing comes after it, so that it cannot be suppressed.
  const findings = [...active, ...findAll(checks.filter(isAboutSuppressing), judging)];
  const count = (severity: string) => findings.filter((f) => f.severity === severity).length;
  return {
    ts: snapshot.takenAt,
    tool: { name: 'openclaw-security', version: snapshot.tool },
    target: snapshot.target,
    version: snapshot.version,
    summary: { critical: count('critical'), warn: count('warn'), info: count('info') },
    findings,
    suppressed,
    unmeasured: listUnmeasured(snapshot, judging.undecided),
    ...reportDeep(snapshot, options.compat),
    secretDiagnostics: listSecretDiagnostics(snapshot),
    advisories: reportAdvisories(posture.advisories),
    decided: [...judging.decided.values()].filter((kind) => kind !== 'notApplicable').length,
  };
}

interface Judging {
  readonly options: JudgeOptions;
  readonly posture: Posture;
  /** Whether a check looks at nothing but what was not asked for. */
  readonly isEmptyHanded: (check: Check) => boolean;
  readonly locate: Locator;
  /** Checks that came to an answer, and to which. */
  readonly decided: Map<string, Outcome['kind']>;
  readonly undecided: Undecided;
}

const isAboutSuppressing = ({ needs }: Check) => needs.includes('suppressed');

/** A config that cannot be read suppresses nothing. */
function entriesOf(posture: Posture) {
  try {
    return posture.suppressions.entries;
  } catch (error) {
    if (error instanceof MissingPart) return [];
    throw error;
  }
}

/** Runs checks, and gives what they find in OpenClaw's order. */
function findAll(checks: readonly Check[], judging: Judging): readonly ReportedFinding[] {
  const { options, posture, isEmptyHanded, locate } = judging;
  const { only, skip, compat } = options;
  const findings: Finding[] = [];
  for (const check of checks) {
    if (only.length > 0 && !maySelect(check.id, only)) continue;
    if (isSelected(check.id, skip)) continue;
    if (isEmptyHanded(check)) {
      note(check.id, { kind: 'pass' }, judging);
      continue;
    }
    const outcome = runCheck(check, posture, compat);
    if ('findings' in outcome) findings.push(...outcome.findings);
    note(check.id, outcome, judging);
  }
  const wanted = findings.filter(
    ({ id }) => (only.length === 0 || isSelected(id, only)) && !isSelected(id, skip),
  );
  const sorted = sortFindings(wanted);
  const numbered = compat ? numberChannelWarnings(sorted) : sorted;
  return reportFindings(numbered, locate, posture.snapshot);
}

function note(id: string, outcome: Outcome, { decided, undecided }: Judging): void {
  if (outcome.kind === 'unknown') addUndecided(undecided, outcome.part, 'missing_part', id);
  else if (outcome.kind === 'error')
    addUndecided(undecided, `check:${outcome.error}`, 'check_failed', id);
  else decided.set(id, outcome.kind);
}

function reportAdvisories({ date, ageDays, release }: Advisories): Report['advisories'] {
  return { date, ageDays, ...(release === undefined ? {} : { release }) };
}

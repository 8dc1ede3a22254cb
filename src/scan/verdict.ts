import type { ScanFinding } from './finding.ts';

export interface Verdict {
  readonly level: 'clean' | 'suspicious' | 'malicious';
  /** Ids of the rules that decided it, in order of weight. */
  readonly reasons: readonly string[];
}

/** What an item's findings amount to. */
export function verdictOf(findings: readonly ScanFinding[]): Verdict {
  const sure = findings.filter(
    ({ severity, confidence }) => severity === 'critical' && confidence !== 'possible',
  );
  if (sure.length > 0) return { level: 'malicious', reasons: rulesOf(sure) };
  const doubtful = findings.filter(
    ({ severity, confidence }) =>
      severity === 'critical' || (severity === 'warn' && confidence !== 'possible'),
  );
  if (doubtful.length > 0) return { level: 'suspicious', reasons: rulesOf(doubtful) };
  return { level: 'clean', reasons: [] };
}

function rulesOf(findings: readonly ScanFinding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

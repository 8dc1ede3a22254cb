import type { Fact, FileResult, ScanFinding } from './finding.ts';
import type { ScanItem } from './item.ts';
import { itemRules } from './item-rules.ts';
import { isTestPath } from './knowledge/test-paths.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** All that is known of an item once each of its files was read. */
export interface ItemView {
  readonly item: ScanItem;
  /** In the order of paths; members of archives included. */
  readonly results: readonly FileResult[];
}

/** Combines what single files showed; pure, and linear in the number of facts. */
export type ItemRule = (view: ItemView) => readonly ScanFinding[];

export interface JudgedItem {
  readonly findings: readonly ScanFinding[];
  readonly verdict: Verdict;
}

/** Judges an item as a whole: the findings of its files, and those that follow from all together. */
export function judgeItem(view: ItemView): JudgedItem {
  const ordered = new Set(
    view.results.flatMap(({ facts }) => facts.filter(isOrder).map(({ value }) => value)),
  );
  const findings = [
    ...view.results.flatMap(({ path, findings: own }) =>
      isTestPath(path) && !ordered.has(path) ? own.map(asSample) : own,
    ),
    ...itemRules.flatMap((rule) => rule(view)),
  ].sort(inOrder);
  return { findings, verdict: verdictOf(findings) };
}

/** Kind of the fact that a text names a file of its item as something to be used. */
export const ORDER_FACT = 'names-file';

function isOrder({ kind }: Fact): boolean {
  return kind === ORDER_FACT;
}

/** What tests hold is what they look for: shown, and no behaviour unless the text sends an agent there. */
function asSample(finding: ScanFinding): ScanFinding {
  return { ...finding, severity: 'info', confidence: 'possible' };
}

const RANK = { critical: 0, warn: 1, info: 2 };

function inOrder(a: ScanFinding, b: ScanFinding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

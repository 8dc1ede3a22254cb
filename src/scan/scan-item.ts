import type { FileResult, ScanFinding } from './finding.ts';
import type { ScanItem } from './item.ts';
import { itemRules } from './item-rules.ts';
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
  const findings = [
    ...view.results.flatMap((result) => result.findings),
    ...itemRules.flatMap((rule) => rule(view)),
  ].sort(inOrder);
  return { findings, verdict: verdictOf(findings) };
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

import type { FileResult, ScanFinding } from './finding.ts';
import type { ScanItem } from './item.ts';
import { itemRules } from './item-rules.ts';
import { isTestPath } from './knowledge/test-paths.ts';
import { isOwnKey } from './purpose/own-key.ts';
import { exfiltration } from './rules/flow/exfiltration.ts';
import { knownIndicator } from './rules/indicator/known-indicator.ts';
import { hiddenText } from './rules/text/hidden-text.ts';
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
  const ordered = ordersIn(view.results);
  const findings = [
    ...withoutDoubles(view.results.flatMap((result) => softened(result, ordered))).map((it) =>
      ofItself(it, view.item),
    ),
    ...itemRules.flatMap((rule) => rule(view)),
  ].sort(inOrder);
  return { findings, verdict: verdictOf(findings) };
}

/** Kind of the fact that a text names a file of its item as something to be used. */
export const ORDER_FACT = 'names-file';

interface Orders {
  /** Paths of tests. */
  readonly files: ReadonlySet<string>;
  /** Names of pages. */
  readonly pages: ReadonlySet<string>;
}

function ordersIn(results: readonly FileResult[]): Orders {
  const files = new Set<string>();
  const pages = new Set<string>();
  for (const { facts } of results)
    for (const { kind, value } of facts) {
      if (kind === ORDER_FACT) files.add(value);
      if (kind === FOLLOW_FACT) pages.add(value);
    }
  return { files, pages };
}

/** Kind of the fact that a page is about attacks as a whole. */
export const COLLECTION_FACT = 'shows-attacks';
/** Kind of the fact that a text has a page of its item followed; the value is the page's name without folders. */
export const FOLLOW_FACT = 'follows-page';

function softened({ path, findings, facts }: FileResult, ordered: Orders): readonly ScanFinding[] {
  if (isTestPath(path) && !ordered.files.has(path)) return findings.map(asSample);
  if (!facts.some(({ kind }) => kind === COLLECTION_FACT)) return findings;
  // What an agent is told to follow is an order, whatever it is called.
  if (ordered.pages.has(baseOf(path))) return findings;
  return findings.map((it) => (ALWAYS.has(it.rule) ? it : asSample(it)));
}

/** No page has to hold these to show them. */
const ALWAYS: ReadonlySet<string> = new Set([hiddenText.id, knownIndicator.id]);

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** What tests hold is what they look for: shown, and no behaviour unless the text sends an agent there. */
function asSample(finding: ScanFinding): ScanFinding {
  return { ...finding, severity: 'info', confidence: 'possible' };
}

/** The key of its own service at an address without a name: anybody reads it on the way, which is no theft yet. */
function ofItself(finding: ScanFinding, { name }: ScanItem): ScanFinding {
  const { rule, severity, args } = finding;
  if (rule !== exfiltration.id || severity !== 'critical') return finding;
  const { what = '', to = '' } = args;
  return isOwnKey(String(what), name, String(to)) ? { ...finding, severity: 'warn' } : finding;
}

/** A file that is followed into others shows once more what it shows by itself. */
function withoutDoubles(findings: readonly ScanFinding[]): readonly ScanFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, message, severity, file, line, column }) => {
    const key = `${rule} ${message} ${severity} ${file} ${line} ${column}`;
    return !seen.has(key) && seen.add(key);
  });
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

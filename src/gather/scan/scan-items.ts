import { hash } from 'node:crypto';
import { join } from 'node:path';
import { judgeAcross } from '../../scan/across.ts';
import type { FileResult, ScanFinding } from '../../scan/finding.ts';
import type { ItemKind, ScanItem } from '../../scan/item.ts';
import { underOwnName } from '../../scan/own-name.ts';
import { type ItemView, type JudgedItem, judgeItem } from '../../scan/scan-item.ts';
import { type Verdict, verdictOf } from '../../scan/verdict.ts';
import type { FileOutcome } from './batch.ts';
import { contentsOf, type Memory } from './memory.ts';
import { outermost } from './module-batch.ts';
import { openPool, type Pool, type PoolOptions } from './pool.ts';
import { MAX_BYTES, readStart } from './read-start.ts';
import type { Known } from './remembered.ts';
import { type RunOptions, runBatches } from './run-batches.ts';
import type { Unread } from './unread.ts';

export interface ScanOptions extends PoolOptions, RunOptions {
  /** Threads that were started for it; its own ones when left out. */
  readonly pool?: Pool;
  /** What an earlier scan found. */
  readonly memory?: Memory;
}

export interface ItemReport {
  readonly kind: ItemKind;
  readonly name: string;
  readonly path: string;
  /** Files read. */
  readonly files: number;
  readonly verdict: Verdict;
  /** The worst first. */
  readonly findings: readonly ScanFinding[];
}

export interface ScanReport {
  /** In the order given. */
  readonly items: readonly ItemReport[];
  readonly unread: readonly Unread[];
}

/** Scans items: each file by itself, each item as a whole, then all of them together. */
export async function scanItems(
  items: readonly ScanItem[],
  options: ScanOptions,
): Promise<ScanReport> {
  const { memory } = options;
  const stamps = items.map((item) => memory?.stampOf(item) ?? '');
  const recalled = items.map((item, index) => memory && recall(item, stamps[index] ?? '', memory));
  const judged = new Map<number, Judged>();
  const fresh = new Map<number, ScanItem>();
  for (const [index, item] of items.entries()) {
    const known = recalled[index];
    if (known) judged.set(index, judge(item, known));
    else fresh.set(index, item);
  }
  await runBatches(fresh, options.pool ?? openPool(options), {
    ...options,
    // One by one, while threads scan the next.
    settled(index, outcomes) {
      const item = fresh.get(index);
      if (!item) return;
      judged.set(index, judge(item, collect(item, outcomes, stamps[index] ?? '', memory)));
    },
  });
  memory?.save();
  const all = items.flatMap((_, index) => judged.get(index) ?? []);
  const across = judgeAcross(all.map(({ view }) => view));
  const reports = all.map(({ view, own }, index): ItemReport => {
    const { kind, name, path, files } = view.item;
    const more = across.get(index) ?? [];
    const findings = [...own.findings, ...more];
    const verdict = more.length === 0 ? own.verdict : verdictOf(findings);
    return { kind, name, path, files: files.length, verdict, findings };
  });
  return { items: reports, unread: all.flatMap((it) => it.unread) };
}

/** An item, what its files showed, and what that means by itself. */
interface Judged {
  readonly view: ItemView;
  readonly own: JudgedItem;
  readonly unread: readonly Unread[];
}

function judge(item: ScanItem, { results, unread }: Known): Judged {
  const view = { item: underOwnName(item, results), results };
  return { view, own: judgeItem(view), unread };
}

/** What is known of an item as it is now: when its files were touched they are read and hashed. */
function recall(item: ScanItem, stamp: string, memory: Memory): Known | undefined {
  const kept = memory.get(item.path);
  if (!kept) return undefined;
  if (stamp !== '' && kept.stamp === stamp) {
    memory.put(item.path, kept);
    return kept;
  }
  const sums = item.files.map((file) => {
    const start = readStart(join(item.root, file), MAX_BYTES);
    return [file, 'bytes' in start ? hash('sha256', start.bytes, 'hex') : ''] as const;
  });
  if (contentsOf(sums) !== kept.contents) return undefined;
  memory.put(item.path, { ...kept, stamp });
  return kept;
}

/** Puts the outcomes of an item in the order of its files, and remembers them. */
function collect(
  item: ScanItem,
  outcomes: readonly FileOutcome[],
  stamp: string,
  memory: Memory | undefined,
): Known {
  const byFile = new Map(outcomes.map((outcome) => [outcome.file, outcome]));
  const ordered = item.files.flatMap((file) => byFile.get(file) ?? []);
  const together = outcomes.filter(({ file }) => file === '');
  const byPath = new Map<string, FileResult[]>();
  for (const result of together.flatMap(({ results }) => results)) {
    const file = outermost(result.path);
    const others = byPath.get(file);
    if (others) others.push(result);
    else byPath.set(file, [result]);
  }
  const known = {
    results: ordered.flatMap(({ file, results }) => [...results, ...(byPath.get(file) ?? [])]),
    unread: [...ordered, ...together].flatMap((outcome) => outcome.unread),
  };
  const complete = known.unread.every(
    ({ reason }) => reason !== 'deadline' && reason !== 'scan_failed',
  );
  if (memory && complete) {
    const contents = contentsOf(ordered.map(({ file, sha256 }) => [file, sha256]));
    memory.put(item.path, { ...known, stamp, contents });
  }
  return known;
}

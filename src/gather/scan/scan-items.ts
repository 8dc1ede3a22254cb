import { hash } from 'node:crypto';
import { join } from 'node:path';
import { judgeAcross } from '../../scan/across.ts';
import type { ScanFinding } from '../../scan/finding.ts';
import type { ItemKind, ScanItem } from '../../scan/item.ts';
import { type Verdict, verdictOf } from '../../scan/verdict.ts';
import type { FileOutcome } from './batch.ts';
import type { Judged } from './judged.ts';
import { contentsOf, type Memory } from './memory.ts';
import type { Pool, PoolOptions } from './pool.ts';
import { MAX_BYTES, readStart } from './read-start.ts';
import type { RunOptions } from './run-batches.ts';
import type { Unread } from './unread.ts';

export interface ScanOptions extends PoolOptions, RunOptions {
  /** Threads that were started for it; its own ones when left out. */
  readonly pool?: Pool;
  /** What an earlier scan found. */
  readonly memory?: Memory;
  /** Told of each item of which nothing was known what its files gave. */
  read?(item: ScanItem, outcomes: readonly FileOutcome[]): void;
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
  const judged = new Map<number, Judged>();
  const fresh = new Map<number, ScanItem>();
  for (const [index, item] of items.entries()) {
    const known = memory && recall(item, stamps[index] ?? '', memory);
    if (known) judged.set(index, known);
    else fresh.set(index, item);
  }
  // Where nothing was touched neither threads nor rules are needed.
  if (fresh.size > 0 || options.pool) {
    const { scanFresh } = await import('./scan-fresh.ts');
    await scanFresh(fresh, stamps, options, (index, it) => judged.set(index, it));
  }
  memory?.save();
  const all = items.flatMap((item, index) => {
    const known = judged.get(index);
    return known ? [{ known, item: { ...item, name: known.name }, body: known.body }] : [];
  });
  const across = judgeAcross(all);
  const reports = all.map(({ known, item }, index): ItemReport => {
    const { kind, name, path, files } = item;
    const findings = [...known.findings, ...(across.get(index) ?? [])];
    return { kind, name, path, files: files.length, verdict: verdictOf(findings), findings };
  });
  return { items: reports, unread: all.flatMap(({ known }) => known.unread) };
}

/** What is known of an item as it is now: when its files were touched they are read and hashed. */
function recall(item: ScanItem, stamp: string, memory: Memory): Judged | undefined {
  const kept = memory.get(item);
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

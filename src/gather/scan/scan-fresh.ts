import type { FileResult } from '../../scan/finding.ts';
import type { ScanItem } from '../../scan/item.ts';
import type { FileOutcome } from './batch.ts';
import { type Judged, judge } from './judged.ts';
import { contentsOf, whatIs } from './memory.ts';
import { outermost } from './module-batch.ts';
import { openPool } from './pool.ts';
import { runBatches } from './run-batches.ts';
import type { ScanOptions } from './scan-items.ts';
import type { Unread } from './unread.ts';

/** Told of an item, by its number, once it is judged. */
type Settled = (number: number, judged: Judged) => void;

/**
 * Scans items, given by their number, of which nothing is known. `stamps` are what the file system
 * said of them before.
 */
export async function scanFresh(
  items: ReadonlyMap<number, ScanItem>,
  stamps: readonly string[],
  options: ScanOptions,
  settled: Settled,
): Promise<void> {
  const { memory } = options;
  await runBatches(items, options.pool ?? openPool(options), {
    ...options,
    // One by one, while threads scan the next.
    settled(number, outcomes) {
      const item = items.get(number);
      if (!item) return;
      options.read?.(item, outcomes);
      const { contents, ...known } = collect(item, outcomes);
      const judged = judge(item, known);
      const stamp = stamps[number] ?? '';
      if (contents !== undefined)
        memory?.put(item.path, { ...judged, stamp, contents, of: whatIs(item) });
      settled(number, judged);
    },
  });
}

interface Collected {
  readonly results: readonly FileResult[];
  readonly unread: readonly Unread[];
  /** Hash over the files; left out when not all of them were scanned as they should be. */
  readonly contents?: string;
}

/** Puts the outcomes of an item in the order of its files. */
function collect(item: ScanItem, outcomes: readonly FileOutcome[]): Collected {
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
  const results = ordered.flatMap(({ file, results }) => [...results, ...(byPath.get(file) ?? [])]);
  const unread = [...ordered, ...together].flatMap((outcome) => outcome.unread);
  const complete = unread.every(({ reason }) => reason !== 'deadline' && reason !== 'scan_failed');
  if (!complete) return { results, unread };
  return {
    results,
    unread,
    contents: contentsOf(ordered.map(({ file, sha256 }) => [file, sha256])),
  };
}

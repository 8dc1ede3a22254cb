import type { ScanItem } from '../../scan/item.ts';
import { MODULE_FACT } from '../../scan/modules/traits.ts';
import type { Batch, FileOutcome, Wanted } from './batch.ts';
import { LANES, laneOf } from './lane.ts';
import { moduleBatch } from './module-batch.ts';
import type { Pool } from './pool.ts';

export interface RunOptions extends Wanted {
  /** Told now and then how many files are done. */
  progress?(done: number, total: number): void;
}

/** Items of more files are shared out between threads, and followed when all of them are done. */
const WHOLE_FILES = 200;
const BATCH_FILES = 24;

/** What the files of an item gave so far. */
interface Pending {
  readonly outcomes: FileOutcome[];
  /** Files that are still out. */
  left: number;
  /** Whether its programs were followed into each other while they were scanned. */
  followed: boolean;
}

/** Told of an item, by its number, once its files are scanned and followed into each other. */
type Settled = (number: number, outcomes: readonly FileOutcome[]) => void;

/** Scans items, given by their number. */
export async function runBatches(
  items: ReadonlyMap<number, ScanItem>,
  pool: Pool,
  { indicators, reference, progress, settled }: RunOptions & { readonly settled: Settled },
): Promise<void> {
  const batches: Batch[] = [];
  const pending = new Map<number, Pending>();
  let total = 0;
  for (const [number, item] of items) {
    batches.push(...batchesOf(item, number, { indicators, reference }));
    pending.set(number, { outcomes: [], left: item.files.length, followed: false });
    total += item.files.length;
    if (item.files.length === 0) settled(number, []);
  }
  let done = 0;
  await pool.run(batches, (batch, fresh) => {
    done += batch.files.length;
    progress?.(done, total);
    const known = pending.get(batch.item);
    const joint = known && settle(known, batch, fresh);
    total += joint?.files.length ?? 0;
    if (known?.left === 0 && !joint) {
      pending.delete(batch.item);
      settled(batch.item, known.outcomes);
    }
    return joint;
  });
}

function batchesOf(
  { path, root, files }: ScanItem,
  item: number,
  wanted: Wanted,
): readonly Batch[] {
  return LANES.flatMap((lane): readonly Batch[] => {
    const own = files.filter((file) => laneOf(file) === lane);
    const common = { item, path, root, lane, ...wanted };
    if (own.length === 0) return [];
    if (files.length <= WHOLE_FILES)
      return [{ ...common, files: own, ...(lane === 'programs' ? { whole: true } : {}) }];
    const batches: Batch[] = [];
    for (let i = 0; i < own.length; i += BATCH_FILES)
      batches.push({ ...common, files: own.slice(i, i + BATCH_FILES) });
    return batches;
  });
}

/** Takes in what a batch gave; a batch that follows from all of them once the last has come. */
function settle(known: Pending, batch: Batch, fresh: readonly FileOutcome[]): Batch | undefined {
  const { outcomes } = known;
  outcomes.push(...fresh);
  if (batch.modules) return undefined;
  known.left -= batch.files.length;
  if (batch.whole) known.followed = true;
  if (known.left > 0 || (known.followed && !outcomes.some(isDisguised))) return undefined;
  // What was followed without all of them is followed again.
  const byFile = outcomes.filter(({ file }) => file !== '');
  const { batch: joint, unread } = moduleBatch(batch, byFile);
  const together = unread.length > 0 ? [{ file: '', sha256: '', results: [], unread }] : [];
  outcomes.splice(0, outcomes.length, ...byFile, ...together);
  return joint;
}

/** Whether a file by the name of a text holds a program that imports others, or is imported. */
function isDisguised({ file, results }: FileOutcome): boolean {
  return (
    laneOf(file) === 'texts' &&
    results.some(({ facts }) => facts.some(({ kind }) => kind === MODULE_FACT))
  );
}

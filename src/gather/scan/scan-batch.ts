import { createHash } from 'node:crypto';
import type { Batch, FileOutcome } from './batch.ts';
import type { Run } from './bounded.ts';
import { followBatch } from './follow-batch.ts';
import { keepFiles } from './kept-files.ts';
import { moduleBatch, outermost } from './module-batch.ts';
import { type SameFile, sameFiles } from './same-files.ts';
import { scanOne } from './scan-one.ts';

/** Whoever ends a scan that hangs. */
export interface Watch {
  /** Told the number of each file before it is read, and how many there are before they are followed. */
  enter?(file: number): void;
  readonly run?: Run;
}

/** Reads and scans the files of a batch. Nothing is run, nothing written. */
export async function scanBatch(
  batch: Batch,
  { enter = () => {}, run = (work) => work() }: Watch = {},
): Promise<readonly FileOutcome[]> {
  const { files } = batch;
  if (batch.modules) {
    enter(files.length);
    return [await followBatch(batch, batch.modules, run)];
  }
  const outcomes: FileOutcome[] = [];
  const kept = batch.whole ? keepFiles() : undefined;
  for (const [number, file] of files.entries()) {
    enter(number);
    outcomes.push(await scanOne(batch, file, run, kept));
  }
  enter(files.length);
  if (!kept) return outcomes;
  const { batch: joint, unread } = moduleBatch(batch, outcomes);
  if (unread.length > 0) outcomes.push({ file: '', sha256: '', results: [], unread });
  if (!joint) return outcomes;
  const same = sameModules(joint.modules, outcomes);
  const before = followed.get(same);
  if (before) return [...outcomes, { file: '', sha256: '', results: before, unread: [] }];
  const together = await followBatch(joint, joint.modules, run, kept);
  if (together.unread.length === 0) followed.set(same, together.results);
  return [...outcomes, together];
}

/** Files that this thread has followed into each other, by the names and sums of all of them. */
const followed = sameFiles();

function sameModules(modules: readonly string[], outcomes: readonly FileOutcome[]): SameFile {
  const sums = new Map(outcomes.map(({ file, sha256 }) => [file, sha256]));
  const sum = createHash('sha256');
  for (const module of modules) sum.update(`${sums.get(outermost(module))} ${module}\n`);
  return { path: '', sha256: sum.digest('hex'), indicators: false };
}

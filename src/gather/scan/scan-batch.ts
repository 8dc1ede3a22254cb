import type { Batch, FileOutcome } from './batch.ts';
import type { Run } from './bounded.ts';
import { followBatch } from './follow-batch.ts';
import { prepareAll } from './languages.ts';
import { readWhole } from './open-file.ts';
import { resultsBefore, scanOne } from './scan-one.ts';
import { scanWhole } from './scan-whole.ts';

/** Whoever ends a scan that hangs. */
export interface Watch {
  /** Told the number of each file when it is its turn, and how many there are before they are followed. */
  enter?(file: number): void;
  readonly run?: Run;
}

/** Reads and scans the files of a batch. Nothing is run, nothing written. */
export async function scanBatch(
  batch: Batch,
  { enter = () => {}, run = (work) => work() }: Watch = {},
): Promise<readonly FileOutcome[]> {
  await prepareAll();
  const { root, files, modules } = batch;
  if (modules) {
    enter(files.length);
    return [followBatch(batch, modules, run)];
  }
  if (batch.whole) return scanWhole(batch, enter, run);
  return files.map((file, number) => {
    enter(number);
    const read = readWhole(root, file);
    const before = resultsBefore(batch, read);
    return before
      ? { file, sha256: read.sha256, results: before, unread: [] }
      : scanOne(batch, read, run);
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Batch, FileOutcome } from './batch.ts';
import { type Progress, progressIn } from './progress.ts';
import { scanBatch } from './scan-batch.ts';

/** A thread of the scan: gets batches, gives the outcomes of each, one message at a time. */
export function main(): void {
  const progress = progressIn(workerData);
  parentPort?.on('message', async (parcel: readonly Batch[]) => {
    parentPort?.postMessage(await scanParcel(parcel, progress));
  });
}

export async function scanParcel(
  parcel: readonly Batch[],
  progress?: Progress,
): Promise<readonly (readonly FileOutcome[])[]> {
  const outcomes: (readonly FileOutcome[])[] = [];
  for (const [number, batch] of parcel.entries())
    outcomes.push(
      await scanBatch(batch, { enter: (file) => progress?.enter({ batch: number, file }) }),
    );
  return outcomes;
}

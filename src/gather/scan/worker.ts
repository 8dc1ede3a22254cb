import { parentPort } from 'node:worker_threads';
import { type Batch, type FileOutcome, scanBatch } from './scan-batch.ts';

/** A thread of the scan: gets batches, gives the outcomes of each, one message at a time. */
export function main(): void {
  parentPort?.on('message', async (parcel: readonly Batch[]) => {
    parentPort?.postMessage(await scanParcel(parcel));
  });
}

export async function scanParcel(
  parcel: readonly Batch[],
): Promise<readonly (readonly FileOutcome[])[]> {
  const outcomes: (readonly FileOutcome[])[] = [];
  for (const batch of parcel) outcomes.push(await scanBatch(batch));
  return outcomes;
}

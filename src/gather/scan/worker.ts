import { parentPort } from 'node:worker_threads';
import { type Batch, type FileOutcome, scanBatch } from './scan-batch.ts';

// A thread of the scan: gets batches, gives the outcomes of each, one message at a time.
parentPort?.on('message', async (parcel: readonly Batch[]) => {
  const outcomes: (readonly FileOutcome[])[] = [];
  for (const batch of parcel) outcomes.push(await scanBatch(batch));
  parentPort?.postMessage(outcomes);
});

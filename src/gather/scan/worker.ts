import { parentPort } from 'node:worker_threads';
import { type Batch, scanBatch } from './scan-batch.ts';

// A thread of the scan: gets batches, gives outcomes, one at a time.
parentPort?.on('message', async (batch: Batch) => {
  parentPort?.postMessage(await scanBatch(batch));
});

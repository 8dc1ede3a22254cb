import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Batch, type FileOutcome, scanBatch } from './scan-batch.ts';
import { WORKER_FILE } from './worker-file.ts';

export interface PoolOptions {
  /** Threads; as many as the machine has cores when left out, none with 0. */
  readonly workers?: number;
  /** Ends the scan early: batches that are left come back as unread. */
  expired(): boolean;
}

type Deliver = (batch: Batch, outcomes: readonly FileOutcome[]) => void;

const MAX_WORKERS = 8;
/** Fewer files than this are read before a thread has started. */
const FEW_FILES = 48;
const MAX_HEAP_MB = 384;
/** A batch takes milliseconds; one that takes this long hangs. */
const HANG_MS = 120_000;

/** Scans batches, in threads where that pays; whatever their number, the outcomes are the same. */
export async function runBatches(
  batches: readonly Batch[],
  options: PoolOptions,
  deliver: Deliver,
): Promise<void> {
  const files = batches.reduce((sum, batch) => sum + batch.files.length, 0);
  const wanted = options.workers ?? Math.min(MAX_WORKERS, availableParallelism());
  const queue = [...batches].reverse();
  if (
    wanted === 0 ||
    (options.workers === undefined && files < FEW_FILES) ||
    !existsSync(WORKER_FILE)
  ) {
    for (let batch = queue.pop(); batch; batch = queue.pop()) {
      deliver(batch, options.expired() ? leftOut(batch, 'deadline') : await scanBatch(batch));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return;
  }
  const threads = Math.min(wanted, batches.length);
  await Promise.all(Array.from({ length: threads }, () => drain(queue, options, deliver)));
}

/** One place for a worker: takes batches until none is left; a thread that dies is replaced. */
async function drain(queue: Batch[], options: PoolOptions, deliver: Deliver): Promise<void> {
  let thread: Thread | undefined;
  for (let batch = queue.pop(); batch; batch = queue.pop()) {
    if (options.expired()) {
      deliver(batch, leftOut(batch, 'deadline'));
      continue;
    }
    thread ??= startThread();
    const outcomes = await thread.ask(batch);
    if (outcomes) {
      deliver(batch, outcomes);
      continue;
    }
    await thread.end();
    thread = undefined;
    const { files } = batch;
    // One of them is to blame: each gets a try of its own.
    if (files.length > 1) for (const file of files) queue.push({ ...batch, files: [file] });
    else deliver(batch, leftOut(batch, 'scan_failed'));
  }
  await thread?.end();
}

interface Thread {
  /** Undefined when the thread died or hangs. */
  ask(batch: Batch): Promise<readonly FileOutcome[] | undefined>;
  end(): Promise<unknown>;
}

function startThread(): Thread {
  const worker = new Worker(WORKER_FILE, {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let answer: (outcomes: readonly FileOutcome[] | undefined) => void = () => {};
  worker.on('message', (outcomes: readonly FileOutcome[]) => answer(outcomes));
  worker.on('error', () => answer(undefined));
  worker.on('exit', () => answer(undefined));
  return {
    ask: (batch) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(undefined), HANG_MS);
        answer = (outcomes) => {
          clearTimeout(timer);
          resolve(outcomes);
        };
        worker.postMessage(batch);
      }),
    end: () => worker.terminate(),
  };
}

function leftOut(
  { root, files }: Batch,
  reason: 'deadline' | 'scan_failed',
): readonly FileOutcome[] {
  return files.map((file) => ({
    file,
    sha256: '',
    results: [],
    unread: [{ path: join(root, file), reason }],
  }));
}

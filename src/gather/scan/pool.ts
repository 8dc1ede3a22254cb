import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Batch, FileOutcome } from './scan-batch.ts';
import { WORKER_FILE } from './worker-file.ts';

export interface PoolOptions {
  /** Threads; as many as the machine has cores when left out, none with 0. */
  readonly workers?: number;
  /** Ends the scan early: batches that are left come back as unread. */
  expired(): boolean;
}

/** What a thread is sent at once. */
type Parcel = readonly Batch[];
type Deliver = (batch: Batch, outcomes: readonly FileOutcome[]) => void;

const MAX_WORKERS = 8;
/** Fewer files than this are read before a thread has started. */
const FEW_FILES = 48;
const MAX_HEAP_MB = 384;
/** Small items travel together: every message costs a change of threads. */
const PARCEL_FILES = 64;
/**
 * V8 compiles what runs often anew, and a thread lives for a few seconds: a parser and hundreds of
 * rules pay that back only where they run longest. Measured over 1,000 skills this saves a quarter.
 */
const RELUCTANT_COMPILER = '--interrupt-budget=1000000';
/** A parcel takes milliseconds; one that takes this long hangs. */
const HANG_MS = 120_000;

/** Scans batches, in threads where that pays; whatever their number, the outcomes are the same. */
export async function runBatches(
  batches: readonly Batch[],
  options: PoolOptions,
  deliver: Deliver,
): Promise<void> {
  const files = batches.reduce((sum, batch) => sum + batch.files.length, 0);
  const wanted = options.workers ?? Math.min(MAX_WORKERS, availableParallelism());
  if (
    wanted === 0 ||
    (options.workers === undefined && files < FEW_FILES) ||
    !existsSync(WORKER_FILE)
  ) {
    if (batches.length === 0) return;
    const { scanBatch } = await import('./scan-batch.ts');
    for (const batch of batches) {
      deliver(batch, options.expired() ? leftOut(batch, 'deadline') : await scanBatch(batch));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return;
  }
  setFlagsFromString(RELUCTANT_COMPILER);
  const queue = pack(batches).reverse();
  const threads = Math.min(wanted, queue.length);
  await Promise.all(Array.from({ length: threads }, () => drain(queue, options, deliver)));
}

function pack(batches: readonly Batch[]): Parcel[] {
  const parcels: Batch[][] = [];
  let room = 0;
  for (const batch of batches) {
    const last = parcels.at(-1);
    if (last && room >= batch.files.length) last.push(batch);
    else {
      parcels.push([batch]);
      room = PARCEL_FILES;
    }
    room -= batch.files.length;
  }
  return parcels;
}

/** One place for a worker: takes parcels until none is left; a thread that dies is replaced. */
async function drain(queue: Parcel[], options: PoolOptions, deliver: Deliver): Promise<void> {
  let thread: Thread | undefined;
  for (let parcel = queue.pop(); parcel; parcel = queue.pop()) {
    if (options.expired()) {
      for (const batch of parcel) deliver(batch, leftOut(batch, 'deadline'));
      continue;
    }
    thread ??= startThread();
    const outcomes = await thread.ask(parcel);
    if (outcomes) {
      for (const [i, batch] of parcel.entries()) deliver(batch, outcomes[i] ?? []);
      continue;
    }
    await thread.end();
    thread = undefined;
    // One file is to blame: the rest gets another try.
    const [first] = parcel;
    if (parcel.length > 1) queue.push(...parcel.map((batch) => [batch]));
    else if (first && first.files.length > 1 && !first.modules)
      queue.push(...first.files.map((file) => [{ ...first, files: [file] }]));
    else if (first) deliver(first, leftOut(first, 'scan_failed'));
  }
  await thread?.end();
}

type Answers = readonly (readonly FileOutcome[])[];

interface Thread {
  /** The outcomes of each batch; undefined when the thread died or hangs. */
  ask(parcel: Parcel): Promise<Answers | undefined>;
  end(): Promise<unknown>;
}

function startThread(): Thread {
  const worker = new Worker(WORKER_FILE, {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let answer: (outcomes: Answers | undefined) => void = () => {};
  worker.on('message', (outcomes: Answers) => answer(outcomes));
  worker.on('error', () => answer(undefined));
  worker.on('exit', () => answer(undefined));
  return {
    ask: (parcel) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(undefined), HANG_MS);
        answer = (outcomes) => {
          clearTimeout(timer);
          resolve(outcomes);
        };
        worker.postMessage(parcel);
      }),
    end: () => worker.terminate(),
  };
}

function leftOut(
  { root, files, modules }: Batch,
  reason: 'deadline' | 'scan_failed',
): readonly FileOutcome[] {
  return files.map((file) => ({
    file: modules ? '' : file,
    sha256: '',
    results: [],
    unread: [{ path: join(root, file), reason }],
  }));
}

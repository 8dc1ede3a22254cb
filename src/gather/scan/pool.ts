import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Batch, FileOutcome } from './batch.ts';
import { setEngineFlags } from './engine-flags.ts';
import { type Queue, queueOf } from './queue.ts';
import { type Retry, retryOf } from './retry.ts';
import { HANG_MS, startThread, type Thread } from './thread.ts';
import { WORKER_FILE } from './worker-file.ts';

export interface PoolOptions {
  /** Threads; as many as the machine has cores when left out, none with 0. */
  readonly workers?: number;
  /** The program of a thread; the built one when left out. */
  readonly file?: string;
  /** CPU time that a thread may spend at one file, in ms; half a minute when left out. */
  readonly patience?: number;
  /** Ends the scan early: batches that are left come back as unread. */
  expired?(): boolean;
}

/** Takes the outcomes of a batch; may give another that is to be scanned because of them. */
type Deliver = (batch: Batch, outcomes: readonly FileOutcome[]) => Batch | undefined;

export interface Pool {
  /** Starts the threads ahead of their work, when there will be enough of it to pay. */
  expect(files: number): void;
  /** Scans batches; whatever the number of threads, the outcomes are the same. Once only. */
  run(batches: readonly Batch[], deliver: Deliver): Promise<void>;
  /** Ends threads that were started ahead, and for which there was no work after all. */
  close(): Promise<void>;
}

const MAX_WORKERS = 8;
/** Fewer files than this are read before a thread has started. */
const FEW_FILES = 48;

export function openPool(options: PoolOptions): Pool {
  const { workers, file = WORKER_FILE, patience, expired = () => false } = options;
  const wanted = workers ?? Math.min(MAX_WORKERS, availableParallelism());
  const pays = (files: number) =>
    wanted > 0 && (workers !== undefined || files >= FEW_FILES) && existsSync(file);
  let started: readonly Thread[] = [];
  let over = false;
  return {
    expect(files) {
      if (over || started.length > 0 || !pays(files)) return;
      setEngineFlags();
      started = Array.from({ length: wanted }, () => startThread(file, patience));
    },
    async run(batches, deliver) {
      const files = batches.reduce((sum, batch) => sum + batch.files.length, 0);
      over = true;
      if (started.length === 0 && !pays(files)) return runHere(batches, options, deliver);
      setEngineFlags();
      const ready = started;
      started = [];
      const queue = queueOf(batches);
      const threads = Math.min(wanted, batches.length);
      const places = Array.from({ length: Math.max(threads, ready.length) }, (_, i) =>
        drain(queue, { file, threads, place: i, patience, expired, thread: ready[i] }, deliver),
      );
      queue.sort();
      await Promise.all(places);
    },
    async close() {
      over = true;
      await Promise.all(started.map((thread) => thread.end()));
    },
  };
}

async function runHere(
  batches: readonly Batch[],
  { patience, expired = () => false }: PoolOptions,
  deliver: Deliver,
): Promise<void> {
  if (batches.length === 0) return;
  const { scanBatch } = await import('./scan-batch.ts');
  const { boundedBy } = await import('./bounded.ts');
  const watch = { run: boundedBy(patience ?? HANG_MS) };
  for (const batch of batches) {
    let next: Batch | undefined = batch;
    while (next) {
      next = deliver(next, expired() ? leftOut(next, 'deadline') : await scanBatch(next, watch));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Where a thread takes its parcels from, and by what rules. */
interface Post {
  readonly file: string;
  readonly threads: number;
  /** Its number among them. */
  readonly place: number;
  readonly thread: Thread | undefined;
  readonly patience: number | undefined;
  expired(): boolean;
}

/** One place for a worker: takes parcels until none is left; a thread that dies is replaced. */
async function drain(queue: Queue, at: Post, deliver: Deliver): Promise<void> {
  const { file, threads, place, patience, expired } = at;
  const take = () => queue.take(threads, place);
  const pass = (batch: Batch, outcomes: readonly FileOutcome[]) => {
    const next = deliver(batch, outcomes);
    if (next) queue.first([next]);
  };
  let { thread } = at;
  for (let parcel = take(); parcel; parcel = take()) {
    if (expired()) {
      for (const batch of parcel) pass(batch, leftOut(batch, 'deadline'));
      continue;
    }
    thread ??= startThread(file, patience);
    const outcomes = await thread.ask(parcel);
    if (outcomes) {
      for (const [i, batch] of parcel.entries()) pass(batch, outcomes[i] ?? []);
      continue;
    }
    const died = thread.place();
    await thread.end();
    thread = undefined;
    // One file is to blame: the rest gets another try.
    const again: Batch[] = [];
    for (const [number, batch] of parcel.entries()) {
      const retry: Retry = number === died.batch ? retryOf(batch, died.file) : { again: batch };
      if (retry.givenUp) pass(retry.givenUp, leftOut(retry.givenUp, 'scan_failed'));
      if (retry.again) again.push(retry.again);
    }
    if (again.length > 0) queue.first(again);
  }
  await thread?.end();
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

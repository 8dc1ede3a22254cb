import { Worker } from 'node:worker_threads';
import type { Parcel } from './queue.ts';
import type { FileOutcome } from './scan-batch.ts';

type Answers = readonly (readonly FileOutcome[])[];

/** A thread that scans parcels, one at a time. */
export interface Thread {
  /** The outcomes of each batch; undefined when the thread died or hangs. */
  ask(parcel: Parcel): Promise<Answers | undefined>;
  end(): Promise<unknown>;
}

const MAX_HEAP_MB = 384;
/** A parcel takes milliseconds; one that takes this long hangs. */
const HANG_MS = 120_000;

export function startThread(file: string): Thread {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  // Who asks waits; a thread that nobody asks keeps no process alive.
  worker.unref();
  let dead = false;
  let answer: (outcomes: Answers | undefined) => void = () => {};
  const die = () => {
    dead = true;
    answer(undefined);
  };
  worker.on('message', (outcomes: Answers) => answer(outcomes));
  worker.on('error', die);
  worker.on('exit', die);
  return {
    ask: (parcel) =>
      new Promise((resolve) => {
        if (dead) {
          resolve(undefined);
          return;
        }
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

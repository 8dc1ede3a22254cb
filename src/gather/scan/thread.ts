import { Worker } from 'node:worker_threads';
import type { FileOutcome } from './batch.ts';
import { cpuTime } from './cpu-time.ts';
import { type Place, progressIn } from './progress.ts';
import type { Parcel } from './queue.ts';

type Answers = readonly (readonly FileOutcome[])[];

/** A thread that scans parcels, one at a time. */
export interface Thread {
  /** The outcomes of each batch; undefined when the thread died or hangs. */
  ask(parcel: Parcel): Promise<Answers | undefined>;
  /** The place in the parcel that it got to. */
  place(): Place;
  end(): Promise<unknown>;
}

const MAX_HEAP_MB = 384;
/** A file takes milliseconds of CPU time, the largest a few seconds; one that takes this long hangs. */
export const HANG_MS = 30_000;
const LOOKS = 20;

/** Threads that are at work: nobody is told the CPU time of one alone, so they count as sharing it. */
let atWork = 0;

/** `patience`: CPU time that it may spend at one place, in ms. */
export function startThread(file: string, patience = HANG_MS): Thread {
  const progress = progressIn();
  const worker = new Worker(file, {
    workerData: progress.memory,
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
        let steps = progress.steps();
        let spent = 0;
        let last = cpuTime();
        const look = () => {
          const now = cpuTime();
          spent = steps === progress.steps() ? spent + (now - last) / atWork : 0;
          last = now;
          steps = progress.steps();
          if (spent > patience) answer(undefined);
        };
        const timer = setInterval(look, patience / LOOKS);
        atWork++;
        answer = (outcomes) => {
          answer = () => {};
          atWork--;
          clearInterval(timer);
          resolve(outcomes);
        };
        progress.enter({ batch: 0, file: 0 });
        worker.postMessage(parcel);
      }),
    place: () => progress.place(),
    end: () => worker.terminate(),
  };
}

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from './scan-batch.ts';

/** What a thread is sent at once. */
export type Parcel = readonly Batch[];

/** Batches that wait for a thread. */
export interface Queue {
  /** The next ones for one of `threads`; undefined when none waits. */
  take(threads: number): Parcel | undefined;
  /** Puts parcels before all others. */
  first(...parcels: readonly Parcel[]): void;
  /**
   * Puts the largest first, so that none of them is begun when all else is done. Asks for the size
   * of every file: to be called while the threads have something to do.
   */
  sort(): void;
}

/** Small items travel together: every message costs a change of threads. */
const PARCEL_FILES = 64;
/** Towards the end parcels get smaller, so that no thread waits long for the last one. */
const SHARES = 4;

export function queueOf(batches: readonly Batch[]): Queue {
  const ahead: Parcel[] = [];
  let waiting = batches;
  let next = 0;
  let left = batches.reduce((sum, { files }) => sum + files.length, 0);
  return {
    take(threads) {
      const again = ahead.pop();
      if (again || next >= waiting.length) return again;
      const wanted = Math.min(PARCEL_FILES, left / (threads * SHARES));
      const from = next;
      for (let files = 0; next < waiting.length; next++) {
        const more = waiting[next]?.files.length ?? 0;
        if (next > from && files + more > wanted) break;
        files += more;
        left -= more;
      }
      return waiting.slice(from, next);
    },
    first: (...parcels) => ahead.push(...parcels.toReversed()),
    sort() {
      const weighed = waiting.slice(next).map((batch) => ({ batch, bytes: bytesOf(batch) }));
      waiting = weighed.sort((a, b) => b.bytes - a.bytes).map(({ batch }) => batch);
      next = 0;
    },
  };
}

function bytesOf({ root, files }: Batch): number {
  return files.reduce((sum, file) => sum + sizeOf(join(root, file)), 0);
}

function sizeOf(path: string): number {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

import type { Batch } from './scan-batch.ts';

/** What a thread is sent at once. */
export type Parcel = readonly Batch[];

/** Batches that wait for a thread. */
export interface Queue {
  /** The next ones for one of `threads`; undefined when none waits. */
  take(threads: number): Parcel | undefined;
  /** Puts parcels before all others. */
  first(...parcels: readonly Parcel[]): void;
}

/** Small items travel together: every message costs a change of threads. */
const PARCEL_FILES = 64;
/** Towards the end parcels get smaller, so that no thread waits long for the last one. */
const SHARES = 4;

export function queueOf(batches: readonly Batch[]): Queue {
  const ahead: Parcel[] = [];
  let next = 0;
  let left = batches.reduce((sum, { files }) => sum + files.length, 0);
  return {
    take(threads) {
      const again = ahead.pop();
      if (again || next >= batches.length) return again;
      const wanted = Math.min(PARCEL_FILES, left / (threads * SHARES));
      const from = next;
      for (let files = 0; next < batches.length; next++) {
        const more = batches[next]?.files.length ?? 0;
        if (next > from && files + more > wanted) break;
        files += more;
        left -= more;
      }
      return batches.slice(from, next);
    },
    first: (...parcels) => ahead.push(...parcels.toReversed()),
  };
}

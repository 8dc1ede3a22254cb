import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from './batch.ts';
import { LANES } from './lane.ts';

/** What a thread is sent at once. */
export type Parcel = readonly Batch[];

/** Batches that wait for a thread. */
export interface Queue {
  /** The next ones for the thread number `place` of `threads`; undefined when none waits. */
  take(threads: number, place: number): Parcel | undefined;
  /** Puts parcels before all others. */
  first(...parcels: readonly Parcel[]): void;
  /**
   * Has the last ones begin with the largest, so that none of them is begun when all else is done.
   * Asks for the sizes of their files: to be called while the threads have something to do.
   */
  sort(): void;
}

/** Small items travel together: every message costs a change of threads. */
const PARCEL_FILES = 64;
/** Towards the end parcels get smaller, so that no thread waits long for the last one. */
const SHARES = 4;
/** The last ones are those with this share of the files: whatever is begun before them has time to end. */
const LAST = 1 / 4;

/** Each thread has a lane, and helps in the other one when its own is empty. */
export function queueOf(batches: readonly Batch[]): Queue {
  const ahead: Parcel[] = [];
  const lanes = LANES.map((lane) => lineOf(batches.filter((batch) => batch.lane === lane)));
  return {
    take(threads, place) {
      const again = ahead.pop();
      if (again) return again;
      return lanes[place % lanes.length]?.take(threads) ?? firstOf(lanes, threads);
    },
    first: (...parcels) => ahead.push(...parcels.toReversed()),
    sort() {
      for (const line of lanes) line.sort();
    },
  };
}

function firstOf(lines: readonly Line[], threads: number): Parcel | undefined {
  for (const line of lines) {
    const parcel = line.take(threads);
    if (parcel) return parcel;
  }
  return undefined;
}

interface Line {
  take(threads: number): Parcel | undefined;
  sort(): void;
}

/** The batches of one lane. */
function lineOf(batches: readonly Batch[]): Line {
  let waiting = batches;
  let next = 0;
  let left = batches.reduce((sum, { files }) => sum + files.length, 0);
  return {
    take(threads) {
      if (next >= waiting.length) return undefined;
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
    sort() {
      let first = waiting.length;
      for (let files = 0; first > next && files < left * LAST; first--)
        files += waiting[first - 1]?.files.length ?? 0;
      const weighed = waiting.slice(first).map((batch) => ({ batch, bytes: bytesOf(batch) }));
      const last = weighed.sort((a, b) => b.bytes - a.bytes).map(({ batch }) => batch);
      waiting = [...waiting.slice(next, first), ...last];
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

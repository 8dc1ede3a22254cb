import { KNOWN } from './known-triggers.ts';
import { type Clause, type Needs, needsOf } from './needs.ts';
import { placeFinder } from './places.ts';
import { type Lists, wordTables } from './word-tables.ts';

/** A pattern whose places are looked up rather than searched for. */
interface Watched {
  readonly pattern: RegExp;
  /** By the numbers of their clauses. */
  readonly triggers: readonly (readonly number[])[];
  /** How many units of a string a match takes up at most. */
  readonly width: number;
}

/** Where a text holds what watched patterns need. Wrong only by saying "maybe". */
export interface Spots {
  /**
   * Whether a pattern may match what lies between two offsets, taken by itself. No word may go on
   * across `start`.
   */
  mayMatch(watched: Watched, start?: number, end?: number): boolean;
  /** Of several patterns those that may match somewhere. */
  held<W extends { readonly watched: Watched }>(those: readonly W[]): readonly W[];
  /**
   * The numbers of the stretches in which a pattern may match, one by one as `mayMatch` takes them;
   * they ascend, do not overlap and are not empty.
   */
  within(watched: Watched, stretches: readonly Stretch[]): readonly number[];
  /** The first offset from `from` on that a match may begin with or lie around; else the length. */
  next(watched: Watched, from: number): number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Spotter {
  /** Has a pattern looked up in every text from now on. */
  watch(pattern: RegExp): Watched;
  /**
   * One pass over a text for all watched patterns, however many; what it found is kept for one text at
   * a time, and found again when another was asked about meanwhile.
   */
  spotsIn(text: string): Spots;
  /** What the watched patterns need, by their sources. */
  triggers(): Readonly<Record<string, Needs>>;
}

export function createSpotter(known: ReturnType<Spotter['triggers']> = {}): Spotter {
  const all: Record<string, Needs> = {};
  const clauses: Clause[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (clause: Clause) => {
    const key = JSON.stringify(clause);
    const number = numbers.get(key) ?? clauses.push(clause) - 1;
    numbers.set(key, number);
    return number;
  };
  let find: ReturnType<typeof placeFinder> | undefined;
  let last: { readonly text: string; readonly places: Lists } | undefined;
  let asked: { readonly text: string; readonly spots: Spots } | undefined;
  const placesOf = (text: string): Lists => {
    if (last?.text === text) return last.places;
    find ??= placeFinder(wordTables(clauses));
    last = { text, places: find(text) };
    return last.places;
  };
  return {
    watch(pattern) {
      find = undefined;
      last = undefined;
      const needs = known[String(pattern)] ?? needsOf(pattern);
      all[String(pattern)] = needs;
      const { triggers, width } = needs;
      return {
        pattern,
        triggers: triggers.map((trigger) => trigger.map(numberOf)),
        width: width ?? Number.POSITIVE_INFINITY,
      };
    },
    spotsIn(text) {
      // A text is asked for by one rule after the other.
      if (asked?.text === text) return asked.spots;
      placesOf(text);
      asked = { text, spots: spotsOf(() => placesOf(text), text.length) };
      return asked.spots;
    },
    triggers: () => all,
  };
}

/** What the constants of all modules have looked up. */
export const { watch, spotsIn, triggers } = createSpotter(KNOWN);

function spotsOf(places: () => Lists, length: number): Spots {
  const spots: Spots = {
    within(watched, stretches) {
      const found: number[] = [];
      let index = 0;
      for (let at = spots.next(watched, 0); at < length; ) {
        index = firstPast(stretches, at, index);
        const stretch = stretches[index];
        if (!stretch) break;
        const { start, end } = stretch;
        if (spots.mayMatch(watched, start, end)) found.push(index);
        index++;
        at = spots.next(watched, end);
      }
      return found;
    },
    held(those) {
      const lists = places();
      return those.filter(({ watched: { triggers } }) => {
        for (let i = 0; i < triggers.length; i++) if (isThere(triggers[i], lists)) return true;
        return false;
      });
    },
    mayMatch({ triggers, width }, start = 0, end = Number.POSITIVE_INFINITY) {
      const lists = places();
      for (let i = 0; i < triggers.length; i++)
        if (isMet(triggers[i], width, lists, start, end)) return true;
      return false;
    },
    next({ triggers }, offset) {
      const lists = places();
      let nearest = length;
      for (let i = 0; i < triggers.length; i++) {
        const trigger = triggers[i] ?? NOTHING;
        // Each clause has a place in every match: the one with the fewest tells most.
        const first = trigger[0];
        if (first === undefined) return offset;
        let rarest = first;
        let fewest = countOf(rarest, lists);
        for (let k = 1; k < trigger.length && fewest > 0; k++) {
          const clause = trigger[k] ?? first;
          const count = countOf(clause, lists);
          if (count >= fewest) continue;
          rarest = clause;
          fewest = count;
        }
        if (fewest > 0) nearest = Math.min(nearest, firstFrom(offset, rarest, lists));
      }
      return nearest;
    },
  };
  return spots;
}

/**
 * The first offset from a given one on that a match of one of several patterns may begin with or lie
 * around; quick for offsets that ascend.
 */
export function nextOf(spots: Spots, those: readonly Watched[]): (from: number) => number {
  let at = 0;
  let asked = Number.POSITIVE_INFINITY;
  return (from) => {
    if (from > at || from < asked) {
      at = Number.POSITIVE_INFINITY;
      for (const watched of those) at = Math.min(at, spots.next(watched, from));
    }
    asked = from;
    return at;
  };
}

/** The first of the stretches from `index` on that ends behind an offset. */
function firstPast(stretches: readonly Stretch[], at: number, index: number): number {
  let low = index;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Asked for each stretch of each text: without iterators, which code that is run a few thousand times is slow at.

const NOTHING: readonly number[] = [];

function isMet(
  trigger: readonly number[] = NOTHING,
  width: number,
  lists: Lists,
  start: number,
  end: number,
): boolean {
  if (!isThere(trigger, lists)) return false;
  if (trigger.length === 0 || (start === 0 && end === Number.POSITIVE_INFINITY)) return true;
  for (let from = start; ; ) {
    // The clauses one behind the other, each as near to the one before as it gets.
    let first = -1;
    let at = from - 1;
    for (let i = 0; i < trigger.length; i++) {
      at = firstFrom(at + 1, trigger[i] ?? 0, lists);
      if (at >= end) return false;
      if (first < 0) first = at;
    }
    if (at - first < width) return true;
    // For those that start further on the last one is there or behind it.
    from = at - width + 1;
  }
}

function isThere(trigger: readonly number[] = NOTHING, lists: Lists): boolean {
  for (let i = 0; i < trigger.length; i++) if (countOf(trigger[i] ?? 0, lists) === 0) return false;
  return true;
}

function countOf(clause: number, { from }: Lists): number {
  return (from[clause + 1] ?? 0) - (from[clause] ?? 0);
}

/** The first place of a clause that is not below an offset; infinite when there is none. */
function firstFrom(offset: number, clause: number, { from, items }: Lists): number {
  const end = from[clause + 1] ?? 0;
  let low = from[clause] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low < end ? (items[low] ?? 0) : Number.POSITIVE_INFINITY;
}

import type { Spot } from '../finding.ts';
import type { Stretch } from './blocks.ts';

/** A stretch of prose, or of a block without a language, and the headings above it. */
export interface Region extends Stretch {
  readonly under: string;
}

/** Which lines a stretch has: those from `first` up to `last`, that one left out. */
interface Run extends Stretch {
  readonly first: number;
  readonly last: number;
  /** Whether one of its lines is so long that it is several. */
  readonly long: boolean;
}

/** The lines of several stretches in their order, by number; a long one is several. */
export interface Lines {
  readonly runs: readonly Run[];
  start(index: number): number;
  end(index: number): number;
  /** Whether it goes on from the one before. */
  goesOn(index: number): boolean;
  text(index: number): string;
  /** The headings above it. */
  under(index: number): string;
  /** The lines at most so far away, the nearest first. */
  around(index: number, distance: number): readonly number[];
  /** Where the lines at most so far away lie. */
  span(index: number, distance: number): Stretch;
  /** Whether one of the lines at most so far away is one that is looked for. */
  some(index: number, distance: number, is: (other: number) => boolean): boolean;
}

const MAX_LINE = 2000;
const MAX_LINES = 50_000;

/** Whether one of the lines of a stretch may be so long that it is several. */
export function mayBeLong({ start, end }: Stretch): boolean {
  return end - start > MAX_LINE;
}

/** Two lists of stretches, each in the order of the text, as one; of those at one place the first's before. */
export function inOrder(first: readonly Region[], second: readonly Region[]): readonly Region[] {
  if (second.length === 0) return first;
  const all: Region[] = [];
  let next = 0;
  for (const region of first) {
    for (let other = second[next]; other && other.start < region.start; other = second[++next])
      all.push(other);
    all.push(region);
  }
  return all.concat(second.slice(next));
}

/** The lines of stretches in the order of the text. */
export function linesOf(
  text: string,
  regions: readonly Region[],
  place: (at: number) => Spot,
): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  const runs: Run[] = [];
  for (const { start, end } of regions) {
    const first = starts.length;
    const owner = runs.length;
    let long = false;
    for (let at = start; at < end && starts.length < MAX_LINES; ) {
      const newline = text.indexOf('\n', at);
      const stop = newline < 0 || newline > end ? end : newline;
      for (let from = at; from < stop; from += MAX_LINE) {
        starts.push(from);
        ends.push(Math.min(stop, from + MAX_LINE));
        owners.push(owner);
      }
      long ||= stop - at > MAX_LINE;
      at = stop + 1;
    }
    runs.push({ start, end, first, last: starts.length, long });
  }
  const count = starts.length;
  // Few lines are asked where they stand.
  const known: number[] = [];
  const numberOf = (index: number): number => {
    const number = known[index] ?? place(starts[index] ?? 0).line;
    known[index] = number;
    return number;
  };
  const isNear = (other: number, index: number, distance: number) =>
    other >= 0 && other < count && Math.abs(numberOf(other) - numberOf(index)) <= distance;
  return {
    runs,
    start: (index) => starts[index] ?? 0,
    end: (index) => ends[index] ?? 0,
    goesOn: (index) =>
      index > 0 && ends[index - 1] === starts[index] && owners[index - 1] === owners[index],
    text: (index) => text.slice(starts[index], ends[index]),
    under: (index) => regions[owners[index] ?? 0]?.under ?? '',
    around(index, distance) {
      const found: number[] = [];
      const add = (other: number) => {
        if (isNear(other, index, distance)) found.push(other);
      };
      add(index);
      for (let step = 1; step <= distance * 2; step++) {
        add(index - step);
        add(index + step);
      }
      return found;
    },
    span: (index, distance) => ({
      start: starts[Math.max(0, index - distance * 2)] ?? 0,
      end: ends[Math.min(count - 1, index + distance * 2)] ?? text.length,
    }),
    some(index, distance, is) {
      for (let other = index - distance * 2; other <= index + distance * 2; other++)
        if (isNear(other, index, distance) && is(other)) return true;
      return false;
    },
  };
}

/**
 * Which runs of three characters a stretch of text holds (of two, where they are not ASCII): enough
 * to tell that a pattern cannot match there, at the price of one pass for all patterns.
 */
export interface Grams {
  /** Forgets what was read before, and reads `text` from `start` to `end`. */
  read(text: string, start?: number, end?: number): void;
  /** Whether it may hold all of these; wrong only where two runs share a number. */
  hasAll(numbers: readonly number[]): boolean;
}

const THREE = 0x7fff;
/** Numbers of runs of two lie above those of three. */
const TWO = 0x8000;

export function createGrams(): Grams {
  // A number is in when its mark is that of the current reading: nothing has to be wiped.
  const marks = new Uint32Array(0x10000);
  let reading = 0;
  return {
    read(text, start = 0, end = text.length) {
      reading++;
      let last = 0;
      let three = 0;
      for (let i = start; i < end; i++) {
        const code = fold(text.charCodeAt(i));
        three = ((three << 5) ^ code) & THREE;
        if (i >= start + 2) marks[three] = reading;
        if (code > 0x7f && last > 0x7f) marks[pairOf(last, code)] = reading;
        last = code;
      }
    },
    hasAll(numbers) {
      for (let i = 0; i < numbers.length; i++) if (marks[numbers[i] ?? 0] !== reading) return false;
      return true;
    },
  };
}

/** The numbers of all runs in a piece of text; none when it is too short to have any. */
export function gramsIn(piece: string): readonly number[] {
  const numbers = new Set<number>();
  let last = 0;
  let three = 0;
  for (let i = 0; i < piece.length; i++) {
    const code = fold(piece.charCodeAt(i));
    three = ((three << 5) ^ code) & THREE;
    if (i >= 2) numbers.add(three);
    if (code > 0x7f && last > 0x7f) numbers.add(pairOf(last, code));
    last = code;
  }
  return [...numbers];
}

function pairOf(first: number, second: number): number {
  return TWO | (((first << 7) ^ second) & THREE);
}

/** ASCII in lower case: one index serves patterns with and without regard to case. */
function fold(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

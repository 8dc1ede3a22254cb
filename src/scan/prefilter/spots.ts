import { type Clause, START, triggersOf } from './needs.ts';

/** A pattern whose places are looked up rather than searched for. */
interface Watched {
  readonly pattern: RegExp;
  /** By the numbers of their clauses. */
  readonly triggers: readonly (readonly number[])[];
}

/** Where a text holds what watched patterns need. Wrong only by saying "maybe". */
export interface Spots {
  /**
   * Whether a pattern may match what lies between two offsets, taken by itself. No word may go on
   * across `start`.
   */
  mayMatch(watched: Watched, start?: number, end?: number): boolean;
  /** The first offset from `from` on that a match may begin with or lie around; else the length. */
  next(watched: Watched, from: number): number;
}

const BITS = 5;
const LOW = 2 ** BITS - 1;
/** Three characters by their lower bits: letters of both cases are the same. */
const MASK = 2 ** (3 * BITS) - 1;
const ASCII = 0x80;
/** Entries are numbered in 16 bits. */
const MAX_ENTRIES = 0xffff;
/** What `\w` stands for, by its code. */
const IS_WORD = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/\w/.test(String.fromCharCode(code))),
);

interface Spotter {
  /** Has a pattern looked up in every text from now on. */
  watch(pattern: RegExp): Watched;
  /** One pass over a text for all watched patterns, however many; kept for the text asked last. */
  spotsIn(text: string): Spots;
}

export function createSpotter(): Spotter {
  const clauses: Clause[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (clause: Clause) => {
    const key = JSON.stringify(clause);
    const number = numbers.get(key) ?? clauses.push(clause) - 1;
    numbers.set(key, number);
    return number;
  };
  let tables: Tables | undefined;
  let last: { readonly text: string; readonly spots: Spots } | undefined;
  return {
    watch(pattern) {
      tables = undefined;
      last = undefined;
      return { pattern, triggers: triggersOf(pattern).map((trigger) => trigger.map(numberOf)) };
    },
    spotsIn(text) {
      tables ??= tablesOf(clauses);
      if (last?.text !== text) last = { text, spots: read(text, tables) };
      return last.spots;
    },
  };
}

/** What the constants of all modules have looked up. */
export const { watch, spotsIn } = createSpotter();

/** The texts of all clauses, to be found by their first characters. */
interface Tables {
  /** For each bucket the first of its entries, 0 for none: for texts that start a word, */
  readonly starts: Uint16Array;
  /** for those that need not, */
  readonly heads: Uint16Array;
  /** and for those that do not start with ASCII. */
  readonly others: Uint16Array;
  /** For each entry the next one of its bucket. */
  readonly nexts: Uint16Array;
  /** For each entry the text it stands for. */
  readonly texts: readonly Wanted[];
  /** How many there are. */
  readonly clauses: number;
}

interface Wanted {
  readonly codes: readonly number[];
  readonly startsWord: boolean;
  readonly clauses: number[];
}

function tablesOf(clauses: readonly Clause[]): Tables {
  const wanted = new Map<string, Wanted>();
  for (const [number, clause] of clauses.entries())
    for (const text of clause) {
      const known = wanted.get(text);
      if (known) known.clauses.push(number);
      else wanted.set(text, wantedOf(text, number));
    }
  const starts = new Uint16Array(MASK + 1);
  const heads = new Uint16Array(MASK + 1);
  const others = new Uint16Array(MASK + 1);
  const nexts: number[] = [0];
  const texts: Wanted[] = [{ codes: [], startsWord: false, clauses: [] }];
  const enter = (table: Uint16Array, bucket: number, it: Wanted) => {
    nexts.push(table[bucket] ?? 0);
    const entry = texts.push(it) - 1;
    if (entry > MAX_ENTRIES) throw new RangeError('more words than the tables can number');
    table[bucket] = entry;
  };
  for (const it of wanted.values()) {
    const [a = 0, b = 0, c] = it.codes;
    const table = it.startsWord ? starts : heads;
    if (a >= ASCII) enter(others, pairOf(a, b), it);
    else if (c !== undefined) enter(table, bucketOf(a, b, c), it);
    // After two characters anything may follow.
    else for (let low = 0; low <= LOW; low++) enter(table, bucketOf(a, b, low), it);
  }
  return { starts, heads, others, nexts: Uint16Array.from(nexts), texts, clauses: clauses.length };
}

function wantedOf(text: string, clause: number): Wanted {
  const startsWord = text.startsWith(START);
  const plain = startsWord ? text.slice(START.length) : text;
  const codes = Array.from({ length: plain.length }, (_, i) => plain.charCodeAt(i));
  return { codes, startsWord, clauses: [clause] };
}

function bucketOf(a: number, b: number, c: number): number {
  return ((((a << BITS) | (b & LOW)) << BITS) | (c & LOW)) & MASK;
}

function pairOf(a: number, b: number): number {
  return ((a << 7) ^ b) & MASK;
}

function read(text: string, { starts, heads, others, nexts, texts, clauses }: Tables): Spots {
  const places: (number[] | undefined)[] = new Array(clauses).fill(undefined);
  const { length } = text;
  const enter = (first: number | undefined, at: number) => {
    for (let entry = first; entry; entry = nexts[entry]) {
      const wanted = texts[entry];
      if (!wanted || !stands(wanted.codes, text, at)) continue;
      for (const clause of wanted.clauses) {
        const known = places[clause];
        if (known) known.push(at);
        else places[clause] = [at];
      }
    }
  };
  let first = 0;
  let second = length > 0 ? text.charCodeAt(0) : 0;
  let third = length > 1 ? text.charCodeAt(1) : 0;
  for (let at = 0; at < length; at++) {
    const inWord = IS_WORD[first] === 1;
    first = second;
    second = third;
    third = at + 2 < length ? text.charCodeAt(at + 2) : 0;
    if (first < ASCII) {
      const bucket = bucketOf(first, second, third);
      if (!inWord && starts[bucket] !== 0) enter(starts[bucket], at);
      if (heads[bucket] !== 0) enter(heads[bucket], at);
    } else {
      const pair = pairOf(first, second);
      if (others[pair] !== 0) enter(others[pair], at);
    }
  }
  return spotsOf(places, length);
}

/** From behind: what starts alike is looked at here, and ends otherwise. */
function stands(codes: readonly number[], text: string, at: number): boolean {
  for (let k = codes.length - 1; k >= 0; k--)
    if (fold(text.charCodeAt(at + k)) !== codes[k]) return false;
  return true;
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

function spotsOf(places: readonly (readonly number[] | undefined)[], length: number): Spots {
  const next = (clause: number, from: number) => firstFrom(places[clause], from) ?? length;
  return {
    mayMatch({ triggers }, start = 0, end = length) {
      return triggers.some((trigger) =>
        trigger.every((clause) => places[clause] && next(clause, start) < end),
      );
    },
    next({ triggers }, from) {
      let nearest = length;
      for (const trigger of triggers) {
        // Each clause has a place in every match: the one with the fewest tells most.
        let rarest = trigger[0];
        if (rarest === undefined) return from;
        for (const clause of trigger)
          if ((places[clause]?.length ?? 0) < (places[rarest]?.length ?? 0)) rarest = clause;
        nearest = Math.min(nearest, next(rarest, from));
      }
      return nearest;
    },
  };
}

/** The first of ascending numbers that is not below another. */
function firstFrom(ascending: readonly number[] | undefined, from: number): number | undefined {
  if (!ascending) return undefined;
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

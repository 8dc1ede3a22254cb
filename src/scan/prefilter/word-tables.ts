import { type Clause, START } from './needs.ts';

/** Lists that follow one another: list `k` is `items` from `from[k]` up to `from[k + 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/** Texts to be found wherever they stand, by their first bytes in UTF-8. */
export interface WordTables {
  /**
   * By the kinds of three bytes: which kinds a fourth one may have for one of the texts to stand there.
   * All of them where the first is not ASCII.
   */
  readonly fourths: Int32Array;
  /** By the kinds of three bytes that a text starts with: which of `entries` holds all those texts. */
  readonly slots: Uint16Array;
  /** Numbers of texts. */
  readonly entries: Lists;
  /** By a hash of three bytes: the numbers of the texts whose first one is not ASCII. */
  readonly others: Lists;
  /** The bytes of each text, from `from` of its number on, and a zero behind them. */
  readonly bytes: { readonly from: Int32Array; readonly items: Uint8Array };
  /** Of each text: 1 when a word has to start there. */
  readonly startsWord: Uint8Array;
  /** The clauses of each text. */
  readonly clauses: Lists;
  /** How many clauses there are. */
  readonly count: number;
  /** Of the longest text, in characters. */
  readonly longest: number;
}

const BITS = 5;
const THREE = 2 ** (3 * BITS) - 1;
const ANY = -1;
const HASHES = 2 ** 10;
const OTHER = 31;
/** Below it the first of three kinds is that of an ASCII character. */
export const NOT_ASCII = OTHER << (2 * BITS);
/** Letters, the same for both cases, are told from one another, and the rest as far as numbers last. */
export const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  const c = String.fromCharCode(byte);
  if (byte >= 0x80) return OTHER;
  if (/[a-z]/i.test(c)) return byte & 31;
  return /[\d_]/.test(c) ? 27 : c === '-' ? 28 : /[./:]/.test(c) ? 29 : byte > 32 ? 30 : 0;
});

export function wordTables(clauses: readonly Clause[]): WordTables {
  const numbers = new Map<string, number>();
  const ofTexts = gather();
  for (const [clause, texts] of clauses.entries())
    for (const text of texts) {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      ofTexts.add(number, clause);
    }
  const entries = gather();
  const others = gather();
  const startsWord = new Uint8Array(numbers.size);
  const fourths = new Int32Array(THREE + 1).fill(ANY, NOT_ASCII);
  const slots = new Uint16Array(THREE + 1);
  let last = 0;
  let longest = 0;
  const plain: string[] = [];
  for (const [text, number] of numbers) {
    const isStart = text.startsWith(START);
    startsWord[number] = Number(isStart);
    const word = isStart ? text.slice(START.length) : text;
    longest = Math.max(longest, word.length);
    plain.push(word);
  }
  // Encoded at once: each thread makes these tables, in code that has not run before.
  const spelled = new TextEncoder().encode(`${plain.join('\0')}\0`);
  const starts = new Int32Array(numbers.size + 1);
  let at = 0;
  for (let number = 0; number < numbers.size; number++) {
    const a = spelled[at] ?? 0;
    const b = spelled[at + 1] ?? 0;
    // A zero where there is none.
    const c = spelled[at + 2] ?? 0;
    const d = c === 0 ? 0 : (spelled[at + 3] ?? 0);
    at = spelled.indexOf(0, at) + 1;
    starts[number + 1] = at;
    if (a >= 0x80) {
      others.add(hashOf(a, b, c), number);
      continue;
    }
    // After two characters anything may follow.
    const [from, to] = c === 0 ? [0, OTHER] : [kindOf(c), kindOf(c)];
    for (let third = from; third <= to; third++) {
      const bucket = step(step(kindOf(a), kindOf(b)), third);
      slots[bucket] ||= ++last;
      entries.add(slots[bucket] ?? 0, number);
      fourths[bucket] = (fourths[bucket] ?? 0) | (d === 0 ? ANY : 1 << kindOf(d));
    }
  }
  return {
    fourths,
    slots,
    entries: entries.lists(last + 1),
    others: others.lists(HASHES),
    bytes: { from: starts, items: spelled },
    startsWord,
    clauses: ofTexts.lists(numbers.size),
    count: clauses.length,
    longest,
  };
}

function kindOf(byte: number): number {
  return KIND[byte] ?? OTHER;
}

/** The kinds of the three bytes last seen, with one more. */
export function step(bucket: number, kind: number): number {
  return ((bucket << BITS) | kind) & THREE;
}

export function hashOf(a: number, b: number, c: number): number {
  return ((a << 8) ^ (b << 4) ^ c) & (HASHES - 1);
}

interface Gathered {
  /** Adds an item to one of the lists; those of a list stay in their order. */
  add(list: number, item: number): void;
  /** The lists from 0 up to `count`; they hold until it is asked again. */
  lists(count: number): Lists;
  /** Forgets all items. */
  clear(): void;
}

/** Items of many lists, in flat arrays that are used again. */
export function gather(): Gathered {
  let all = new Int32Array(1024);
  let end = 0;
  let from = new Int32Array(0);
  let items = new Int32Array(0);
  return {
    add(list, item) {
      if (end === all.length) {
        const longer = new Int32Array(2 * end);
        longer.set(all);
        all = longer;
      }
      all[end] = list;
      all[end + 1] = item;
      end += 2;
    },
    lists(count) {
      if (from.length !== count + 1) from = new Int32Array(count + 1);
      else from.fill(0);
      if (items.length < end >> 1) items = new Int32Array(all.length >> 1);
      for (let i = 0; i < end; i += 2) {
        const list = all[i] ?? 0;
        from[list] = (from[list] ?? 0) + 1;
      }
      let before = 0;
      for (let list = 0; list <= count; list++) {
        before += from[list] ?? 0;
        from[list] = before;
      }
      // From behind: each start moves down to its place while the list is filled.
      for (let i = end - 2; i >= 0; i -= 2) {
        const list = all[i] ?? 0;
        const at = (from[list] ?? 0) - 1;
        from[list] = at;
        items[at] = all[i + 1] ?? 0;
      }
      return { from, items };
    },
    clear() {
      end = 0;
      if (all.length > MAX_KEPT) all = new Int32Array(1024);
      if (items.length > MAX_KEPT) items = new Int32Array(0);
    },
  };
}

/** Numbers that are kept room for from one text to the next. */
const MAX_KEPT = 2 ** 20;

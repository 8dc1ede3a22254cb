import {
  gather,
  hashOf,
  KIND,
  type Lists,
  NOT_ASCII,
  step,
  type WordTables,
} from './word-tables.ts';

/** Characters that are encoded at a time. */
const PIECE = 2 ** 15;
/** In UTF-8 a unit of a string takes up to three bytes. */
const WIDEST = 3;
/** What `\w` stands for, by its byte. */
const IS_WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte < 0x80 && /\w/.test(String.fromCharCode(byte))),
);

/**
 * Finds the texts of the tables in one pass, whose time does not grow with their number. For each
 * clause it gives the ascending offsets at which one of its texts stands, until the next text is read.
 */
export function placeFinder(tables: WordTables): (text: string) => Lists {
  const { fourths, slots, entries, others, startsWord, clauses, count, longest } = tables;
  const { from: spelledFrom, items: spelled } = tables.bytes;
  const found = gather();
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(WIDEST * (PIECE + 2 * longest));

  /** The texts of a list that stand at a byte. */
  const enter = ({ from, items }: Lists, list: number, byte: number, at: number) => {
    const inWord = byte > 0 ? (IS_WORD[bytes[byte - 1] ?? 0] ?? 0) : before;
    const last = from[list + 1] ?? 0;
    for (let entry = from[list] ?? 0; entry < last; entry++) {
      const number = items[entry] ?? 0;
      if ((inWord & (startsWord[number] ?? 0)) !== 0) continue;
      // From behind: what starts alike is looked at here, and ends otherwise.
      const start = spelledFrom[number] ?? 0;
      let i = (spelledFrom[number + 1] ?? 0) - 2;
      while (i >= start && fold(bytes[byte + i - start] ?? 0) === spelled[i]) i--;
      if (i >= start) continue;
      const end = clauses.from[number + 1] ?? 0;
      for (let k = clauses.from[number] ?? 0; k < end; k++) found.add(clauses.items[k] ?? 0, at);
    }
  };
  let before = 0;

  const readPiece = (length: number, start: number, most: number) => {
    let bucket = 0;
    // By how much offsets in bytes are ahead of those in characters.
    let ahead = -start;
    for (let byte = -3; byte < length; byte++) {
      const kind = byte + 3 < length ? (KIND[bytes[byte + 3] ?? 0] ?? 0) : 0;
      if (((fourths[bucket] ?? 0) & (1 << kind)) !== 0 && byte >= 0) {
        const first = bytes[byte] ?? 0;
        if (byte - ahead >= most) return;
        if (bucket < NOT_ASCII) enter(entries, slots[bucket] ?? 0, byte, byte - ahead);
        else if (first < 0xc0) ahead++;
        else {
          enter(
            others,
            hashOf(first, bytes[byte + 1] ?? 0, bytes[byte + 2] ?? 0),
            byte,
            byte - ahead,
          );
          // Four bytes are two characters.
          if (first >= 0xf0) ahead--;
        }
      }
      bucket = step(bucket, kind);
    }
  };

  return (text) => {
    found.clear();
    before = 0;
    for (let start = 0; start < text.length; start += PIECE) {
      const piece = text.slice(start, start + PIECE + longest);
      const { written } = encoder.encodeInto(piece, bytes);
      // What an earlier piece left behind it is none of this one.
      bytes.fill(0, written, written + WIDEST * longest);
      if (start > 0) before = IS_WORD[text.charCodeAt(start - 1)] ?? 0;
      readPiece(written, start, Math.min(text.length, start + PIECE));
    }
    return found.lists(count);
  };
}

function fold(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}

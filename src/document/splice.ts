/** What stands between two UTF-16 offsets of a text (end exclusive), and what replaces it. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of a text: taken from the old text at an offset, or new. */
interface Piece {
  readonly text: string;
  readonly from: number | undefined;
}

/** The text with its splices, which are in order and do not overlap, carried out. */
export function spliceText(text: string, splices: readonly Splice[]): string {
  let result = '';
  let from = 0;
  for (const splice of splices) {
    result += text.slice(from, splice.start) + splice.text;
    from = splice.end;
  }
  return result + text.slice(from);
}

export function wholeText(text: string): readonly Piece[] {
  return text === '' ? [] : [{ text, from: 0 }];
}

/** Carries splices out on a text in pieces; their offsets are those of the text as it is now. */
export function splicePieces(
  pieces: readonly Piece[],
  splices: readonly Splice[],
): readonly Piece[] {
  const result: Piece[] = [];
  let from = 0;
  for (const splice of splices) {
    result.push(...cutPieces(pieces, from, splice.start));
    if (splice.text !== '') result.push({ text: splice.text, from: undefined });
    from = splice.end;
  }
  return [...result, ...cutPieces(pieces, from, Number.POSITIVE_INFINITY)];
}

function cutPieces(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { text, from } of pieces) {
    const [first, last] = [Math.max(start - at, 0), Math.min(end - at, text.length)];
    if (first < last)
      result.push({
        text: text.slice(first, last),
        from: from === undefined ? undefined : from + first,
      });
    at += text.length;
  }
  return result;
}

/** What became of an old text of this length, as splices of it. */
export function toSplices(pieces: readonly Piece[], length: number): readonly Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  let added = '';
  const close = (end: number) => {
    if (end > at || added !== '') splices.push({ start: at, end, text: added });
    added = '';
  };
  for (const { text, from } of pieces) {
    if (from === undefined) added += text;
    else {
      close(from);
      at = from + text.length;
    }
  }
  close(length);
  return splices;
}

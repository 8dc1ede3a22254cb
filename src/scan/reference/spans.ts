/** A stretch of text: from, to (exclusive). */
export type Span = readonly [start: number, end: number];

/** The text with spans turned into blanks: every other character and every line stays in place. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of spans) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

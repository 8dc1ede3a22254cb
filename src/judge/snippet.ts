import type { Span } from '../document/parse.ts';

const MAX_LENGTH = 240;
const LINE_BREAK = /[\n\r\u2028\u2029]/;

export interface Snippet {
  readonly snippet: string;
  /** From 0, in UTF-16 units. */
  readonly snippetStart: number;
  readonly snippetLength: number;
}

/** The line a span starts on, cut to a window around it when it is long. Looks no farther than that. */
export function cutSnippet(text: string, span: Span): Snippet {
  const first = Math.max(0, span.start - MAX_LENGTH);
  let from = span.start;
  while (from > first && !LINE_BREAK.test(text.charAt(from - 1))) from -= 1;
  const last = Math.min(text.length, span.start + MAX_LENGTH);
  let to = span.start;
  while (to < last && !LINE_BREAK.test(text.charAt(to))) to += 1;
  const end = Math.min(span.end, to);
  if (to - from > MAX_LENGTH) {
    from = Math.max(from, span.start - MAX_LENGTH / 4);
    to = Math.min(to, from + MAX_LENGTH);
  }
  return {
    snippet: text.slice(from, to).trimEnd(),
    snippetStart: span.start - from,
    snippetLength: Math.max(1, Math.min(end, to) - span.start),
  };
}

import { lineTable } from './lines.ts';
import { readNodes } from './nodes.ts';
import type { Route } from './route.ts';
import { type Range, scan } from './scan.ts';
import { indexSpans, type SpanIndex } from './spans.ts';
import { readValue } from './value.ts';

/** Any JSON value as a parser returns it; numbers may be NaN or infinite, as JSON5 allows. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A stretch of the text: UTF-16 offsets (end exclusive), line and column counted from 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}
export type { Range, Route, SpanIndex };

export type ParsedDocument =
  | {
      readonly ok: true;
      readonly value: JsonValue;
      readonly comments: readonly Range[];
      /** Made when first asked for; undefined when positions cannot be trusted. */
      readonly index: () => SpanIndex | undefined;
    }
  | {
      readonly ok: false;
      readonly code: 'syntax' | 'too_deep';
      /** The offending character when it is printable; empty at the end of the text. */
      readonly detail: string;
      readonly line: number;
      readonly column: number;
    };

/** Levels of nesting that are read. */
export const MAX_DEPTH = 256;

/** The parser counts LF only, and its column is that of the offending character, or 0 for a LF. */
function offsetOf(text: string, error: unknown): number {
  const { lineNumber = 1, columnNumber = 1 } = error as Partial<
    Record<'lineNumber' | 'columnNumber', number>
  >;
  let lineStart = 0;
  for (let line = 1; line < lineNumber; line++) lineStart = text.indexOf('\n', lineStart) + 1;
  const offset = Math.min(Math.max(lineStart + columnNumber - 1, 0), text.length);
  const code = text.charCodeAt(offset);
  // An astral character counts two columns; point at its first half.
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}

/** Reads JSON5; never throws, whatever the text. */
export function parseDocument(text: string): ParsedDocument {
  const reading = readNodes(text, MAX_DEPTH);
  const fail = (code: 'syntax' | 'too_deep', offset: number): ParsedDocument => {
    const found = String.fromCodePoint(text.codePointAt(offset) ?? 32);
    const detail = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(found) ? found : '';
    return { ok: false, code, detail, ...lineTable(text).at(offset) };
  };
  // A text that was read to its end is not too deep.
  const { comments, tooDeepAt } = reading
    ? { comments: reading.comments, tooDeepAt: undefined }
    : scan(text, MAX_DEPTH);
  if (tooDeepAt !== undefined) return fail('too_deep', tooDeepAt);
  let value: JsonValue;
  try {
    value = readValue(text);
  } catch (error) {
    return fail('syntax', offsetOf(text, error));
  }
  let known: { readonly index: SpanIndex | undefined } | undefined;
  const index = () => {
    known ??= { index: indexSpans(text, value, reading) };
    return known.index;
  };
  return { ok: true, value, comments, index };
}

import { isLineBreak } from './lines.ts';
import type { JsonValue } from './parse.ts';

export type Quote = '"' | "'";

const BARE_KEY = /^[A-Za-z_$][\w$]*$/;
/** JSON5 has them as bare keys too, but other readers of it refuse them. */
const RESERVED = new Set(['null', 'true', 'false']);

/** The quote that a text starts with; undefined when it starts with none. */
export function quoteOf(written: string): Quote | undefined {
  const first = written.charAt(0);
  return first === '"' || first === "'" ? first : undefined;
}

function writeString(text: string, quote: Quote): string {
  // Raw in JSON, but line ends to some readers of JSON5.
  const json = JSON.stringify(text).replace(/[\u2028\u2029]/g, (char) =>
    char === '\u2028' ? '\\u2028' : '\\u2029',
  );
  if (quote === '"') return json;
  const inner = json.slice(1, -1).replaceAll('\\"', '"');
  return `'${inner.replaceAll("'", "\\'")}'`;
}

/** A value on one line, its strings and keys in these quotes. */
export function writeValue(value: JsonValue, quote: Quote): string {
  if (typeof value === 'string') return writeString(value, quote);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, quote)).join(', ')}]`;
  const members = Object.entries(value).map(
    ([key, child]) => `${writeString(key, quote)}: ${writeValue(child, quote)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** A key as its neighbour is written: quoted when that is, bare when it may be. */
export function writeKey(key: string, neighbour: string | undefined, quote: Quote): string {
  const own = neighbour === undefined ? undefined : quoteOf(neighbour);
  if (own !== undefined) return writeString(key, own);
  return BARE_KEY.test(key) && !RESERVED.has(key) ? key : writeString(key, quote);
}

/** Line break and indentation in front of an offset; undefined when more than blanks stand there. */
export function lineStartBefore(text: string, offset: number): string | undefined {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  if (at === 0 || !isLineBreak(text.charCodeAt(at - 1))) return undefined;
  const start = text[at - 1] === '\n' && text[at - 2] === '\r' ? at - 2 : at - 1;
  return text.slice(start, offset);
}

import type { Node } from '../interpreter/node.ts';
import { BACKSLASH, endOfString, LF, lineEnd } from './characters.ts';
import { inserted } from './lists.ts';
import { BROKEN, deeper, type Parser } from './parser.ts';
import { STRING, TEMPLATE } from './tokens.ts';

const ESCAPE =
  /\\(?:\r?\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|N\{[^}\n]{0,80}\}|([\s\S]))/g;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** What escapes stand for; those that Python does not know stay as they are. */
export function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    ESCAPE,
    (whole, hex?: string, four?: string, eight?: string, octal?: string, short?: string) => {
      const digits = hex ?? four ?? eight;
      const code = digits ? Number.parseInt(digits, 16) : octal ? Number.parseInt(octal, 8) : -1;
      if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      if (short === undefined) return whole.startsWith('\\N') ? '*' : '';
      return SHORT.get(short) ?? whole;
    },
  );
}

/** Strings that follow one another: a text, or with values put into it, a template. */
export function strings(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  const first = string(parser);
  if (tokens.kind !== STRING && tokens.kind !== TEMPLATE) return first;
  const parts = [first];
  while (tokens.kind === STRING || tokens.kind === TEMPLATE) parts.push(string(parser));
  const span = { start, end: tokens.last };
  if (parts.every(({ type }) => type === 'Literal'))
    return { type: 'Literal', ...span, value: parts.map(({ value }) => String(value)).join('') };
  const empty = (part: Node) => quasi('', part.start, part.end);
  const quasis = parts.map(empty);
  const end = parts.at(-1);
  return {
    type: 'TemplateLiteral',
    ...span,
    quasis: end ? [...quasis, empty(end)] : quasis,
    expressions: parts,
  };
}

function string(parser: Parser): Node {
  const { tokens, text } = parser;
  const { kind, value: quotes, start, end } = tokens;
  if (kind === TEMPLATE) return template(parser);
  const at = text.startsWith(quotes, start) ? start : text.indexOf(quotes, start);
  const open = at + quotes.length;
  const inner = text.slice(open, end - quotes.length);
  tokens.next();
  const value = inner.includes('\\') && !isRaw(text, start, open) ? unescapeText(inner) : inner;
  return { type: 'Literal', start, end, value };
}

function isRaw(text: string, start: number, open: number): boolean {
  return /r/i.test(text.slice(start, open));
}

function quasi(cooked: string, start: number, end: number): Node {
  return { type: 'TemplateElement', start, end, value: { cooked } };
}

/** `f'a{b}c'`, from its opening on. */
function template(parser: Parser): Node {
  const { tokens, text } = parser;
  const { value: quotes, start, end: open, depth } = tokens;
  const raw = isRaw(text, start, open);
  const quasis: Node[] = [];
  const expressions: Node[] = [];
  let at = open;
  const piece = (until: number) => {
    let inner = text.slice(at, until);
    if (BRACE.test(inner)) inner = inner.replaceAll('{{', '{').replaceAll('}}', '}');
    quasis.push(quasi(raw ? inner : unescapeText(inner), at, until));
  };
  for (let stop = stopIn(text, at, quotes, raw); ; stop = stopIn(text, at, quotes, raw)) {
    if (stop < 0) throw BROKEN;
    piece(stop);
    if (text.charCodeAt(stop) !== OPEN) {
      tokens.resume(stop + quotes.length, depth);
      tokens.end = tokens.at;
      tokens.next();
      return { type: 'TemplateLiteral', start, end: tokens.last, quasis, expressions };
    }
    const level = parser.depth;
    try {
      tokens.resume(stop + 1, depth + 1);
      tokens.next();
      expressions.push(deeper(parser, inserted));
      at = endOfValue(parser);
    } catch {
      // What is no value leaves the text around it as it is.
      parser.broken = true;
      parser.depth = level;
      at = endOfString(text, stop, quotes);
      if (at < 0) throw BROKEN;
      parser.lost.push({ start: stop, end: at });
    }
  }
}

const [OPEN, CLOSE] = [123, 125];
const BRACE = /[{}]/;
const MAX_FORMAT = 500;

/** The next place of a template where a value is put in or its quotes end; -1 for neither. */
function stopIn(text: string, from: number, quotes: string, raw: boolean): number {
  const quote = quotes.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) {
      if (text.charCodeAt(at + 1) !== OPEN) return at;
      at++;
    } else if (code === quote) {
      if (quotes.length === 1 || text.startsWith(quotes, at)) return at;
    } else if (code === BACKSLASH) at = escapeEnd(text, at, raw);
    else if (code === LF && quotes.length === 1) return -1;
  }
  return -1;
}

/** Where an escape ends in a template; no brace is escaped. */
function escapeEnd(text: string, at: number, raw: boolean): number {
  if (!raw && text.startsWith('N{', at + 1)) {
    const end = text.indexOf('}', at);
    return end < 0 || end - at > MAX_FORMAT ? at : end;
  }
  return text.charCodeAt(at + 1) === OPEN ? at : Math.max(at + 1, lineEnd(text, at + 1) - 1);
}

/** Where the template goes on after a value: behind `=`, a conversion, a format and the brace. */
function endOfValue({ tokens, text }: Parser): number {
  if (tokens.is('=')) tokens.next();
  if (tokens.is('}')) return tokens.end;
  if (!tokens.is('!') && !tokens.is(':') && !tokens.is(':=')) throw BROKEN;
  const until = Math.min(text.length, tokens.start + MAX_FORMAT);
  let depth = 0;
  for (let at = tokens.start; at < until; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) depth++;
    else if (code === CLOSE && --depth < 0) return at + 1;
  }
  throw BROKEN;
}

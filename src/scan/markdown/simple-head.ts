import {
  announcesLines,
  isFlowInLines,
  readValue,
  textOfLines,
  withoutBlanks,
} from './simple-values.ts';

/** A value of a head, and the offset it stands at. */
export interface Entry {
  readonly value: string;
  readonly at: number;
}

const KEY = /^([A-Za-z][\w-]{0,60}):(?: {1,10}([^ ].*))?$/;
const ITEM = /^-(?: {1,10}([^ ].*))?$/;
const NO_KEY = /^(?:true|false|null)$/i;
/** What neither a line nor a value may hold to be simple: control characters, other breaks. */
const ODD = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/u;
const BLANK = 32;
const MAX_LENGTH = 4000;
const MAX_DEPTH = 10;

interface Line {
  readonly indent: number;
  /** Without the blanks in front, */
  readonly whole: string;
  /** and without those at the end either. */
  readonly text: string;
  /** Offset of its start. */
  readonly at: number;
}

/** A map or, without keys, a list, and how far in its entries are. */
interface Level {
  readonly indent: number;
  readonly keys: Set<string> | undefined;
}

/**
 * The values of a head of maps and lists, an entry a line, whose values are plain, in quotes, JSON or
 * a text in lines of its own: what nearly all heads are made of, and read many times as fast as YAML
 * at large. Undefined for any other, and whenever YAML could see anything else in it. Values that are
 * no text are left out; only those of `needed` are looked at that closely.
 */
export function simpleHead(
  written: string,
  needed: ReadonlySet<string>,
): ReadonlyMap<string, Entry> | undefined {
  const lines = linesOf(written);
  if (!lines) return undefined;
  const entries = new Map<string, Entry>();
  const levels: Level[] = [{ indent: 0, keys: new Set() }];
  /** How far in the entry is whose value may follow below it; -1 when none may. */
  let open = -1;
  let index = 0;

  /** Lines from here on that are further in than an entry, or empty. */
  const below = (indent: number): readonly Line[] => {
    const start = index;
    while (index < lines.length && isBelow(lines[index], indent)) index++;
    return lines.slice(start, index);
  };
  /** Takes a value on the line of its entry; false when it is not simple. */
  const value = (text: string, indent: number, key: string | undefined, at: number): boolean => {
    if (announcesLines(text)) {
      const inner = textBelow(text, below(indent));
      if (inner === undefined) return false;
      if (key !== undefined) entries.set(key, { value: inner, at });
      return true;
    }
    const read = readValue(text, key !== undefined && needed.has(key));
    if (read === 'odd') return false;
    if (key !== undefined && read.text !== undefined) entries.set(key, { value: read.text, at });
    return true;
  };
  /** Takes an entry of a map or a list. */
  const entry = ({ indent, text, at }: Line): boolean => {
    const level = levels.at(-1);
    if (level?.indent !== indent) return false;
    const [, key, said] = (level.keys ? KEY.exec(text) : undefined) ?? [];
    if (level.keys) {
      if (key === undefined || level.keys.has(key) || NO_KEY.test(key)) return false;
      level.keys.add(key);
      if (said === undefined) open = indent;
      const place = at + indent + text.indexOf(said ?? '', key.length + 1);
      return (
        said === undefined || value(said, indent, levels.length === 1 ? key : undefined, place)
      );
    }
    const item = ITEM.exec(text);
    if (!item) return false;
    const inner = item[1];
    if (inner === undefined) {
      open = indent;
      return true;
    }
    if (!KEY.test(inner)) return value(inner, indent, undefined, 0);
    const further = indent + text.indexOf(inner, 1);
    levels.push({ indent: further, keys: new Set() });
    return levels.length <= MAX_DEPTH && entry({ indent: further, whole: inner, text: inner, at });
  };

  while (index < lines.length) {
    const line = lines[index];
    if (!line || line.text === '' || line.text.startsWith('#')) {
      index++;
      continue;
    }
    const { indent, text } = line;
    const isItem = text === '-' || text.startsWith('- ');
    if (open >= 0 && indent > open) {
      if (/^[[{]/.test(text)) {
        if (!isFlowInLines(below(open).map((it) => it.text))) return undefined;
        open = -1;
        continue;
      }
      levels.push({ indent, keys: isItem ? undefined : new Set() });
      if (levels.length > MAX_DEPTH) return undefined;
    } else while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) > indent) levels.pop();
    open = -1;
    index++;
    if (!entry(line)) return undefined;
  }
  return entries;
}

function linesOf(written: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  let at = 0;
  const all = written.split('\n');
  for (const [index, whole] of all.entries()) {
    // On its own a carriage return is no end of a line.
    const line = whole.endsWith('\r') && index + 1 < all.length ? whole.slice(0, -1) : whole;
    if (line.length > MAX_LENGTH || ODD.test(line)) return undefined;
    let indent = 0;
    while (line.charCodeAt(indent) === BLANK) indent++;
    const rest = line.slice(indent);
    lines.push({ indent, whole: rest, text: withoutBlanks(rest), at });
    at += whole.length + 1;
  }
  return lines;
}

function isBelow(line: Line | undefined, indent: number): boolean {
  return line !== undefined && (line.text === '' || line.indent > indent);
}

function textBelow(sign: string, lines: readonly Line[]): string | undefined {
  const [first] = lines;
  if (!first || first.text === '') return undefined;
  const inner: string[] = [];
  for (const { indent, text, whole } of lines) {
    if (text === '' ? indent > first.indent : indent < first.indent) return undefined;
    inner.push(text === '' ? '' : ' '.repeat(indent - first.indent) + whole);
  }
  return textOfLines(sign, inner);
}

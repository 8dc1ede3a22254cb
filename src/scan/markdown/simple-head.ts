/** A value of a head, and the offset it stands at. */
export interface Entry {
  readonly value: string;
  readonly at: number;
}

const LINE = /^([A-Za-z][\w-]{0,60}):( {1,10})(\S.*?) *$/;
/** What neither a line nor a value may hold to be simple: control characters, other breaks. */
const ODD = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/u;
const PLAIN = /^[A-Za-z\d](?:[^:#]|:(?=[^\s]))*$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
/** Plain words that are no text, and what starts like a number. */
const NO_TEXT = /^(?:true|false|null)$|^\d/i;
const MAX_LENGTH = 4000;
const MAX_NESTED = 50;

/**
 * The values of a head that has one on each line, plain, in quotes or as JSON: what nearly all heads
 * are made of, and read many times as fast as YAML at large. Undefined for any other, and whenever
 * YAML could see anything else in it. Values that are no text are left out; only those of `needed`
 * are looked at that closely.
 */
export function simpleHead(
  written: string,
  needed: ReadonlySet<string>,
): ReadonlyMap<string, Entry> | undefined {
  const seen = new Set<string>();
  const entries = new Map<string, Entry>();
  let start = 0;
  for (const line of written.split('\n')) {
    const at = start;
    start += line.length + 1;
    if (line === '') continue;
    const [, key, gap = '', value = ''] = LINE.exec(line) ?? [];
    if (key === undefined || seen.has(key) || line.length > MAX_LENGTH || ODD.test(line))
      return undefined;
    seen.add(key);
    const entry = { at: at + key.length + 1 + gap.length };
    if (QUOTED.test(value)) entries.set(key, { ...entry, value: value.slice(1, -1) });
    else if (PLAIN.test(value)) {
      if (!NO_TEXT.test(value)) entries.set(key, { ...entry, value });
      // What starts like a number may be text all the same.
      else if (needed.has(key)) return undefined;
    } else if (!isPlainJson(value)) return undefined;
  }
  return entries;
}

/** Whether a text is JSON in which nothing is said twice and nothing is escaped. */
function isPlainJson(text: string): boolean {
  if (!/^[[{]/.test(text) || (text.match(/[[{]/g)?.length ?? 0) > MAX_NESTED) return false;
  try {
    const again = JSON.stringify(JSON.parse(text));
    return again.length < 1000 && again.replaceAll(' ', '') === text.replaceAll(' ', '');
  } catch {
    return false;
  }
}

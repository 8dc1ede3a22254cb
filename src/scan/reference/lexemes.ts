const LINE_END = /[\n\r\u2028\u2029]/g;
const WORD = /[\w$]+/y;

/** Where the line ends that `from` is on. */
export function endOfLine(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}

/** The ASCII word that starts here; empty when none does. */
export function wordAt(text: string, start: number): string {
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0] ?? '';
}

/** The end of the quoted string that starts here; undefined when its line ends first. */
export function endOfString(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === quote) return i + 1;
    if (c === '\n' || c === '\r') return undefined;
    if (c === '\\') i += text[i + 1] === '\r' && text[i + 2] === '\n' ? 2 : 1;
  }
  return undefined;
}

/** Where a template's text ends: after its closing backtick, or after `${`. */
export function endOfQuasi(text: string, start: number): number | undefined {
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === '`') return i + 1;
    if (c === '$' && text[i + 1] === '{') return i + 2;
    if (c === '\\') i++;
  }
  return undefined;
}

/**
 * The end, flags included, of the regular expression that starts here; `none` when its line or the
 * text ends first, `far` when neither happens within `limit` characters.
 */
export function endOfRegex(text: string, start: number, limit: number): number | 'none' | 'far' {
  let inClass = false;
  const stop = Math.min(text.length, start + limit);
  for (let i = start + 1; i < stop; i++) {
    const c = text[i] ?? '';
    if (isLineEnd(c)) return 'none';
    if (c === '\\' && !isLineEnd(text[i + 1] ?? '')) i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (c === '/' && !inClass) return i + 1 + wordAt(text, i + 1).length;
  }
  return stop === text.length ? 'none' : 'far';
}

function isLineEnd(c: string): boolean {
  return c === '\n' || c === '\r' || c === '\u2028' || c === '\u2029';
}

export const ASCII = 0x80;
export const [TAB, LF, FF, CR, BLANK] = [9, 10, 12, 13, 32];
export const [DOUBLE, HASH, SINGLE, DOT, ZERO, NINE, BACKSLASH] = [34, 35, 39, 46, 48, 57, 92];

/** What `\w` stands for, by its code. */
const IN_NAME = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/\w/.test(String.fromCharCode(code))),
);
/** The same for what a name can begin with. */
export const BEGINS_NAME = Uint8Array.from(IN_NAME, (it, code) =>
  code >= ZERO && code <= NINE ? 0 : it,
);
const LETTER = /[\p{ID_Continue}]/u;
const SPACE = /[\u00a0\ufeff\u3000\u2000-\u200b]/;
const NUMBER =
  /0[xX][\da-fA-F_]+[lL]?|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*)?(?:(\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?|\.(?![\w.])|\.[eE][-+]?\d[\d_]*|[eE][-+]?\d[\d_]*)[jJ]?|[lLjJ])?/y;

/** Where a name ends that starts here; the same place where none does. */
export function endOfName(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (IN_NAME[code] === 1) at++;
    else if (code >= ASCII && LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0)))
      at += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
    else return at;
  }
}

/** A number that starts here, and whether it is a whole one. */
export function numberAt(
  text: string,
  at: number,
): { readonly end: number; readonly whole: boolean } {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  if (end > at && code !== DOT && code < ASCII && !isInName(code)) return { end, whole: true };
  NUMBER.lastIndex = at;
  const [all = '', float] = NUMBER.exec(text) ?? [];
  return { end: at + all.length, whole: float === undefined };
}

/** Where the line ends that a place is in, those included that `\\` has it go on in. */
export function endOfLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF)
    at = text.charCodeAt(at) === BACKSLASH ? Math.max(at + 2, lineEnd(text, at + 1)) : at + 1;
  return Math.min(at, text.length);
}

/** Where the quotes stand that end a string; -1 when there are none. */
export function endOfString(text: string, from: number, quotes: string): number {
  if (quotes.length === 1) return endOfLine(text, from, quotes.charCodeAt(0));
  for (let at = text.indexOf(quotes, from); at >= 0; at = text.indexOf(quotes, at + 1)) {
    let slashes = 0;
    while (at - slashes > from && text.charCodeAt(at - slashes - 1) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function endOfLine(text: string, from: number, quote: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === LF) return -1;
    if (code === BACKSLASH) at = Math.max(at + 1, lineEnd(text, at + 1) - 1);
  }
  return -1;
}

/** Where the next line starts when one ends here; else 0. */
export function lineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === LF) return at + 1;
  if (code !== CR) return 0;
  return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

export function isBlank(code: number): boolean {
  return code === BLANK || code === TAB || code === FF;
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Spaces that are typed by mistake. */
export function isStrangeSpace(char: string): boolean {
  return SPACE.test(char);
}

export function isInName(code: number): boolean {
  return IN_NAME[code] === 1;
}

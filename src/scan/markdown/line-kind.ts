/** What a line of Markdown is; `fence` and `heading`: what it may be, by how it starts. */
export type LineKind = 'blank' | 'fence' | 'heading' | 'row' | 'text';

const BLANK = 32;
const HASH = 35;
const STAR = 42;
const PLUS = 43;
const DASH = 45;
const COLON = 58;
const QUOTE = 62;
const BACKTICK = 96;
const BAR = 124;
const TILDE = 126;
const WIDE_COLON = 0xff1a;
/** How far in a row of a table may start. */
const ROW_INDENT = 4;

/** Looks at the first characters of a line only, unless it starts with a long run of blanks. */
export function kindOf(text: string, start: number, end: number): LineKind {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  if (at === end) return 'blank';
  const first = text.charCodeAt(at);
  if (isLetter(first)) return 'text';
  if (first === BAR) return at - start <= ROW_INDENT ? 'row' : 'text';
  if (first === BACKTICK || first === TILDE) return 'fence';
  if (first === HASH) return 'heading';
  if (first === QUOTE) {
    while (at < end && isQuoteOrBlank(text.charCodeAt(at))) at++;
    const next = at < end ? text.charCodeAt(at) : 0;
    return next === HASH ? 'heading' : next === BACKTICK || next === TILDE ? 'fence' : 'text';
  }
  if (first !== DASH && first !== STAR && first !== PLUS && !isDigit(first)) return 'text';
  // An item of a list may start with a block.
  while (at < end && isMarker(text.charCodeAt(at))) at++;
  const next = at < end ? text.charCodeAt(at) : 0;
  return next === BACKTICK || next === TILDE ? 'fence' : 'text';
}

/** Whether a stretch ends in a colon, blanks after it aside: what follows is what it announces. */
export function endsInColon(text: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at >= start && isSpace(text.charCodeAt(at))) at--;
  const last = at >= start ? text.charCodeAt(at) : 0;
  return last === COLON || last === WIDE_COLON;
}

/** What `\s` stands for, by its code. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === BLANK || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  return code <= 0x3000 ? code <= 0x200a || WIDE_SPACES.has(code) : code === 0xfeff;
}

const WIDE_SPACES: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isQuoteOrBlank(code: number): boolean {
  return code === QUOTE || code === BLANK || code === 9;
}

/** Signs, numbers and blanks that an item of a list starts with. */
function isMarker(code: number): boolean {
  return (
    code === DASH ||
    code === STAR ||
    code === PLUS ||
    code === 46 ||
    code === 41 ||
    code === BLANK ||
    code === 9 ||
    isDigit(code)
  );
}

/** UTF-16 codes of the characters that JSON5 is made of. */
export const DOUBLE_QUOTE = 0x22;
const DOLLAR = 0x24;
export const SINGLE_QUOTE = 0x27;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
const UNDERSCORE = 0x5f;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

/** White space of JSON5, line breaks and the byte order mark included. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code <= 0x200a || code === 0x2028 || code === 0x2029) return true;
  return code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Wider than JSON5, which knows the letters of every script. */
export function isNamePart(code: number): boolean {
  if (isLetter(code) || isDigit(code) || code === UNDERSCORE || code === DOLLAR) return true;
  return code === BACKSLASH || (code >= 0x80 && !isSpace(code));
}

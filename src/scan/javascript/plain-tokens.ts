import './acorn-inside.ts';
import { Parser, type TokenType, tokTypes } from 'acorn';

const {
  braceR,
  dot,
  eof,
  eq,
  name: nameToken,
  num: numToken,
  string: stringToken,
  template,
} = tokTypes;
const [TAB, LF, CR, BLANK, DOUBLE, SINGLE, DOLLAR, STAR, DOT, SLASH, EQUAL, GREATER] = [
  9, 10, 13, 32, 34, 39, 36, 42, 46, 47, 61, 62,
];
const [ZERO, BACKSLASH, BACKTICK] = [48, 92, 96];
const ASCII = 0x80;
const LINES = 0x2028;
const PARAGRAPHS = 0x2029;
/** Of names: small letters, of which keywords are made; what else may stand in them. */
const [LETTER, OTHER, DIGIT] = [1, 2, 4];
const IN_NAME = Uint8Array.from({ length: ASCII }, (_, code) => {
  const text = String.fromCharCode(code);
  return /[a-z]/.test(text) ? LETTER : /[A-Z_$]/.test(text) ? OTHER : /\d/.test(text) ? DIGIT : 0;
});
const KEYWORDS: ReadonlyMap<string, TokenType> = new Map(
  Object.values(tokTypes).flatMap((type) => (type.keyword ? [[type.keyword, type]] : [])),
);
const LONGEST_KEYWORD = Math.max(...[...KEYWORDS.keys()].map((word) => word.length));
/** What is one token wherever it stands. */
const ALONE: readonly (TokenType | undefined)[] = Array.from({ length: ASCII }, (_, code) =>
  ['(', ')', '[', ']', '{', '}', ',', ';', ':'].includes(String.fromCharCode(code))
    ? Object.values(tokTypes).find(({ label }) => label === String.fromCharCode(code))
    : undefined,
);
/** More digits than these are not counted without loss. */
const MAX_DIGITS = 15;
const LINE_END = /[\n\r\u2028\u2029]/g;
/** What stands in a string otherwise than it is written. */
const ESCAPED = /[\\\n\r]/;
/** Where a piece of a template ends, or goes on otherwise than it is written. */
const PIECE_END = /[`\\\r]|\$\{/g;

/**
 * Reads tokens as acorn does, the usual ones without asking anew for every character where it is.
 * It keeps no account of where a regular expression may stand: what parses knows, and asks for it
 * and for pieces of templates itself. A class, since acorn is extended by one.
 */
export class Tokens extends Parser {
  /** For acorn: no slash begins a regular expression by itself. */
  exprAllowed = false;

  /** A keyword with an escape in it is forbidden, and read as one. */
  override next(): void {
    this.lastTokEnd = this.end;
    this.lastTokStart = this.start;
    this.nextToken();
  }

  override nextToken(): void {
    const { input } = this;
    let code = input.charCodeAt(this.pos);
    if (code <= BLANK || code === SLASH || code >= ASCII) {
      this.skipSpace();
      code = input.charCodeAt(this.pos);
    }
    const at = this.pos;
    this.start = at;
    if (at >= input.length) {
      this.finishToken(eof);
      return;
    }
    if (code >= ASCII) {
      super.readToken(this.fullCharCodeAtPos());
      return;
    }
    const kind = IN_NAME[code];
    if (kind === LETTER || kind === OTHER) {
      this.readWord();
      return;
    }
    const type = ALONE[code];
    if (type) {
      this.pos = at + 1;
      this.finishToken(type);
      return;
    }
    this.readOther(code);
  }

  /** What begins with a digit, or looks different by what follows. */
  readOther(code: number): void {
    const { input, pos } = this;
    if (code === DOUBLE || code === SINGLE) this.readString(code);
    else if (code >= ZERO && IN_NAME[code] === DIGIT) this.readDigits(code);
    else {
      const next = input.charCodeAt(pos + 1);
      if (code === DOT && next !== DOT && IN_NAME[next] !== DIGIT) {
        this.pos = pos + 1;
        this.finishToken(dot);
      } else if (code === EQUAL && next !== EQUAL && next !== GREATER) {
        this.pos = pos + 1;
        this.finishToken(eq, '=');
      } else if (code === BACKSLASH) super.readToken(code);
      else this.getTokenFromCode(code);
    }
  }

  override finishToken(type: TokenType, value?: unknown): void {
    this.end = this.pos;
    this.type = type;
    this.value = value;
  }

  override skipSpace(): void {
    const { input } = this;
    let at = this.pos;
    let code = input.charCodeAt(at);
    for (;;) {
      if (code === BLANK || code === LF || code === TAB || code === CR) at++;
      else if (code === SLASH && input.charCodeAt(at + 1) === SLASH) {
        LINE_END.lastIndex = at;
        at = LINE_END.test(input) ? LINE_END.lastIndex : input.length;
      } else break;
      code = input.charCodeAt(at);
    }
    this.pos = at;
    const isOther =
      code === SLASH ? input.charCodeAt(at + 1) === STAR : code < BLANK || code >= ASCII;
    if (isOther) super.skipSpace();
  }

  /** Whether a line ends before the token, or what could hold no more. */
  override canInsertSemicolon(): boolean {
    const { input, type, start } = this;
    if (type === eof || type === braceR) return true;
    for (let at = this.lastTokEnd; at < start; at++) {
      const code = input.charCodeAt(at);
      if (code === LF || code === CR || code === LINES || code === PARAGRAPHS) return true;
    }
    return false;
  }

  readWord(): void {
    const { input, pos } = this;
    let at = pos;
    let code = input.charCodeAt(at);
    let kinds = 0;
    for (let kind = IN_NAME[code]; kind; kind = IN_NAME[code]) {
      kinds |= kind;
      at++;
      code = input.charCodeAt(at);
    }
    if (code === BACKSLASH || code >= ASCII || at === pos) {
      const word = super.readWord1();
      this.finishToken(KEYWORDS.get(word) ?? nameToken, word);
      return;
    }
    this.containsEsc = false;
    this.pos = at;
    const word = input.slice(pos, at);
    const length = at - pos;
    const maybe = kinds === LETTER && length > 1 && length <= LONGEST_KEYWORD;
    this.finishToken((maybe && KEYWORDS.get(word)) || nameToken, word);
  }

  /** A number of digits alone; any other as acorn does. */
  readDigits(first: number): void {
    const { input, pos } = this;
    let at = pos + 1;
    let value = first - ZERO;
    let code = input.charCodeAt(at);
    while (IN_NAME[code] === DIGIT) {
      value = value * 10 + code - ZERO;
      at++;
      code = input.charCodeAt(at);
    }
    const plain = !IN_NAME[code] && code !== DOT && code !== BACKSLASH && !(code >= ASCII);
    if (!plain || at - pos > MAX_DIGITS || (first === ZERO && at - pos > 1)) {
      this.getTokenFromCode(first);
      return;
    }
    this.pos = at;
    this.finishToken(numToken, value);
  }

  override readString(quote: number): void {
    const { input, pos } = this;
    const end = input.indexOf(quote === DOUBLE ? '"' : "'", pos + 1);
    const text = input.slice(pos + 1, Math.max(end, 0));
    if (end < 0 || ESCAPED.test(text)) {
      super.readString(quote);
      return;
    }
    this.pos = end + 1;
    this.finishToken(stringToken, text);
  }

  override readTmplToken(): void {
    const { input, pos } = this;
    PIECE_END.lastIndex = pos;
    const end = PIECE_END.exec(input)?.index ?? pos;
    const code = input.charCodeAt(end);
    if (code !== BACKTICK && code !== DOLLAR) {
      super.readTmplToken();
      return;
    }
    this.pos = end;
    this.finishToken(template, input.slice(pos, end));
  }
}

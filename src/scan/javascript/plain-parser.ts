import { type Options, Parser, type Program, type TokenType, tokTypes } from 'acorn';

/** What acorn's own plugins build on; it is the same in all of its releases of these years. */
declare module 'acorn' {
  interface Parser {
    /** Where the next token is looked for. */
    pos: number;
    readonly start: number;
    readonly lastTokEnd: number;
    containsEsc: boolean;
    next(): void;
    finishToken(type: TokenType, value?: string): void;
    skipSpace(): void;
    readWord1(): string;
    readString(quote: number): void;
    readTmplToken(): void;
  }
}

const [TAB, LF, CR, BLANK, DOUBLE, DOLLAR, STAR, SLASH, BACKSLASH, BACKTICK] = [
  9, 10, 13, 32, 34, 36, 42, 47, 92, 96,
];
const ASCII = 0x80;
const IN_NAME = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/[\w$]/.test(String.fromCharCode(code))),
);
const KEYWORDS: ReadonlyMap<string, TokenType> = new Map(
  Object.values(tokTypes).flatMap((type) => (type.keyword ? [[type.keyword, type]] : [])),
);
const LINE_END = /[\n\r\u2028\u2029]/g;
/** What stands in a string otherwise than it is written. */
const ESCAPED = /[\\\n\r]/;
/** Where a piece of a template ends, or goes on otherwise than it is written. */
const PIECE_END = /[`\\\r]|\$\{/g;

/**
 * Reads tokens as acorn does, the usual ones without asking anew for every character where it is.
 * A class, since acorn is extended by one.
 */
class Tokens extends Parser {
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

  override readWord1(): string {
    const { input, pos } = this;
    let at = pos;
    while (IN_NAME[input.charCodeAt(at)] === 1) at++;
    const code = input.charCodeAt(at);
    if (at === pos || code === BACKSLASH || code >= ASCII) return super.readWord1();
    this.containsEsc = false;
    this.pos = at;
    return input.slice(pos, at);
  }

  readWord(): void {
    const word = this.readWord1();
    this.finishToken(KEYWORDS.get(word) ?? tokTypes.name, word);
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
    this.finishToken(tokTypes.string, text);
  }

  override readTmplToken(): void {
    const { input, pos } = this;
    PIECE_END.lastIndex = pos;
    const end = PIECE_END.exec(input)?.index ?? pos;
    const code = input.charCodeAt(end);
    // Where nothing stands before it, the end itself is the token.
    if (end === pos || (code !== BACKTICK && code !== DOLLAR)) {
      super.readTmplToken();
      return;
    }
    this.pos = end;
    this.finishToken(tokTypes.template, input.slice(pos, end));
  }
}

/**
 * A node without what acorn can note in it on demand. A class: all of them begin alike; its fields
 * are declared, since others would be set twice.
 */
class PlainNode {
  declare type: string;
  declare readonly start: number;
  declare end: number;
  /** Of a literal. */
  declare value: unknown;

  constructor(start: number) {
    this.type = '';
    this.start = start;
    this.end = 0;
  }
}

/**
 * Trees as acorn makes them, but for how a literal was written. What is forbidden and yet can be
 * understood is let pass: names that are taken, reserved or declared twice.
 */
class PlainParser extends Tokens {
  startNode(): PlainNode {
    return new PlainNode(this.start);
  }

  startNodeAt(start: number): PlainNode {
    return new PlainNode(start);
  }

  finishNode(node: PlainNode, type: string): PlainNode {
    node.type = type;
    node.end = this.lastTokEnd;
    return node;
  }

  parseLiteral(value: unknown): PlainNode {
    const node = this.startNode();
    node.value = value;
    this.next();
    return this.finishNode(node, 'Literal');
  }

  /** It looks for `'use strict'` in how literals were written. */
  adaptDirectivePrologue(): void {}

  checkUnreserved(): void {}
  checkLValSimple(): void {}
  checkLValPattern(): void {}
  checkLValInnerPattern(): void {}
  checkParams(): void {}
  checkPropClash(): void {}
  declareName(): void {}
  checkExport(): void {}
  checkLocalExport(): void {}
  validateRegExpFlags(): void {}
  validateRegExpPattern(): void {}
}

/** Whatever stands where, it is read. */
export const LENIENT = {
  ecmaVersion: 'latest',
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true,
  checkPrivateFields: false,
} as const;

/** The syntax tree of a text of JavaScript. Throws a `SyntaxError` or `RangeError` when it has none. */
export function parsePlain(text: string, sourceType: NonNullable<Options['sourceType']>): Program {
  return PlainParser.parse(text, { ...LENIENT, sourceType });
}

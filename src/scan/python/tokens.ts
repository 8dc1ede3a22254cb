import {
  ASCII,
  BACKSLASH,
  BEGINS_NAME,
  BLANK,
  CR,
  DOT,
  DOUBLE,
  endOfLines,
  endOfName,
  endOfString,
  FF,
  HASH,
  isBlank,
  isDigit,
  isInName,
  isStrangeSpace,
  LF,
  lineEnd,
  NINE,
  numberAt,
  SINGLE,
  TAB,
  ZERO,
} from './characters.ts';
import { keywordOf } from './keywords.ts';
import { isPlainOperator, operatorAt } from './operators.ts';

/** Kinds of tokens. */
export const END = 0;
export const NEWLINE = 1;
export const INDENT = 2;
export const DEDENT = 3;
/** A name that is no keyword, `match` and `print` among them. */
export const NAME = 4;
export const KEYWORD = 5;
export const INTEGER = 6;
export const FLOAT = 7;
/** A whole string without values put into it. */
export const STRING = 8;
/** The beginning of a string with values put into it, up to its quotes. */
export const TEMPLATE = 9;
export const OPERATOR = 10;
/** A character or string that Python does not have. */
const WRONG = 11;

const PREFIX = /^(?:[rbuft]|[bft]r|r[bft]|ur)$/i;
const LONGEST_PREFIX = 2;
const TAB_WIDTH = 8;

/** Where the reading of a text is, so that it can go on from there again. */
type Mark = Pick<
  Tokens,
  'at' | 'kind' | 'value' | 'start' | 'end' | 'last' | 'depth' | 'dedents' | 'fresh'
> & { readonly indents: readonly number[] };

/** A text of Python token by token. A class: its functions are not made anew for every text. */
export class Tokens {
  readonly text: string;
  kind = NEWLINE;
  /** Of a keyword or operator, and of a name in its plain form; of a string its quotes. */
  value = '';
  start = 0;
  end = 0;
  /** Where the token before ends that stands in the text. */
  last = 0;
  /** Brackets that are open: within them lines do not end. */
  depth = 0;
  /** Where the next token is looked for. */
  at = 0;
  dedents = 0;
  /** Whether a line begins whose indentation counts. */
  fresh = true;
  private indents: number[] = [0];
  /** Quotes of strings that go on for lines and of which one was not closed: none after it is. */
  private readonly unclosed = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** How many blocks are open behind this token. */
  get level(): number {
    return this.indents.length + this.dedents;
  }

  mark(): Mark {
    const { at, kind, value, start, end, last, depth, dedents, fresh } = this;
    const indents = [...this.indents];
    return { at, kind, value, start, end, last, depth, dedents, fresh, indents };
  }

  back({ indents, ...rest }: Mark): void {
    Object.assign(this, rest);
    this.indents = [...indents];
  }

  is(operator: string): boolean {
    return this.kind === OPERATOR && this.value === operator;
  }

  isKeyword(word: string): boolean {
    return this.kind === KEYWORD && this.value === word;
  }

  next(): void {
    if (this.kind > DEDENT) this.last = this.end;
    if (this.dedents > 0) {
      this.dedents--;
      this.set(DEDENT, this.at, this.at);
      return;
    }
    if (this.fresh && this.depth === 0 && this.indented()) return;
    this.fresh = false;
    if (this.text.charCodeAt(this.at) === BLANK) this.at++;
    const code = this.text.charCodeAt(this.at);
    // Most tokens are names and operators behind one blank or none.
    if (BEGINS_NAME[code] === 1) this.readName();
    else if (isPlainOperator(code)) this.readOperator();
    else {
      this.skipBlanks();
      this.read();
    }
  }

  /** Goes on elsewhere, as after a value in a template. */
  resume(at: number, depth: number): void {
    this.at = at;
    this.depth = depth;
  }

  /** Goes on after what cannot be understood: with the line of this token, or with the one after it. */
  recover(from: number): void {
    this.depth = 0;
    if (this.kind === INDENT || this.kind === DEDENT || this.kind === END) return;
    if (this.kind !== NEWLINE) {
      const begin = this.start > from ? this.lineStart() : undefined;
      const newline = this.text.indexOf('\n', this.start);
      this.at = begin ?? (newline < 0 ? this.text.length : newline + 1);
      this.fresh = true;
    }
    this.next();
  }

  /** Where the line starts that this token is the first of. */
  private lineStart(): number | undefined {
    let at = this.start;
    while (isBlank(this.text.charCodeAt(at - 1))) at--;
    return this.text.charCodeAt(at - 1) === LF ? at : undefined;
  }

  private set(kind: number, start: number, end: number, value = ''): void {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.value = value;
  }

  /** Reads the beginning of a line; whether it brought a token. */
  private indented(): boolean {
    const { text, indents } = this;
    let { at } = this;
    let column = 0;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === BLANK) column++;
      else if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
      else if (code === LF || code === CR || code === FF) column = 0;
      else if (code === HASH) {
        const end = text.indexOf('\n', at);
        column = 0;
        if (end < 0) at = text.length - 1;
        else at = end;
      } else break;
      at++;
    }
    this.at = at;
    this.fresh = false;
    if (at >= text.length) column = 0;
    let top = indents[indents.length - 1] ?? 0;
    if (column > top) {
      indents.push(column);
      this.set(INDENT, at, at);
      return true;
    }
    while (column < top) {
      indents.pop();
      this.dedents++;
      top = indents[indents.length - 1] ?? 0;
    }
    if (this.dedents === 0) return false;
    this.dedents--;
    this.set(DEDENT, at, at);
    return true;
  }

  private skipBlanks(): void {
    const { text } = this;
    let { at } = this;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === BLANK || code === TAB || code === FF) at++;
      else if (code === HASH) {
        const end = text.indexOf('\n', at);
        at = end < 0 ? text.length : end;
      } else if ((code === LF || code === CR) && this.depth > 0) at++;
      else if (code === BACKSLASH && lineEnd(text, at + 1) > 0) at = lineEnd(text, at + 1);
      else if (code >= ASCII && isStrangeSpace(text.charAt(at))) at++;
      else break;
    }
    this.at = at;
  }

  private read(): void {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (at >= text.length) {
      // The last line may lack its end.
      this.fresh = true;
      if (!this.indented()) this.set(END, at, at);
    } else if (code === LF || code === CR) {
      this.set(NEWLINE, at, at);
      this.at = lineEnd(text, at);
      this.fresh = true;
    } else if (code >= ZERO && code <= NINE) this.readNumber();
    else if (code >= ASCII || isInName(code)) this.readName();
    else if (code === DOUBLE || code === SINGLE) this.readString(at, '');
    else if (code === DOT && isDigit(text.charCodeAt(at + 1))) this.readNumber();
    else this.readOperator();
  }

  private readOperator(): void {
    const { text, at } = this;
    const value = operatorAt(text, at);
    if (value === '') {
      this.at = at + 1;
      this.set(WRONG, at, at + 1);
      return;
    }
    if (value === '(' || value === '[' || value === '{') this.depth++;
    else if (this.depth > 0 && (value === ')' || value === ']' || value === '}')) this.depth--;
    this.at = at + value.length;
    this.set(OPERATOR, at, this.at, value);
  }

  private readName(): void {
    const { text, at: start } = this;
    let at = start;
    while (isInName(text.charCodeAt(at))) at++;
    const strange = text.charCodeAt(at) >= ASCII;
    if (strange) at = endOfName(text, at);
    if (at === start) {
      this.at = at + 1;
      this.set(WRONG, at, at + 1);
      return;
    }
    const value = text.slice(start, at);
    const length = at - start;
    const code = text.charCodeAt(at);
    if ((code === DOUBLE || code === SINGLE) && length <= LONGEST_PREFIX && PREFIX.test(value)) {
      this.readString(start, value);
      return;
    }
    this.at = at;
    const keyword = keywordOf(value);
    if (keyword !== undefined) this.set(KEYWORD, start, at, keyword);
    // Names are the same in all compatible forms of their letters.
    else this.set(NAME, start, at, strange ? value.normalize('NFKC') : value);
  }

  private readNumber(): void {
    const start = this.at;
    const { end, whole } = numberAt(this.text, start);
    this.at = end;
    this.set(whole ? INTEGER : FLOAT, start, end);
  }

  private readString(start: number, prefix: string): void {
    const { text } = this;
    const open = start + prefix.length;
    const quote = text.charCodeAt(open) === DOUBLE ? '"' : "'";
    const three = quote === '"' ? '"""' : "'''";
    const quotes = text.startsWith(three, open) ? three : quote;
    const from = open + quotes.length;
    this.at = from;
    if (prefix !== '' && /[ft]/i.test(prefix)) {
      this.set(TEMPLATE, start, from, quotes);
      return;
    }
    const end = this.unclosed.has(quotes) ? -1 : endOfString(text, from, quotes);
    if (end >= 0) this.at = end + quotes.length;
    else if (quotes === three) this.unclosed.add(three);
    // What was searched for the end of one string is not searched again for that of another.
    else this.at = endOfLines(text, from);
    this.set(end < 0 ? WRONG : STRING, start, this.at, quotes);
  }
}

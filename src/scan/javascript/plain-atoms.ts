import { type TokenType, tokTypes } from 'acorn';
import type { ForInit, Mistakes, SyntaxNode } from './acorn-inside.ts';
import { exact, identifier, literal, NONE, PlainNode, property, thisValue } from './plain-nodes.ts';
import { Tokens } from './plain-tokens.ts';

const {
  _this,
  arrow,
  assign,
  backQuote,
  braceR,
  comma,
  dollarBraceL,
  ellipsis,
  name: nameToken,
  num: numToken,
  slash,
  star,
  string: stringToken,
  template,
} = tokTypes;
const [BLANK, LF, COLON, BACKTICK] = [32, 10, 58, 96];

/** What expressions are made of, as acorn reads it. A class, since acorn is extended by one. */
export class Atoms extends Tokens {
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

  private readonly names = new Map<string, SyntaxNode>();

  /** The name of a member, one node for all that are called so. */
  parseName(): SyntaxNode {
    const { type } = this;
    const name = type === nameToken ? this.value : type.keyword;
    if (typeof name !== 'string') this.unexpected();
    let node = this.names.get(name);
    if (!node) {
      node = identifier(this.start, this.end, name);
      this.names.set(name, node);
    }
    this.next();
    return node;
  }

  /** Of `{ a }`: name and value. */
  copyNode(node: SyntaxNode): SyntaxNode {
    return node;
  }

  override parseIdent(liberal?: boolean): SyntaxNode {
    const { type, start } = this;
    const name = type === nameToken ? this.value : type.keyword;
    if (typeof name !== 'string') this.unexpected();
    if (name === 'await' && !liberal && !this.awaitIdentPos) this.awaitIdentPos = start;
    const node = identifier(start, this.end, name);
    this.next();
    return node;
  }

  parseLiteral(value: unknown): SyntaxNode {
    const node = literal(this.start, this.end, value);
    this.next();
    return node;
  }

  override parseExprAtom(
    mistakes: Mistakes | null | undefined,
    forInit?: ForInit,
    forNew?: boolean,
  ): SyntaxNode {
    const { type, start } = this;
    if (type === nameToken && this.value !== 'async') {
      const id = this.parseIdent();
      const isArrow = this.type === arrow && this.potentialArrowAt === start;
      if (!isArrow || this.canInsertSemicolon()) return id;
      this.next();
      return this.parseArrowExpression(this.startNodeAt(start), [id], false, forInit);
    }
    if (type === stringToken || type === numToken) return this.parseLiteral(this.value);
    if (type === _this) {
      this.next();
      return thisValue(start, this.lastTokEnd);
    }
    // No division begins where an operand is awaited.
    if (type === slash || (type === assign && this.value === '/=')) {
      this.pos = start + 1;
      this.readRegexp();
    }
    return super.parseExprAtom(mistakes, forInit, forNew);
  }

  override parseExprList(
    close: TokenType,
    _: boolean,
    holes?: boolean,
    mistakes?: Mistakes,
  ): readonly (SyntaxNode | null)[] {
    if (this.eat(close)) return NONE;
    const list = [this.parseListItem(holes, mistakes)];
    while (this.type !== close) {
      this.expect(comma);
      if (this.type !== close) list.push(this.parseListItem(holes, mistakes));
    }
    this.next();
    return exact(list);
  }

  private parseListItem(holes?: boolean, mistakes?: Mistakes): SyntaxNode | null {
    if (holes && this.type === comma) return null;
    if (this.type !== ellipsis) return this.parseMaybeAssign(false, mistakes);
    const item = this.parseSpread(mistakes);
    if (mistakes && this.type === comma && mistakes.trailingComma < 0)
      mistakes.trailingComma = this.start;
    return item;
  }

  override parseProperty(isPattern: boolean, mistakes?: Mistakes): SyntaxNode {
    const { type, start } = this;
    const isText = type === stringToken || type === numToken;
    if (!this.isBeforeColon() || !(isText || type === nameToken || type.keyword))
      return super.parseProperty(isPattern, mistakes);
    const key = isText ? this.parseLiteral(this.value) : this.parseIdent(true);
    this.next();
    const value = isPattern
      ? this.parseMaybeDefault(this.start)
      : this.parseMaybeAssign(false, mistakes);
    return property(start, this.lastTokEnd, key, value);
  }

  /** Whether a colon is next to the token, or beyond blanks. */
  private isBeforeColon(): boolean {
    const { input } = this;
    let at = this.pos;
    while (input.charCodeAt(at) === BLANK || input.charCodeAt(at) === LF) at++;
    return input.charCodeAt(at) === COLON;
  }

  /** Its pieces are asked for one by one: the token before each is all that has been read. */
  parseTemplate({ isTagged = false } = {}): SyntaxNode {
    const node = this.startNode();
    const expressions: SyntaxNode[] = [];
    const quasis: SyntaxNode[] = [];
    for (;;) {
      const start = this.pos;
      this.start = start;
      this.tryReadTemplateToken();
      const isValid = this.type === template;
      if (!isValid && !isTagged) this.unexpected();
      const piece = new PlainNode(start);
      piece.type = 'TemplateElement';
      piece.end = this.pos;
      piece.value = { cooked: isValid ? this.value : null };
      piece.tail = this.input.charCodeAt(this.pos) === BACKTICK;
      quasis.push(piece);
      this.start = this.pos;
      this.pos += piece.tail ? 1 : 2;
      this.finishToken(piece.tail ? backQuote : dollarBraceL);
      this.next();
      if (piece.tail) break;
      expressions.push(this.parseExpression());
      if (this.type !== braceR) this.unexpected();
    }
    node.expressions = exact(expressions);
    node.quasis = exact(quasis);
    return this.finishNode(node, 'TemplateLiteral');
  }

  parseYield(forInit: ForInit): SyntaxNode {
    this.yieldPos ||= this.start;
    const node = this.startNode();
    this.next();
    const { type } = this;
    const given = type.startsExpr || type === star || type === slash;
    if (!given || this.canInsertSemicolon()) node.argument = null;
    else {
      node.delegate = this.eat(star);
      node.argument = this.parseMaybeAssign(forInit);
    }
    return this.finishNode(node, 'YieldExpression');
  }
}

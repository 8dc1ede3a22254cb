import type { PlainNode } from './plain-nodes.ts';

/** A node of whatever kind. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: unknown;
}

/** Whether `in` is no operator, and whether an `await` stands before: acorn's own words. */
export type ForInit = boolean | 'await' | undefined;

/** Where acorn notes what is forbidden in an expression but not in a pattern, or the other way round. */
export interface Mistakes {
  trailingComma: number;
  parenthesizedAssign: number;
}

/** What acorn's own plugins build on; it is the same in all of its releases of these years. */
declare module 'acorn' {
  interface TokenType {
    readonly startsExpr: boolean;
    readonly isAssign: boolean;
    readonly prefix: boolean;
    /** Its precedence as an operator of two operands. */
    readonly binop: number | null;
  }

  interface Parser {
    strict: boolean;
    readonly scopeStack: { readonly flags: number }[];
    /** Where the next token is looked for. */
    pos: number;
    /** The token that the parser stands before. */
    type: TokenType;
    value: unknown;
    start: number;
    end: number;
    lastTokStart: number;
    lastTokEnd: number;
    containsEsc: boolean;
    next(): void;
    nextToken(): void;
    eat(type: TokenType): boolean;
    expect(type: TokenType): void;
    unexpected(at?: number): never;
    canInsertSemicolon(): boolean;
    finishToken(type: TokenType, value?: unknown): void;
    skipSpace(): void;
    readToken(code: number): void;
    readWord1(): string;
    getTokenFromCode(code: number): void;
    fullCharCodeAtPos(): number;
    readRegexp(): void;
    readNumber(startsWithDot: boolean): void;
    readString(quote: number): void;
    readTmplToken(): void;
    tryReadTemplateToken(): void;
    potentialArrowAt: number;
    potentialArrowInForAwait: boolean;
    awaitIdentPos: number;
    yieldPos: number;
    awaitPos: number;
    readonly inGenerator: boolean;
    readonly canAwait: boolean;
    semicolon(): void;
    isContextual(word: string): boolean;
    exitScope(): void;
    parseStatement(context: string | null, topLevel?: boolean, exports?: unknown): SyntaxNode;
    parseLabeledStatement(
      node: PlainNode,
      name: unknown,
      label: SyntaxNode,
      context: string | null,
    ): SyntaxNode;
    parseBindingAtom(): SyntaxNode;
    parseExpression(forInit?: ForInit, mistakes?: Mistakes): SyntaxNode;
    parseMaybeAssign(forInit?: ForInit, mistakes?: Mistakes, after?: unknown): SyntaxNode;
    parseMaybeUnary(
      mistakes: Mistakes | null | undefined,
      sawUnary: boolean,
      isUpdate: boolean,
      forInit?: ForInit,
    ): SyntaxNode;
    parseExprSubscripts(mistakes: Mistakes | null | undefined, forInit?: ForInit): SyntaxNode;
    parseExprAtom(
      mistakes: Mistakes | null | undefined,
      forInit?: ForInit,
      forNew?: boolean,
    ): SyntaxNode;
    parseExprOp(
      left: SyntaxNode,
      start: number,
      _: unknown,
      above: number,
      forInit?: ForInit,
    ): SyntaxNode;
    parseSubscripts(
      base: SyntaxNode,
      start: number,
      _: unknown,
      noCalls: boolean,
      forInit?: ForInit,
    ): SyntaxNode;
    parseArrowExpression(
      node: PlainNode,
      parameters: readonly SyntaxNode[],
      isAsync: boolean,
      forInit?: ForInit,
    ): SyntaxNode;
    parseExprList(
      close: TokenType,
      trailingComma: boolean,
      holes?: boolean,
      mistakes?: Mistakes,
    ): readonly (SyntaxNode | null)[];
    parseSpread(mistakes?: Mistakes): SyntaxNode;
    parseIdent(liberal?: boolean): SyntaxNode;
    parsePrivateIdent(): SyntaxNode;
    parseProperty(isPattern: boolean, mistakes?: Mistakes): SyntaxNode;
    parseMaybeDefault(start: number): SyntaxNode;
    toAssignable(node: SyntaxNode, isBinding: boolean, mistakes?: Mistakes): SyntaxNode;
  }
}

import { type TokenType, tokTypes } from 'acorn';
import type { ForInit, SyntaxNode } from './acorn-inside.ts';
import { Expressions } from './plain-expressions.ts';
import { block, declarator, exact, NONE, type PlainNode, statement } from './plain-nodes.ts';

const {
  _class,
  _function,
  _import,
  _in,
  braceL,
  braceR,
  colon,
  comma,
  eq,
  name: nameToken,
} = tokTypes;
/** Names that begin more than an expression. */
const BEGINS: ReadonlySet<unknown> = new Set(['let', 'async', 'await', 'using']);

/** Of what an expression may begin with, all that other statements begin with too. */
const OTHERS: ReadonlySet<TokenType> = new Set([braceL, _function, _class, _import]);

/** Statements as acorn reads them. A class, since acorn is extended by one. */
export class Statements extends Expressions {
  enterScope(flags: number): void {
    this.scopeStack.push({ flags });
  }

  override parseStatement(
    context: string | null,
    topLevel?: boolean,
    exports?: unknown,
  ): SyntaxNode {
    const { type, start, value } = this;
    const isPlain = type === nameToken ? !BEGINS.has(value) : type.startsExpr;
    if (!isPlain || OTHERS.has(type)) return super.parseStatement(context, topLevel, exports);
    const expression = this.parseExpression();
    if (type === nameToken && expression.type === 'Identifier' && this.eat(colon))
      return this.parseLabeledStatement(this.startNodeAt(start), value, expression, context);
    this.semicolon();
    return statement(start, this.lastTokEnd, expression);
  }

  parseExpressionStatement({ start }: PlainNode, expression: SyntaxNode): SyntaxNode {
    this.semicolon();
    return statement(start, this.lastTokEnd, expression);
  }

  parseBlock(isScope = true, node?: PlainNode, exitStrict?: boolean): SyntaxNode {
    const start = node?.start ?? this.start;
    this.expect(braceL);
    if (isScope) this.enterScope(0);
    const body = this.type === braceR ? NONE : this.parseBody();
    if (exitStrict) this.strict = false;
    this.next();
    if (isScope) this.exitScope();
    return block(start, this.lastTokEnd, body);
  }

  private parseBody(): readonly SyntaxNode[] {
    const body = [this.parseStatement(null)];
    while (this.type !== braceR) body.push(this.parseStatement(null));
    return exact(body);
  }

  parseVar(node: PlainNode, forInit: ForInit, kind: string, mayLack?: boolean): PlainNode {
    const declarations = [this.parseDeclarator(forInit, kind, mayLack)];
    while (this.eat(comma)) declarations.push(this.parseDeclarator(forInit, kind, mayLack));
    node.declarations = exact(declarations);
    node.kind = kind;
    return node;
  }

  private parseDeclarator(forInit: ForInit, kind: string, mayLack?: boolean): SyntaxNode {
    const { start } = this;
    const isUsing = kind === 'using' || kind === 'await using';
    const id = isUsing ? this.parseIdent() : this.parseBindingAtom();
    const init = this.eat(eq) ? this.parseMaybeAssign(forInit) : null;
    const isDue = isUsing || kind === 'const' || id.type !== 'Identifier';
    if (!init && isDue && !mayLack && this.type !== _in && !this.isContextual('of'))
      this.unexpected();
    return declarator(start, this.lastTokEnd, id, init);
  }
}

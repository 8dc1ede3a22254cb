import { type TokenType, tokTypes } from 'acorn';
import type { ForInit, Mistakes, SyntaxNode } from './acorn-inside.ts';
import { Atoms } from './plain-atoms.ts';
import { call, computedMember, exact, member, operation, sequence } from './plain-nodes.ts';

const {
  backQuote,
  braceL,
  bracketL,
  bracketR,
  colon,
  comma,
  dot,
  eq,
  incDec,
  name: nameToken,
  parenL,
  parenR,
  privateId,
  question,
  questionDot,
  starstar,
} = tokTypes;
const ASCII = 0x80;
/** What an operand that it stands behind ends with. */
const ENDS = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(')]},;:'.includes(String.fromCharCode(code))),
);
/** What begins with one of these may be read as one thing, and turn out to be another. */
function isAmbiguous(type: TokenType): boolean {
  return type === parenL || type === braceL || type === bracketL;
}

/**
 * Expressions as acorn reads them, the usual ones without going through every level of precedence
 * for each operand. A class, since acorn is extended by one.
 */
export class Expressions extends Atoms {
  override parseExpression(forInit?: ForInit, mistakes?: Mistakes): SyntaxNode {
    const { start } = this;
    const first = this.parseMaybeAssign(forInit, mistakes);
    if (this.type !== comma) return first;
    const expressions = [first];
    while (this.eat(comma)) expressions.push(this.parseMaybeAssign(forInit, mistakes));
    return sequence(start, this.lastTokEnd, exact(expressions));
  }

  override parseMaybeAssign(forInit?: ForInit, mistakes?: Mistakes, after?: unknown): SyntaxNode {
    const { type, start, value } = this;
    // Nothing is noted of what begins otherwise.
    if (isAmbiguous(type)) return super.parseMaybeAssign(forInit, mistakes, after);
    if (type === nameToken) {
      if (value === 'yield' && this.inGenerator) return this.parseYield(forInit);
      if (ENDS[this.input.charCodeAt(this.pos)] === 1 && value !== 'await')
        return this.parseIdent();
      this.potentialArrowAt = start;
      this.potentialArrowInForAwait = forInit === 'await';
    }
    const left = this.parseCondition(forInit);
    if (!this.type.isAssign) return left;
    const operator = this.value;
    const target = this.type === eq ? this.toAssignable(left, false, undefined) : left;
    if (mistakes) {
      mistakes.parenthesizedAssign = -1;
      mistakes.trailingComma = -1;
    }
    this.next();
    const right = this.parseMaybeAssign(forInit);
    const end = this.lastTokEnd;
    return operation('AssignmentExpression', start, end, target, operator, right);
  }

  /** What an assignment may begin with: operands, operators, and what is chosen by them. */
  private parseCondition(forInit: ForInit): SyntaxNode {
    const { start } = this;
    const operand = this.parseMaybeUnary(undefined, false, false, forInit);
    const { type } = this;
    if (type.binop === null && type !== question) return operand;
    if (operand.type === 'ArrowFunctionExpression' && operand.start === start) return operand;
    const test = this.parseExprOp(operand, start, undefined, -1, forInit);
    if (!this.eat(question)) return test;
    const node = this.startNodeAt(start);
    node.test = test;
    node.consequent = this.parseMaybeAssign();
    this.expect(colon);
    node.alternate = this.parseMaybeAssign(forInit);
    return this.finishNode(node, 'ConditionalExpression');
  }

  buildBinary(
    start: number,
    _: unknown,
    left: SyntaxNode,
    right: SyntaxNode,
    operator: string,
    logical: boolean,
  ): SyntaxNode {
    if (right.type === 'PrivateIdentifier') this.unexpected(right.start);
    const type = logical ? 'LogicalExpression' : 'BinaryExpression';
    return operation(type, start, this.lastTokEnd, left, operator, right);
  }

  override parseMaybeUnary(
    mistakes: Mistakes | null | undefined,
    sawUnary: boolean,
    isUpdate: boolean,
    forInit?: ForInit,
  ): SyntaxNode {
    const { type, start } = this;
    const isAwait = type === nameToken && this.value === 'await' && this.canAwait;
    if (isAwait || type.prefix || type === privateId)
      return super.parseMaybeUnary(mistakes, sawUnary, isUpdate, forInit);
    let operand = this.parseExprSubscripts(mistakes, forInit);
    while (this.type === incDec && !this.canInsertSemicolon()) {
      const node = this.startNodeAt(start);
      node.operator = this.value;
      node.argument = operand;
      this.next();
      operand = this.finishNode(node, 'UpdateExpression');
    }
    if (this.type !== starstar || isUpdate) return operand;
    if (operand.type === 'ArrowFunctionExpression' && operand.start === start) return operand;
    if (sawUnary) this.unexpected();
    this.next();
    const right = this.parseMaybeUnary(undefined, false, false, forInit);
    return this.buildBinary(start, undefined, operand, right, '**', false);
  }

  override parseExprSubscripts(
    mistakes: Mistakes | null | undefined,
    forInit?: ForInit,
  ): SyntaxNode {
    const { start } = this;
    if (mistakes && isAmbiguous(this.type)) return super.parseExprSubscripts(mistakes, forInit);
    const atom = this.parseExprAtom(undefined, forInit);
    // One in parentheses is an operand as any other.
    const isArrow =
      atom.type === 'ArrowFunctionExpression' && this.input[this.lastTokStart] !== ')';
    return isArrow ? atom : this.parseSubscripts(atom, start, undefined, false, forInit);
  }

  override parseSubscripts(
    base: SyntaxNode,
    start: number,
    _: unknown,
    noCalls: boolean,
    forInit?: ForInit,
  ): SyntaxNode {
    let object = base;
    for (;;) {
      const { type } = this;
      if (type === dot) {
        this.next();
        const isPrivate = this.type === privateId && object.type !== 'Super';
        const property = isPrivate ? this.parsePrivateIdent() : this.parseName();
        object = member(start, this.lastTokEnd, object, property);
      } else if (type === bracketL) {
        this.next();
        const property = this.parseExpression();
        this.expect(bracketR);
        object = computedMember(start, this.lastTokEnd, object, property);
      } else if (type === parenL && !noCalls && object.name !== 'async') {
        this.next();
        const args = this.parseExprList(parenR, true);
        object = call(start, this.lastTokEnd, object, args);
      } else if (type === questionDot || type === backQuote || (type === parenL && !noCalls))
        return super.parseSubscripts(object, start, undefined, noCalls, forInit);
      else return object;
    }
  }
}

import type { Node } from '../interpreter/node.ts';
import { NAME, OPERATOR, Tokens } from './tokens.ts';

/** Reading a text of Python: where it is, and what stands around. */
export interface Parser {
  readonly grammar: Grammar;
  readonly text: string;
  readonly tokens: Tokens;
  /** What the method around it calls its object. */
  self: string | undefined;
  /** Names that the function around it declares `global` or `nonlocal`. */
  outer: ReadonlySet<string>;
  /** Whether it may be passed over, as in a branch or loop. */
  maybe: boolean;
  depth: number;
  /** Blocks of statements that are not read to their end yet. */
  readonly blocks: Node[];
  /** Whether there are parts that are no Python. */
  broken: boolean;
  /** Those of which nothing is known, in the order of the text. */
  readonly lost: Span[];
  /** False when there was more nesting than is looked at. */
  complete: boolean;
}

export type Parse = (parser: Parser) => Node;

/** What the parts of expressions are made of in turn. */
export interface Grammar {
  readonly expression: Parse;
  /** An expression without `if` and `lambda`, as what is gone through is one. */
  readonly condition: Parse;
  /** An expression without comparisons, as targets are. */
  readonly operand: Parse;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is thrown where a text cannot be understood; whoever reads a statement goes on after it. */
export const BROKEN = new SyntaxError('not Python');

/** More brackets within brackets, and blocks within blocks, than Python itself takes. */
const MAX_DEPTH = 200;

export function createParser(text: string, grammar: Grammar): Parser {
  const tokens = new Tokens(text);
  const outer: ReadonlySet<string> = new Set();
  return {
    grammar,
    text,
    tokens,
    self: undefined,
    outer,
    maybe: false,
    depth: 0,
    blocks: [],
    broken: false,
    lost: [],
    complete: true,
  };
}

/** Goes one level deeper, as far as that goes; whoever comes back from it takes one off again. */
export function enter(parser: Parser): void {
  if (parser.depth >= MAX_DEPTH) {
    parser.complete = false;
    throw BROKEN;
  }
  parser.depth++;
}

/** What is read one level deeper. */
export function deeper<T>(parser: Parser, read: (parser: Parser) => T): T {
  enter(parser);
  const value = read(parser);
  parser.depth--;
  return value;
}

/** Passes over an operator, if it is there. */
export function take({ tokens }: Parser, operator: string): boolean {
  if (tokens.kind !== OPERATOR || tokens.value !== operator) return false;
  tokens.next();
  return true;
}

export function takeKeyword({ tokens }: Parser, word: string): boolean {
  if (!tokens.isKeyword(word)) return false;
  tokens.next();
  return true;
}

export function expect(parser: Parser, operator: string): void {
  if (!take(parser, operator)) throw BROKEN;
}

export function expectKeyword(parser: Parser, word: string): void {
  if (!takeKeyword(parser, word)) throw BROKEN;
}

export function takeKind(kind: number, { tokens }: Parser): boolean {
  if (tokens.kind !== kind) return false;
  tokens.next();
  return true;
}

export function expectKind(kind: number, parser: Parser): void {
  if (!takeKind(kind, parser)) throw BROKEN;
}

/** A name, as a node. */
export function expectName({ tokens }: Parser): Node {
  const { kind, value, start, end } = tokens;
  if (kind !== NAME) throw BROKEN;
  tokens.next();
  return identifier(value, start, end);
}

export function identifier(name: string, start: number, end: number): Node {
  return { type: 'Identifier', start, end, name };
}

export function nothing(start: number, end: number): Node {
  return { type: 'EmptyStatement', start, end };
}

/** Parts one after another, for what is no value of interest. */
export function suite(body: readonly Node[], start: number, end: number): Node {
  return { type: 'Suite', start, end, body };
}

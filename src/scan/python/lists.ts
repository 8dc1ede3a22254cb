import { children, type Node } from '../interpreter/node.ts';
import { deeper, type Parse, type Parser, take, takeKeyword } from './parser.ts';
import { KEYWORD, NAME, OPERATOR } from './tokens.ts';

/** `a`, `*a`, `yield a`. */
function part(parser: Parser): Node {
  const { tokens, grammar } = parser;
  const { start } = tokens;
  if (tokens.kind === OPERATOR && tokens.value === '*') {
    tokens.next();
    const argument = grammar.operand(parser);
    return { type: 'SpreadElement', start, end: tokens.last, argument };
  }
  return tokens.isKeyword('yield') ? yielded(parser) : grammar.expression(parser);
}

/** The same, or `a := b`. */
export function element(parser: Parser): Node {
  const { tokens, grammar } = parser;
  const { start } = tokens;
  const left = part(parser);
  if (!tokens.is(':=')) return left;
  tokens.next();
  const right = grammar.expression(parser);
  return { type: 'PyAssign', start, end: tokens.last, left, right, replace: false };
}

function yielded(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  takeKeyword(parser, 'from');
  const argument = begins(parser) ? deeper(parser, several) : undefined;
  return { type: 'ReturnStatement', start, end: tokens.last, argument };
}

/** One expression, or with commas a tuple of them. */
export const several: Parse = (parser) => listOf(parser, element);

/** The same where `:=` begins a format. */
export const inserted: Parse = (parser) => listOf(parser, part);

/** What is assigned to in a loop: names, members and patterns of such. */
export const targets: Parse = (parser) =>
  targetOf(
    listOf(parser, (inner) =>
      inner.tokens.is('*') ? element(inner) : inner.grammar.operand(inner),
    ),
  );

function listOf(parser: Parser, read: Parse): Node {
  const { tokens } = parser;
  const { start } = tokens;
  const first = read(parser);
  if (!tokens.is(',')) return first;
  const elements = [first];
  while (take(parser, ',') && begins(parser)) elements.push(read(parser));
  return { type: 'ArrayExpression', start, end: tokens.last, elements };
}

const WORDS: ReadonlySet<string> = new Set('None True False not lambda yield'.split(' '));
const SIGNS: ReadonlySet<string> = new Set('( [ { - + ~ * ... `'.split(' '));

/** Whether an expression begins here. */
export function begins({ tokens: { kind, value } }: Parser): boolean {
  if (kind === OPERATOR) return SIGNS.has(value);
  if (kind === KEYWORD) return WORDS.has(value);
  return kind >= NAME && kind < OPERATOR;
}

/** An expression as what is assigned to. */
export function targetOf(node: Node): Node {
  const { type, start, end } = node;
  if (type === 'ArrayExpression')
    return { type: 'ArrayPattern', start, end, elements: children(node, 'elements').map(targetOf) };
  if (type !== 'SpreadElement') return node;
  const { argument } = node;
  return { type: 'RestElement', start, end, argument };
}

import { type Node, nameOf, nodeOf } from '../interpreter/node.ts';
import { givenTo } from './brackets.ts';
import { parameters, within } from './functions.ts';
import { BROKEN, expect, expectName, type Parse, type Parser, take } from './parser.ts';
import { END, KEYWORD, NEWLINE } from './tokens.ts';

/** What stands in front of a function or class. */
interface Decorated {
  readonly start: number;
  readonly decorators: readonly Node[];
}

/** `@a` lines; empty where there are none. */
export function decoratorsOf(parser: Parser): readonly Node[] {
  const { tokens, grammar } = parser;
  const decorators: Node[] = [];
  while (take(parser, '@')) {
    decorators.push(grammar.expression(parser));
    if (tokens.kind === NEWLINE) tokens.next();
  }
  return decorators;
}

/** A function as its decorators leave it. */
export function behind(decorators: readonly Node[], value: Node): Node {
  if (decorators.length === 0) return value;
  const { start, end } = value;
  return { type: 'PyDecorated', start, end, decorators, value };
}

/** A function with its name, from `def` on; `start` is where it begins, `async` included. */
export function functionOf(
  parser: Parser,
  start: number,
  block: Parse,
  { method = false }: { readonly method?: boolean } = {},
): { readonly name: Node; readonly value: Node } {
  const { tokens, grammar } = parser;
  tokens.next();
  const name = expectName(parser);
  skipTypeParameters(parser);
  expect(parser, '(');
  const { nodes, self } = parameters(')', true, parser);
  if (take(parser, '->')) grammar.expression(parser);
  expect(parser, ':');
  const isMethod = method && self !== undefined;
  const body = within(isMethod ? self : parser.self, parser, block);
  const params = isMethod ? nodes.slice(1) : nodes;
  const value: Node = { type: 'FunctionExpression', start, end: tokens.last, params, body };
  return { name, value };
}

/** A method: what its object is called is no parameter, unless it is a static one. */
export function methodOf(
  parser: Parser,
  start: number,
  { decorators, start: begin }: Decorated,
  block: Parse,
): Node {
  const method = !decorators.some((it) => it.type === 'Identifier' && it.name === 'staticmethod');
  const { name, value } = functionOf(parser, start, block, { method });
  const kind = decorators.map(kindOf).find((it) => it !== undefined) ?? 'method';
  const key = name.name === '__init__' ? { ...name, name: 'constructor' } : name;
  const { end } = value;
  const made = kind === 'method' ? behind(decorators, value) : value;
  return { type: 'MethodDefinition', start: begin, end, key, value: made, kind, computed: false };
}

/** `@property`, `@name.setter`: whether a method is called where a name is read or set. */
function kindOf(decorator: Node): 'get' | 'set' | undefined {
  const name = nameOf(decorator) || nameOf(nodeOf(decorator.property));
  if (name === 'setter') return 'set';
  return name === 'property' || name === 'cached_property' ? 'get' : undefined;
}

/** A class; `member` reads one statement of its body. */
export function classOf(parser: Parser, body: Parse): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  const id = expectName(parser);
  skipTypeParameters(parser);
  const superClass = tokens.is('(') ? (givenTo(parser).plain[0] ?? null) : null;
  expect(parser, ':');
  const at = tokens.start;
  const { body: parts } = body(parser);
  const end = tokens.last;
  return {
    type: 'ClassDeclaration',
    start,
    end,
    id,
    superClass,
    body: { type: 'ClassBody', start: at, end, body: parts },
  };
}

/** `def f[T: int]()`. */
function skipTypeParameters(parser: Parser): void {
  if (!take(parser, '[')) return;
  while (!take(parser, ']')) {
    if (parser.tokens.kind === KEYWORD || parser.tokens.kind === END) throw BROKEN;
    parser.tokens.next();
  }
}

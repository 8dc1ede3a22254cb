import type { Node } from '../interpreter/node.ts';
import {
  deeper,
  expect,
  expectName,
  identifier,
  nothing,
  type Parse,
  type Parser,
  take,
} from './parser.ts';
import { NAME } from './tokens.ts';

/** `lambda a, b=c: d`. */
export function lambda(parser: Parser): Node {
  const { tokens, grammar } = parser;
  const { start } = tokens;
  tokens.next();
  const given = parameters(':', false, parser);
  const body = within(parser.self, parser, grammar.expression);
  const params = given.nodes;
  return { type: 'ArrowFunctionExpression', start, end: tokens.last, params, body };
}

const NONE: ReadonlySet<string> = new Set();

/** What stands in a function, with names of its own. */
export function within(self: string | undefined, parser: Parser, read: Parse): Node {
  const { self: outerSelf, outer, maybe } = parser;
  parser.self = self;
  parser.outer = NONE;
  parser.maybe = false;
  try {
    return read(parser);
  } finally {
    parser.self = outerSelf;
    parser.outer = outer;
    parser.maybe = maybe;
  }
}

interface Parameters {
  readonly nodes: readonly Node[];
  /** The name of the first one. */
  readonly self?: string;
}

/** Parameters up to the sign that ends them; types may stand with those of a `def`. */
export function parameters(close: string, typed: boolean, parser: Parser): Parameters {
  const { tokens, grammar } = parser;
  const nodes: Node[] = [];
  let self: string | undefined;
  let count = 0;
  while (!take(parser, close)) {
    const { start } = tokens;
    const stars = take(parser, '**') ? '**' : take(parser, '*') ? '*' : '';
    if (stars === '' && take(parser, '/')) {
      // What stands before it is given by its place alone.
    } else if (tokens.kind === NAME) {
      const name = identifier(tokens.value, tokens.start, tokens.end);
      tokens.next();
      if (typed && take(parser, ':')) {
        if (take(parser, '*')) grammar.operand(parser);
        else grammar.expression(parser);
      } else if (count === 0 && stars === '') self = String(name.name);
      if (stars !== '') {
        const end = tokens.last;
        nodes.push({ type: 'RestElement', start, end, argument: name, named: stars === '**' });
      } else if (take(parser, '=')) {
        const right = grammar.expression(parser);
        nodes.push({ type: 'AssignmentPattern', start, end: tokens.last, left: name, right });
        if (count === 0) self = undefined;
      } else nodes.push(name);
    } else if (take(parser, '(')) {
      // Python 2 takes tuples apart here.
      deeper(parser, (inner) => parameters(')', false, inner));
      nodes.push(nothing(start, tokens.last));
    } else if (stars !== '*') expectName(parser);
    count++;
    if (!tokens.is(close)) expect(parser, ',');
  }
  return self === undefined ? { nodes } : { nodes, self };
}

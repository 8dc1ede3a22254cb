import { type Node, nameOf } from '../interpreter/node.ts';
import { begins, element, targets } from './lists.ts';
import { expect, expectKeyword, type Parser, suite, take } from './parser.ts';
import { NAME } from './tokens.ts';

/** `(a)`, `(a, b)`, `(a for b in c)`: of one value in brackets the value itself. */
export function group(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  if (take(parser, ')')) return array([], start, tokens.last);
  const first = element(parser);
  if (isClause(parser)) return comprehension(first, start, ')', parser);
  if (take(parser, ')'))
    // `(*a)` and the like are no values.
    return first.type === 'SpreadElement' ? array([first], start, tokens.last) : first;
  return array(rest(first, ')', parser), start, tokens.last);
}

export function list(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  if (take(parser, ']')) return array([], start, tokens.last);
  const first = element(parser);
  if (isClause(parser)) return comprehension(first, start, ']', parser);
  return array(rest(first, ']', parser), start, tokens.last);
}

function array(elements: readonly Node[], start: number, end: number): Node {
  return { type: 'ArrayExpression', start, end, elements };
}

/** What follows the first of several, up to the bracket that closes them. */
function rest(first: Node, close: string, parser: Parser): readonly Node[] {
  const elements = [first];
  while (!take(parser, close)) {
    expect(parser, ',');
    if (take(parser, close)) break;
    elements.push(element(parser));
  }
  return elements;
}

/** A dictionary or a set. */
export function braces(parser: Parser): Node {
  const { tokens, grammar } = parser;
  const { start } = tokens;
  tokens.next();
  const properties: Node[] = [];
  while (!take(parser, '}')) {
    const at = tokens.start;
    if (take(parser, '**')) {
      const argument = grammar.operand(parser);
      properties.push({ type: 'SpreadElement', start: at, end: tokens.last, argument });
    } else {
      const key = element(parser);
      if (properties.length === 0 && !tokens.is(':'))
        return isClause(parser)
          ? comprehension(key, start, '}', parser)
          : array(rest(key, '}', parser), start, tokens.last);
      expect(parser, ':');
      const value = grammar.expression(parser);
      const { last: end } = tokens;
      if (properties.length === 0 && isClause(parser)) {
        const pair: Node = { type: 'ArrayExpression', start: at, end, elements: [key, value] };
        return comprehension(pair, start, '}', parser);
      }
      properties.push({ type: 'Property', start: at, end, key, value, computed: true });
    }
    if (!tokens.is('}')) expect(parser, ',');
  }
  return { type: 'ObjectExpression', start, end: tokens.last, properties };
}

function isClause({ tokens }: Parser): boolean {
  return tokens.isKeyword('for') || (tokens.kind === NAME && tokens.value === 'async');
}

/** `[body for a in b if c]`, from its first clause on. */
function comprehension(body: Node, start: number, close: string, parser: Parser): Node {
  const { tokens, grammar } = parser;
  const loops: Node[] = [];
  while (!take(parser, close)) {
    const at = tokens.start;
    if (tokens.isKeyword('if')) {
      tokens.next();
      loops.push(grammar.condition(parser));
      continue;
    }
    if (!tokens.isKeyword('for')) tokens.next();
    expectKeyword(parser, 'for');
    const left = targets(parser);
    expectKeyword(parser, 'in');
    const right = grammar.condition(parser);
    loops.push({ type: 'PyClause', start: at, end: tokens.last, left, right });
  }
  return { type: 'PyComprehension', start, end: tokens.last, body, loops };
}

/** `object[key]`, `object[from:to:step]`. */
export function subscript(object: Node, start: number, parser: Parser): Node {
  const { tokens } = parser;
  tokens.next();
  const at = tokens.start;
  const keys = begins(parser) ? [element(parser)] : [];
  let slice = false;
  let several = false;
  let end: number | undefined;
  while (!tokens.is(']')) {
    while (!tokens.is(',') && !tokens.is(']')) {
      if (!take(parser, ':')) keys.push(element(parser));
      else if (end === undefined) slice = true;
    }
    if (end !== undefined) several = true;
    end ??= tokens.last;
    if (!tokens.is(']')) expect(parser, ',');
  }
  tokens.next();
  const { last } = tokens;
  if (slice) {
    const parts = parser.text
      .slice(at, end)
      .split(':')
      .map((it) => it.trim());
    const reverse = parts.length === 3 && parts[2] === '-1';
    return { type: 'PySlice', start, end: last, object, parts, reverse, keys };
  }
  const [only] = keys;
  // Of a key of several parts nothing is known but what they do.
  const property = only && !several ? only : suite(keys, at, last);
  return { type: 'MemberExpression', start, end: last, object, property, computed: true };
}

const NONE: readonly Node[] = [];

/** What is given in the brackets of a call, by its place and by its name. */
export function givenTo(parser: Parser): {
  readonly plain: readonly Node[];
  /** Undefined when nothing is. */
  readonly named: readonly Node[] | undefined;
} {
  const { tokens, grammar } = parser;
  const open = tokens.start;
  tokens.next();
  let values: Node[] | undefined;
  let named: Node[] | undefined;
  while (!take(parser, ')')) {
    const { start } = tokens;
    if (take(parser, '**')) {
      const value = grammar.expression(parser);
      named ??= [];
      named.push({ type: 'PyNamed', start, end: tokens.last, value });
    } else {
      const first = element(parser);
      if (isClause(parser)) {
        const whole = comprehension(first, open, ')', parser);
        if (values) values.push(whole);
        else values = [whole];
        break;
      }
      if (tokens.is('=')) {
        const name = nameOf(first) || parser.text.slice(first.start, first.end);
        tokens.next();
        const value = grammar.expression(parser);
        named ??= [];
        named.push({ type: 'PyNamed', start, end: tokens.last, name, value });
      } else if (values) values.push(first);
      // Most are the only ones: such a list takes no more room than it needs.
      else values = [first];
    }
    if (!tokens.is(')')) expect(parser, ',');
  }
  return { plain: values ?? NONE, named };
}

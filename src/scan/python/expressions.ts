import type { Node } from '../interpreter/node.ts';
import { braces, givenTo, group, list, subscript } from './brackets.ts';
import { ASCII, LF } from './characters.ts';
import { lambda } from './functions.ts';
import { begins, several } from './lists.ts';
import {
  BROKEN,
  deeper,
  enter,
  expect,
  expectKeyword,
  type Grammar,
  identifier,
  nothing,
  type Parser,
} from './parser.ts';
import { strings } from './strings.ts';
import { FLOAT, INTEGER, KEYWORD, NAME, OPERATOR, STRING, TEMPLATE } from './tokens.ts';

/** How tightly the operators between two operands bind. */
const BINDING: ReadonlyMap<string, number> = new Map(
  ['or', 'and', '', 'in not is < > <= >= == != <>', '|', '^', '&', '<< >>', '+ -', '* / // % @']
    .flatMap((all, level) => all.split(' ').map((it): [string, number] => [it, level + 1]))
    .filter(([it]) => it !== ''),
);
const [OR, AND, NOT, COMPARED, SUM] = [1, 2, 3, 4, 5];
const NEGATIVE = /^-\d{1,9}$/;

/** What ends any expression. */
const CLOSES = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/[,)\]}]/.test(String.fromCharCode(code))),
);

/** `a if b else c`, `lambda a: b`, and all below them. */
function expression(parser: Parser): Node {
  const { tokens } = parser;
  const { kind } = tokens;
  // Most expressions are one token: none of the levels between has anything to do with it.
  if ((kind === NAME || kind === STRING || kind === INTEGER) && isWhole(parser))
    return atom(parser);
  if (kind === KEYWORD && tokens.value === 'lambda') return deeper(parser, lambda);
  const { start } = tokens;
  const consequent = deeper(parser, condition);
  if (tokens.kind !== KEYWORD || tokens.value !== 'if') return consequent;
  tokens.next();
  const test = condition(parser);
  expectKeyword(parser, 'else');
  const alternate = deeper(parser, expression);
  const span = { start, end: tokens.last };
  return { type: 'ConditionalExpression', ...span, consequent, test, alternate };
}

/** Whether an expression ends directly behind this token; in brackets it goes on in the next line. */
function isWhole({ text, tokens: { end, depth } }: Parser): boolean {
  const code = text.charCodeAt(end);
  return CLOSES[code] === 1 || (code === LF && depth === 0);
}

const condition = (parser: Parser): Node => binary(parser, OR);
const operand = (parser: Parser): Node => binary(parser, SUM);
const GRAMMAR: Grammar = { expression, condition, operand };

export { GRAMMAR };

function bindingOf({ tokens: { kind, value } }: Parser): number {
  return kind === OPERATOR || kind === KEYWORD ? (BINDING.get(value) ?? 0) : 0;
}

/** Operands and the operators between them that bind at least so tightly. */
function binary(parser: Parser, least: number): Node {
  const { tokens } = parser;
  const { start } = tokens;
  let left = unary(parser);
  for (;;) {
    const binding = bindingOf(parser);
    if (binding < least || binding === 0) return left;
    const operator = tokens.value;
    if (binding === COMPARED) left = compared(left, start, parser);
    else {
      tokens.next();
      const right = binary(parser, binding + 1);
      const { last: end } = tokens;
      left =
        binding <= AND
          ? { type: 'LogicalExpression', start, end, left, right }
          : { type: 'PyOperation', start, end, operator, left, right };
    }
  }
}

/** `a < b <= c`, `a not in b`. */
function compared(first: Node, start: number, parser: Parser): Node {
  const { tokens } = parser;
  let body: Node[] | undefined;
  while (bindingOf(parser) === COMPARED) {
    const { value } = tokens;
    tokens.next();
    if (value === 'not') expectKeyword(parser, 'in');
    else if (value === 'is' && tokens.isKeyword('not')) tokens.next();
    const next = operand(parser);
    if (body) body.push(next);
    // A list of two takes the room of two; one that grows, that of twenty.
    else body = [first, next];
  }
  return { type: 'PyTest', start, end: tokens.last, body };
}

function unary(parser: Parser): Node {
  const { tokens } = parser;
  const { kind, value, start } = tokens;
  if (kind === KEYWORD && value === 'not') {
    tokens.next();
    const inner = deeper(parser, (it) => binary(it, NOT));
    return { type: 'PyTest', start, end: tokens.last, body: [inner] };
  }
  if (kind !== OPERATOR || (value !== '-' && value !== '+' && value !== '~')) return power(parser);
  tokens.next();
  const inner = deeper(parser, unary);
  const { last: end } = tokens;
  const text = parser.text.slice(start, end);
  return NEGATIVE.test(text)
    ? { type: 'PyNumber', start, end, value: text }
    : { type: 'PyTest', start, end, body: [inner] };
}

function power(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  const left = primary(parser);
  if (tokens.kind !== OPERATOR || tokens.value !== '**') return left;
  tokens.next();
  const right = deeper(parser, unary);
  return { type: 'PyOperation', start, end: tokens.last, operator: '**', left, right };
}

/** A value, its members, and what calling them gives. */
function primary(parser: Parser): Node {
  const { tokens } = parser;
  const { start, kind, value } = tokens;
  let node = atom(parser);
  // A name of its own where nothing is waited for.
  if (kind === NAME && value === 'await' && begins(parser) && !isTrailer(parser)) {
    const argument = deeper(parser, primary);
    return { type: 'AwaitExpression', start, end: tokens.last, argument };
  }
  while (tokens.kind === OPERATOR) {
    if (tokens.value === '.') {
      node = member(node, start, parser);
      continue;
    }
    if (tokens.value !== '[' && tokens.value !== '(') break;
    enter(parser);
    node = tokens.value === '[' ? subscript(node, start, parser) : call(node, start, parser);
    parser.depth--;
  }
  return node;
}

function isTrailer({ tokens }: Parser): boolean {
  return tokens.is('[') || tokens.is('-') || tokens.is('+') || tokens.is('*');
}

function member(object: Node, start: number, parser: Parser): Node {
  const { tokens } = parser;
  tokens.next();
  const { kind, value } = tokens;
  if (kind !== NAME && kind !== KEYWORD) throw BROKEN;
  const property = identifier(value, tokens.start, tokens.end);
  tokens.next();
  return { type: 'MemberExpression', start, end: tokens.last, object, property, computed: false };
}

function call(callee: Node, start: number, parser: Parser): Node {
  const { plain: given, named } = givenTo(parser);
  const { last: end } = parser.tokens;
  // `super().f()` is `f` of the class above, whose attributes this one has.
  if (parser.self !== undefined && callee.type === 'Identifier' && callee.name === 'super')
    return { type: 'ThisExpression', start, end, above: true };
  return { type: 'CallExpression', start, end, callee, arguments: given, named };
}

function atom(parser: Parser): Node {
  const { tokens } = parser;
  const { kind, value, start, end } = tokens;
  switch (kind) {
    case NAME: {
      tokens.next();
      return value === parser.self
        ? { type: 'ThisExpression', start, end }
        : identifier(value, start, end);
    }
    case INTEGER:
      tokens.next();
      return { type: 'PyNumber', start, end, value: parser.text.slice(start, end) };
    case FLOAT:
      tokens.next();
      return nothing(start, end);
    case STRING:
    case TEMPLATE:
      return strings(parser);
    case KEYWORD:
      if (value === 'lambda') return deeper(parser, lambda);
      if (value !== 'None' && value !== 'True' && value !== 'False') throw BROKEN;
      tokens.next();
      return nothing(start, end);
    case OPERATOR:
      return enclosed(value, parser);
    default:
      throw BROKEN;
  }
}

function enclosed(opening: string, parser: Parser): Node {
  const { tokens } = parser;
  const { start, end } = tokens;
  switch (opening) {
    case '(':
      return deeper(parser, group);
    case '[':
      return deeper(parser, list);
    case '{':
      return deeper(parser, braces);
    case '...':
      tokens.next();
      return nothing(start, end);
    case '`': {
      tokens.next();
      const inner = several(parser);
      expect(parser, '`');
      return inner;
    }
    default:
      throw BROKEN;
  }
}

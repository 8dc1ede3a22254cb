import type { Node } from '../interpreter/node.ts';
import { blockOf, type Compound, statementsIn } from './blocks.ts';
import { behind, classOf, decoratorsOf, functionOf, methodOf } from './definitions.ts';
import { GRAMMAR } from './expressions.ts';
import { element, several, targetOf, targets } from './lists.ts';
import { matching } from './matching.ts';
import {
  BROKEN,
  createParser,
  expect,
  expectKeyword,
  nothing,
  type Parser,
  type Span,
  suite,
  take,
  takeKeyword,
} from './parser.ts';
import { KEYWORD, NAME } from './tokens.ts';

const ASYNC = /[ \t]+(?:def|for|with)\b/y;

/** A file as a program that the interpreter evaluates. */
export interface Program {
  readonly program: Node;
  /** False when there was more nesting than is looked at. */
  readonly complete: boolean;
  /** Whether there are parts that are no Python. */
  readonly broken: boolean;
  /** Parts of which nothing is in the program. */
  readonly lost: readonly Span[];
}

/** Reads any text to its end, whatever in it is no Python, in linear time. */
export function parsePython(text: string): Program {
  const parser = createParser(text, GRAMMAR);
  const body = statementsIn(parser, compound);
  const program: Node = { type: 'Program', start: 0, end: text.length, body };
  const { complete, broken, lost } = parser;
  return { program, complete, broken, lost };
}

const compound: Compound = (parser) => compoundIn(parser, false);
const inClass: Compound = (parser) => compoundIn(parser, true);

const block = (parser: Parser): Node => blockOf(parser, compound);

/** A block that may not run at all: what was known before stays possible. */
function perhaps(parser: Parser): Node {
  const { maybe } = parser;
  parser.maybe = true;
  const body = block(parser);
  parser.maybe = maybe;
  return body;
}

function compoundIn(parser: Parser, member: boolean): Node | undefined {
  const { tokens } = parser;
  const { kind, value, start } = tokens;
  if (kind === KEYWORD)
    switch (value) {
      case 'if':
      case 'while':
        return branches(parser);
      case 'for':
        return loop(parser, start);
      case 'try':
        return trying(parser);
      case 'with':
        return using(parser);
      case 'def':
      case 'class':
        return defined(parser, start, [], member);
    }
  else if (kind === NAME) {
    if (value === 'match') return matching(parser, perhaps);
    ASYNC.lastIndex = tokens.end;
    if (value !== 'async' || !ASYNC.test(parser.text)) return undefined;
    tokens.next();
    if (tokens.isKeyword('for')) return loop(parser, start);
    return tokens.isKeyword('with') ? using(parser) : defined(parser, start, [], member);
  } else if (tokens.is('@')) return defined(parser, start, decoratorsOf(parser), member);
  return undefined;
}

function branches(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  const body = branch(parser);
  while (tokens.isKeyword('elif')) body.push(...branch(parser));
  body.push(...otherwise(parser));
  return suite(body, start, tokens.last);
}

/** A condition and what is done then. */
function branch(parser: Parser): Node[] {
  parser.tokens.next();
  const test = element(parser);
  expect(parser, ':');
  return [test, perhaps(parser)];
}

/** `else`, where it is there. */
function otherwise(parser: Parser): readonly Node[] {
  if (!takeKeyword(parser, 'else')) return [];
  expect(parser, ':');
  return [perhaps(parser)];
}

function loop(parser: Parser, start: number): Node {
  const { tokens } = parser;
  tokens.next();
  const left = targets(parser);
  expectKeyword(parser, 'in');
  const right = several(parser);
  expect(parser, ':');
  const body = [perhaps(parser), ...otherwise(parser)];
  return { type: 'PyFor', start, end: tokens.last, left, right, body };
}

/** The body is what usually happens; what handles its failure, what may. */
function trying(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  expect(parser, ':');
  const body = [block(parser)];
  while (takeKeyword(parser, 'except')) {
    take(parser, '*');
    if (!tokens.is(':')) body.push(several(parser));
    if (takeKeyword(parser, 'as')) {
      const { start: from } = tokens;
      const left = targets(parser);
      const right: Node = { type: 'PyCaught', start: from, end: tokens.last };
      body.push({ type: 'PyAssign', start: from, end: tokens.last, left, right, replace: true });
    }
    expect(parser, ':');
    body.push(perhaps(parser));
  }
  body.push(...otherwise(parser));
  if (takeKeyword(parser, 'finally')) {
    expect(parser, ':');
    body.push(perhaps(parser));
  }
  return suite(body, start, tokens.last);
}

/** `with a as b, c:`, in brackets too. */
function using(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  const body = bracketed(parser) ?? items(parser, ':');
  body.push(block(parser));
  return suite(body, start, tokens.last);
}

/** Undefined where the bracket is one of an expression. */
function bracketed(parser: Parser): Node[] | undefined {
  const { tokens, depth } = parser;
  if (!tokens.is('(')) return undefined;
  const mark = tokens.mark();
  try {
    tokens.next();
    const list = items(parser, ')');
    expect(parser, ':');
    return list;
  } catch (error) {
    if (error !== BROKEN) throw error;
    parser.depth = depth;
    tokens.back(mark);
    return undefined;
  }
}

function items(parser: Parser, close: string): Node[] {
  const { tokens, grammar } = parser;
  const list: Node[] = [];
  while (!take(parser, close)) {
    const { start } = tokens;
    const argument = element(parser);
    const right: Node = { type: 'PyEntered', start, end: tokens.last, argument };
    if (takeKeyword(parser, 'as')) {
      const left = targetOf(tokens.is('(') ? element(parser) : grammar.operand(parser));
      list.push({ type: 'PyAssign', start, end: tokens.last, left, right, replace: true });
    } else list.push(right);
    if (!tokens.is(close)) expect(parser, ',');
  }
  return list;
}

/** A function or class behind its decorators. */
function defined(
  parser: Parser,
  start: number,
  decorators: readonly Node[],
  member: boolean,
): Node {
  const { tokens } = parser;
  const begin = decorators.length > 0 ? tokens.start : start;
  if (tokens.isKeyword('class')) {
    const node = classOf(parser, (inner) => blockOf(inner, inClass, memberOf));
    return decorators.length === 0 ? node : suite([...decorators, node], start, tokens.last);
  }
  if (tokens.kind === NAME && tokens.value === 'async') tokens.next();
  if (!tokens.isKeyword('def')) throw BROKEN;
  if (member) return methodOf(parser, begin, { decorators, start }, block);
  const { name, value } = functionOf(parser, begin, block);
  const { start: from, end } = value;
  const replace = !parser.maybe;
  const right = behind(decorators, value);
  return { type: 'PyAssign', start: from, end, left: name, right, replace };
}

/** A statement of a class: a method, a field, or what is run once. */
function memberOf(node: Node): Node {
  const { type, start, end, left } = node;
  if (type === 'MethodDefinition') return node;
  if (type === 'PyAssign' && typeof left === 'object' && left !== null && 'name' in left) {
    const { right: value } = node;
    return { type: 'PropertyDefinition', start, end, key: left, value, computed: false };
  }
  if (type === 'EmptyStatement') return nothing(start, end);
  return { type: 'StaticBlock', start, end, body: [node] };
}

import type { Node } from '../interpreter/node.ts';
import { importing, importingFrom } from './imports.ts';
import { begins, element, several, targetOf } from './lists.ts';
import { deeper, identifier, nothing, type Parser, suite, take, takeKeyword } from './parser.ts';
import { DEDENT, KEYWORD, NAME, NEWLINE, OPERATOR, STRING } from './tokens.ts';

const ENDS = /[ \t]*(?:#|\r?\n|$)/y;
/** Words that are names in most places, and statements where these follow. */
const PRINTS = /[ \t]+(?:["'~`{]|>>|(?!(?:in|is|and|or|if|else|for|as)\b)\w)/y;
const RUNS = /[ \t]+(?:["']|(?!(?:in|is|and|or|if|else|for|as)\b)\w)/y;
const NAMES_TYPE = /[ \t]+\w{1,200}[ \t]*[=[]/y;

/** A statement on one line. */
export function simple(parser: Parser): Node {
  const { tokens } = parser;
  const { kind, value, start, end } = tokens;
  if (kind === KEYWORD) {
    const read = STATEMENTS[value];
    if (read) return read(parser);
  } else if (kind === NAME) {
    if (value === 'print' && follows(PRINTS, parser)) return printing(parser);
    if (value === 'exec' && follows(RUNS, parser)) return executing(parser);
    if (value === 'type' && follows(NAMES_TYPE, parser)) return skipped(parser);
  } else if (kind === STRING && follows(ENDS, parser)) {
    // A text that nobody uses says what the code does.
    tokens.next();
    return nothing(start, end);
  }
  return assigned(parser);
}

function follows(pattern: RegExp, { text, tokens }: Parser): boolean {
  pattern.lastIndex = tokens.end;
  return pattern.test(text);
}

const AUGMENTED: ReadonlySet<string> = new Set(
  '+= -= *= /= //= %= @= &= |= ^= >>= <<= **='.split(' '),
);

/** An expression, or `a = b = c`, `a += b`, `a: int = b`. */
function assigned(parser: Parser): Node {
  const { tokens, grammar } = parser;
  const { start } = tokens;
  const left = several(parser);
  if (tokens.kind !== OPERATOR) return left;
  if (take(parser, '=')) return assign(left, deeper(parser, assigned), start, parser);
  if (AUGMENTED.has(tokens.value)) {
    const operator = tokens.value.slice(0, -1);
    tokens.next();
    const right = several(parser);
    const span = { start, end: tokens.last };
    return assign(left, { type: 'PyOperation', ...span, operator, left, right }, start, parser);
  }
  if (!take(parser, ':')) return left;
  grammar.expression(parser);
  if (take(parser, '=')) return assign(left, several(parser), start, parser);
  return nothing(start, tokens.last);
}

function assign(target: Node, right: Node, start: number, parser: Parser): Node {
  const left = targetOf(target);
  const { last: end } = parser.tokens;
  if (target.type === 'Identifier' && parser.outer.has(String(target.name)))
    return { type: 'AssignmentExpression', start, end, operator: '|=', left, right };
  return { type: 'PyAssign', start, end, left, right, replace: !parser.maybe };
}

const STATEMENTS: { readonly [word: string]: ((parser: Parser) => Node) | undefined } = {
  import: importing,
  from: importingFrom,
  return: returning,
  global: declareOuter,
  nonlocal: declareOuter,
  raise: raising,
  assert: values,
  del: values,
  pass: values,
  break: values,
  continue: values,
};

function returning(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  const argument = begins(parser) ? several(parser) : null;
  return { type: 'ReturnStatement', start, end: tokens.last, argument };
}

function raising(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  const body: Node[] = [];
  if (begins(parser)) {
    const argument = several(parser);
    body.push({ type: 'ThrowStatement', start, end: tokens.last, argument });
  }
  if (takeKeyword(parser, 'from')) body.push(element(parser));
  return suite(body, start, tokens.last);
}

/** Statements of which only the values in them matter. */
function values(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  if (tokens.kind === NEWLINE) return nothing(start, tokens.last);
  const body: Node[] = [];
  if (begins(parser)) body.push(several(parser));
  return suite(body, start, tokens.last);
}

function declareOuter(parser: Parser): Node {
  const { tokens, outer } = parser;
  const { start } = tokens;
  const names = new Set(outer);
  do {
    tokens.next();
    if (tokens.kind === NAME) names.add(tokens.value);
    tokens.next();
  } while (tokens.is(','));
  parser.outer = names;
  return nothing(start, tokens.last);
}

function printing(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  take(parser, '>>');
  const value = several(parser);
  return suite([value], start, tokens.last);
}

/** Python 2 runs code without brackets. */
function executing(parser: Parser): Node {
  const { tokens, grammar } = parser;
  const { start, end } = tokens;
  tokens.next();
  const given = [grammar.operand(parser)];
  if (takeKeyword(parser, 'in')) given.push(several(parser));
  const callee = identifier('exec', start, end);
  return { type: 'CallExpression', start, end: tokens.last, callee, arguments: given, named: [] };
}

function skipped({ tokens }: Parser): Node {
  const { start } = tokens;
  while (tokens.kind > DEDENT) tokens.next();
  return nothing(start, tokens.last);
}

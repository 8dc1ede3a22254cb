import type { Node } from '../interpreter/node.ts';
import { BROKEN, enter, expectKind, type Parser, suite, take, takeKind } from './parser.ts';
import { simple } from './simple.ts';
import { DEDENT, END, INDENT, NEWLINE } from './tokens.ts';

/** Reads a statement that has blocks of its own; undefined for any other. */
export type Compound = (parser: Parser) => Node | undefined;

/** What becomes of a statement where it stands. */
type Place = (statement: Node) => Node;
const asItIs: Place = (statement) => statement;

/** The statements of a whole file. */
export function statementsIn(parser: Parser, compound: Compound): readonly Node[] {
  const body: Node[] = [];
  parser.tokens.next();
  readLines(parser, compound, asItIs, body, 1);
  return body;
}

/** What stands behind a colon, on the same line or indented below it. */
export function blockOf(parser: Parser, compound: Compound, place: Place = asItIs): Node {
  const { tokens } = parser;
  const { start } = tokens;
  const body: Node[] = [];
  if (tokens.kind !== NEWLINE) readSimple(parser, place, body);
  else {
    tokens.next();
    enter(parser);
    expectKind(INDENT, parser);
    readLines(parser, compound, place, body, tokens.level);
    parser.depth--;
    takeKind(DEDENT, parser);
  }
  const block = suite(body, start, tokens.last);
  parser.blocks.push(block);
  return block;
}

/** Lines up to the end of their block; those that are indented for no reason belong to it. */
function readLines(
  parser: Parser,
  compound: Compound,
  place: Place,
  body: Node[],
  level: number,
): void {
  const { tokens } = parser;
  for (;;) {
    if (tokens.kind === END) return;
    if (tokens.kind === DEDENT) {
      if (tokens.level < level) return;
      tokens.next();
    } else if (tokens.kind === INDENT) {
      parser.broken = true;
      tokens.next();
    } else if (tokens.kind === NEWLINE) tokens.next();
    else readLine(parser, compound, place, body);
  }
}

/** Reads a statement; of one that cannot be understood, the blocks in it, and what comes after it. */
function readLine(parser: Parser, compound: Compound, place: Place, body: Node[]): void {
  const { tokens, depth, self, outer, maybe, blocks } = parser;
  const from = tokens.start;
  const known = blocks.length;
  try {
    const whole = compound(parser);
    if (whole) body.push(place(whole));
    else readSimple(parser, place, body);
  } catch (error) {
    if (error !== BROKEN) throw error;
    parser.broken = true;
    Object.assign(parser, { depth, self, outer, maybe });
    tokens.recover(from);
    let lost = from;
    for (const block of blocks.slice(known)) {
      body.push(block);
      parser.lost.push({ start: lost, end: block.start });
      lost = block.end;
    }
    parser.lost.push({ start: lost, end: tokens.start });
  }
  blocks.length = known;
}

/** `a; b; c`, to the end of the line. */
function readSimple(parser: Parser, place: Place, body: Node[]): void {
  const { tokens } = parser;
  do {
    if (tokens.kind <= DEDENT) break;
    body.push(place(simple(parser)));
  } while (take(parser, ';'));
  if (tokens.kind > DEDENT) throw BROKEN;
  if (tokens.kind === NEWLINE) tokens.next();
}

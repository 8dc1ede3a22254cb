import type { Node } from '../interpreter/node.ts';
import { several } from './lists.ts';
import {
  BROKEN,
  expect,
  expectKind,
  type Parse,
  type Parser,
  suite,
  takeKeyword,
} from './parser.ts';
import { DEDENT, END, INDENT, NAME, NEWLINE } from './tokens.ts';

const SUBJECT = /[ \t]+(?!(?:in|is|and|or|if|else|for|as)\b)["'\w([{~-]|[ \t]*[([{]/y;

/** `match a:` with its cases; undefined where `match` is a name like any other. */
export function matching(parser: Parser, block: Parse): Node | undefined {
  const { start } = parser.tokens;
  const subject = subjectOf(parser);
  if (!subject) return undefined;
  const { tokens, grammar } = parser;
  const body = [subject];
  while (isCase(parser)) {
    // What a value is compared with is none of its own.
    while (tokens.depth > 0 || !(tokens.is(':') || tokens.isKeyword('if'))) {
      if (tokens.kind === END || tokens.kind === NEWLINE) throw BROKEN;
      tokens.next();
    }
    if (takeKeyword(parser, 'if')) body.push(grammar.expression(parser));
    expect(parser, ':');
    body.push(block(parser));
  }
  if (tokens.kind !== DEDENT) throw BROKEN;
  tokens.next();
  return suite(body, start, tokens.last);
}

/** What is matched, when the first case follows it. */
function subjectOf(parser: Parser): Node | undefined {
  const { tokens, text, depth } = parser;
  SUBJECT.lastIndex = tokens.end;
  if (!SUBJECT.test(text)) return undefined;
  const mark = tokens.mark();
  try {
    tokens.next();
    const subject = several(parser);
    expect(parser, ':');
    expectKind(NEWLINE, parser);
    expectKind(INDENT, parser);
    if (isCase(parser)) return subject;
  } catch (error) {
    if (error !== BROKEN) throw error;
  }
  parser.depth = depth;
  tokens.back(mark);
  return undefined;
}

function isCase({ tokens }: Parser): boolean {
  return tokens.kind === NAME && tokens.value === 'case';
}

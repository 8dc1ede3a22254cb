import type { Node } from '../interpreter/node.ts';
import { BROKEN, expectKeyword, nothing, type Parser, suite, take, takeKeyword } from './parser.ts';
import { NAME } from './tokens.ts';

/** `import a.b as c, d`. */
export function importing(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  const body: Node[] = [];
  do {
    const at = tokens.start;
    const module = dotted(parser);
    const alias = aliasIn(parser);
    body.push({ type: 'PyImport', start: at, end: tokens.last, module, alias });
  } while (take(parser, ','));
  return suite(body, start, tokens.last);
}

/** `from .a import b as c, d`, `from a import (b, c)` and `from a import *`. */
export function importingFrom(parser: Parser): Node {
  const { tokens } = parser;
  const { start } = tokens;
  tokens.next();
  let module = '';
  while (tokens.is('.') || tokens.is('...')) {
    module += tokens.value;
    tokens.next();
  }
  if (tokens.kind === NAME) module += dotted(parser);
  expectKeyword(parser, 'import');
  if (tokens.is('*')) {
    const node: Node = { type: 'PyImportAll', start: tokens.start, end: tokens.end, module };
    tokens.next();
    return suite([node], start, tokens.last);
  }
  const brackets = take(parser, '(');
  const body: Node[] = [];
  do {
    if (brackets && tokens.is(')')) break;
    const at = tokens.start;
    const name = dotted(parser);
    const alias = aliasIn(parser) ?? name;
    body.push({ type: 'PyImportFrom', start: at, end: tokens.last, module, name, alias });
  } while (take(parser, ','));
  if (brackets && !take(parser, ')')) throw BROKEN;
  const end = tokens.last;
  return module === '__future__' ? nothing(start, end) : suite(body, start, end);
}

function dotted(parser: Parser): string {
  let name = nameAt(parser);
  while (take(parser, '.')) name += `.${nameAt(parser)}`;
  return name;
}

function aliasIn(parser: Parser): string | undefined {
  return takeKeyword(parser, 'as') ? nameAt(parser) : undefined;
}

function nameAt({ tokens }: Parser): string {
  const { kind, value } = tokens;
  if (kind !== NAME) throw BROKEN;
  tokens.next();
  return value;
}

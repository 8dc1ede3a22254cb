import { parse as parseTyped } from '@babel/parser';
import { isNode, type Node } from '../interpreter/node.ts';
import { parsePlain } from './plain-parser.ts';

const TYPED = /\.(?:[cm]?ts|[jt]sx)$/i;
const DECLARATIONS = /\.d\.[cm]?ts$/i;

/**
 * The syntax tree of a text, an ESTree or, with types, Babel's dialect of one; undefined when it is none, or too deep for the stack. Both parsers are
 * JavaScript: what overflows the stack can be caught, where a native one ends the process.
 */
export function parse(path: string, text: string): Node | undefined {
  if (DECLARATIONS.test(path)) return undefined;
  if (!TYPED.test(path)) {
    for (const sourceType of ['module', 'script'] as const) {
      try {
        return own(parsePlain(text, sourceType));
      } catch {
        // The next way of reading it.
      }
    }
  }
  return parseWithTypes(path, text);
}

function parseWithTypes(path: string, text: string): Node | undefined {
  const markup = !/\.[cm]?ts$/i.test(path);
  try {
    const { program } = parseTyped(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      attachComment: false,
      createImportExpressions: true,
      plugins: ['typescript', 'decorators', ...(markup ? (['jsx'] as const) : [])],
    });
    return own(program);
  } catch {
    return undefined;
  }
}

function own(program: unknown): Node | undefined {
  return isNode(program) ? program : undefined;
}

import { Language, Parser } from 'web-tree-sitter';
import type { ReadGrammar } from '../front-end.ts';
import { copyTree, type RawTree, type TypeNames } from './raw.ts';

const COMMENT = 'comment';
/** What the parser is handed at a time, in UTF-16 units; it has room for 10 KiB of them. */
const CHUNK = 5000;
/**
 * How often it may read a text, chunks that it asks for again included. Where it looks far ahead at
 * every step, as it does over thousands of continued lines, its time would grow with the square of
 * the length. Of 1,537 scripts of skills the most costly was read 32 times.
 */
const MAX_READINGS = 128;
let parser: Parser | undefined;
let names: TypeNames = [];

/** Loads the parser; to be awaited before `parsePython`. */
export async function loadParser(read: ReadGrammar): Promise<void> {
  if (parser) return;
  await Parser.init({ wasmBinary: read('web-tree-sitter.wasm').slice().buffer as ArrayBuffer });
  const language = await Language.load(read('tree-sitter-python.wasm'));
  names = language.types.map((name, id) =>
    language.nodeTypeIsNamed(id) && name !== COMMENT ? name : undefined,
  );
  parser = new Parser();
  parser.setLanguage(language);
}

/**
 * The tree of a text; undefined when there is no parser. The parser mends what is broken; of a text
 * that it gave up for its cost there is an empty tree that is not complete.
 */
export function parsePython(text: string): RawTree | undefined {
  if (!parser) return undefined;
  let left = MAX_READINGS * (text.length + CHUNK);
  const tree = parser.parse(
    (index) => {
      left -= CHUNK;
      return text.slice(index, index + CHUNK);
    },
    null,
    { progressCallback: () => left < 0 },
  );
  if (!tree) {
    parser.reset();
    return {
      root: { type: 'module', start: 0, end: text.length, kids: [] },
      complete: false,
      broken: false,
    };
  }
  const cursor = tree.walk();
  try {
    return copyTree(cursor, names, text);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

import { Language, Parser } from 'web-tree-sitter';
import type { ReadGrammar } from '../front-end.ts';
import { copyTree, type RawTree, type TypeNames } from './raw.ts';

const COMMENT = 'comment';
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

/** The tree of a text; undefined when there is no parser. The parser mends what is broken. */
export function parsePython(text: string): RawTree | undefined {
  const tree = parser?.parse(text);
  if (!tree) return undefined;
  const cursor = tree.walk();
  try {
    return copyTree(cursor, names, text);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

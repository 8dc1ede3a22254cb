import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadGrammar } from '../../scan/front-end.ts';

/** Where the files lie when the sources are run; built, they lie beside the program. */
const PACKAGES = {
  'web-tree-sitter.wasm': 'web-tree-sitter/',
  'tree-sitter-python.wasm': '@vscode/tree-sitter-wasm/wasm/',
};

/** Reads a file of the parser. Throws the error of the file system when it is missing. */
export const readGrammar: ReadGrammar = (name) => {
  const built = fileURLToPath(new URL(name, import.meta.url));
  if (existsSync(built)) return readFileSync(built);
  return readFileSync(new URL(`../../../node_modules/${PACKAGES[name]}${name}`, import.meta.url));
};

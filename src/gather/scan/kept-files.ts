import type { ModuleFile } from '../../scan/modules/follow.ts';
import type { SourceFile } from '../../scan/source-file.ts';

/** Files of one item that were parsed, so that following data between them need not do it again. */
export interface KeptFiles {
  keep(file: SourceFile, tree: object): void;
  /** A file as it was scanned; undefined when there was no room for it. */
  get(path: string): (ModuleFile & { readonly size: number }) | undefined;
}

/** Of the texts together, in bytes: a tree takes many times the memory of its text. */
const MAX_KEPT = 1024 * 1024;

export function keepFiles(): KeptFiles {
  const files = new Map<string, ModuleFile & { readonly size: number }>();
  let room = MAX_KEPT;
  return {
    keep({ path, text, bytes }, tree) {
      if (bytes.length > room) return;
      room -= bytes.length;
      files.set(path, { path, text, tree, size: bytes.length });
    },
    get: (path) => files.get(path),
  };
}

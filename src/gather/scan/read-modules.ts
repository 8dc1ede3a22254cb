import { join } from 'node:path';
import type { SourceFile } from '../../scan/source-file.ts';
import { expand } from './expand.ts';
import { outermost } from './module-batch.ts';
import { sourceOf } from './open-file.ts';
import { MAX_BYTES, readStart } from './read-start.ts';

const MAX_FILE = 1_500_000;
/** What is read of the files of one item that are followed into each other. */
const MAX_TOTAL = 4 * 1024 * 1024;

/** Undefined for a file that cannot be read (any more), or once enough was read. */
type ModuleReader = (path: string) => SourceFile | undefined;

/**
 * Reads modules one at a time; an archive is unpacked once, and of it the wanted members are kept.
 * What is refused for its size in total is counted.
 */
export function readModules(
  root: string,
  files: readonly string[],
  modules: readonly string[],
): { readonly read: ModuleReader; readonly refused: () => number } {
  const wanted = new Set(modules);
  const plain = new Set(files);
  const members = new Map<string, Uint8Array>();
  const opened = new Set<string>();
  let total = 0;
  let refused = 0;
  const read: ModuleReader = (path) => {
    const outer = outermost(path);
    if (!plain.has(outer)) return undefined;
    if (total > MAX_TOTAL) {
      refused++;
      return undefined;
    }
    if (outer !== path && !opened.has(outer)) {
      opened.add(outer);
      const start = readStart(join(root, outer), MAX_BYTES);
      const inside = 'bytes' in start ? expand({ path: outer, bytes: start.bytes }).files : [];
      for (const { path: name, bytes } of inside)
        if (wanted.has(name) && bytes.length <= MAX_FILE) members.set(name, bytes);
    }
    const bytes = outer === path ? bytesOf(join(root, path)) : members.get(path);
    if (!bytes) return undefined;
    total += bytes.length;
    return sourceOf({ path, bytes });
  };
  return { read, refused: () => refused };
}

function bytesOf(path: string): Uint8Array | undefined {
  const start = readStart(path, MAX_FILE);
  return 'bytes' in start ? start.bytes : undefined;
}

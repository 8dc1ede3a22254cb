import type { Value } from '../interpreter/value.ts';

/** Files of one item that are followed into each other, while they are looked at one after the other. */
export interface Links {
  has(path: string): boolean;
  /** What a file exports; undefined before it was looked at. */
  exportsOf(path: string, importer: string): Value | undefined;
  keep(path: string, exports: Value): void;
}

/**
 * Looks at files, the imported before those that import them. Of a file that is done only what it
 * exports is kept. One that, in a cycle, imported another before that was looked at is looked at once
 * more.
 */
export function followInOrder(
  paths: readonly string[],
  look: (path: string, links: Links) => void,
): void {
  const wanted = new Set(paths);
  const exports = new Map<string, Value>();
  const early = new Set<string>();
  const links: Links = {
    has: (path) => wanted.has(path),
    exportsOf(path, importer) {
      const known = exports.get(path);
      if (!known) early.add(importer);
      return known;
    },
    keep(path, value) {
      exports.set(path, value);
    },
  };
  for (const path of paths) look(path, links);
  for (const path of [...early]) look(path, links);
}

import { join } from 'node:path';
import { isCodeFile } from '../scan/reference/scan.ts';
import { finalKind, inspect } from './fact.ts';
import type { Entry } from './list-directory.ts';

/** What can be a plugin in a folder of them. */
export interface PluginPlace {
  readonly name: string;
  readonly path: string;
  /** What is there after links are followed: a directory, or a single file of code. */
  readonly kind: 'directory' | 'file';
  readonly linked: boolean;
}

/** The directories and files of code among the entries of a folder. */
export function pluginPlaces(folder: string, entries: readonly Entry[]): readonly PluginPlace[] {
  return entries.flatMap(({ name, kind }) => {
    const path = join(folder, name);
    const linked = kind === 'symlink';
    const aim = linked ? aimOf(path) : kind;
    const isPlugin = aim === 'directory' || (aim === 'file' && isCodeFile(name));
    return isPlugin ? [{ name, path, kind: aim, linked }] : [];
  });
}

/** What a path leads to; undefined when that cannot be seen. */
export function aimOf(path: string): string | undefined {
  const seen = inspect(path);
  return seen.status === 'ok' ? finalKind(seen.fact) : undefined;
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isCodeFile } from '../scan/reference/scan.ts';
import { errnoOf } from './errno.ts';
import type { Entry } from './list-directory.ts';
import type { List } from './list-once.ts';

export interface WalkReport {
  /** Something could not be looked at; `path` is relative to the root. */
  failed(path: string, errno: string): void;
  /** A directory holds more entries than are read. */
  cut(path: string, limit: number): void;
}

/** A file of code, as a relative path. */
export interface CodePath {
  readonly path: string;
  /** Whether it has yet to be seen what the path leads to. */
  readonly unseen: boolean;
}

const MAX_ENTRIES = 20_000;

/**
 * Files of code below a directory, depth first. Linked directories are not entered,
 * and linked files are left out unless they are to be followed.
 */
export function* walkCode(
  root: string,
  report: WalkReport,
  { followLinks, list }: { readonly followLinks: boolean; readonly list: List },
): Generator<CodePath> {
  const stack: { readonly path: string; readonly kind: Entry['kind'] }[] = [
    { path: '', kind: 'directory' },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.kind !== 'directory') {
      yield { path: next.path, unseen: next.kind !== 'file' };
      continue;
    }
    const listing = list(join(root, next.path), MAX_ENTRIES);
    if (listing.status === 'failed') report.failed(next.path || '.', listing.detail);
    if (listing.status !== 'ok') continue;
    if (listing.cut) report.cut(next.path || '.', MAX_ENTRIES);
    for (const { name, kind } of [...listing.entries].reverse()) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = next.path === '' ? name : `${next.path}/${name}`;
      if (kind === 'symlink' && !followLinks) continue;
      if (kind === 'directory' || (kind !== 'other' && isCodeFile(name)))
        stack.push({ path, kind });
    }
  }
}

/** What a path leads to; a circle of links and a closed directory are errors, nothing is not. */
export function leadsTo(path: string): 'file' | 'other' | 'missing' | { readonly errno: string } {
  try {
    return statSync(path).isFile() ? 'file' : 'other';
  } catch (error) {
    const errno = errnoOf(error);
    return errno === 'ENOENT' ? 'missing' : { errno };
  }
}

import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ItemLink } from '../../scan/item.ts';
import { errnoOf } from '../errno.ts';
import { listDirectory } from '../list-directory.ts';
import type { List } from '../list-once.ts';
import type { Unread } from './unread.ts';

/** Everything below a folder, as relative paths with `/`, in the order of a walk by name. */
export interface Tree {
  readonly files: readonly string[];
  readonly links: readonly ItemLink[];
  readonly unread: readonly Unread[];
}

const MAX_ENTRIES = 100_000;
const MAX_FILES = 500_000;
const MAX_DEPTH = 64;

interface Folder {
  readonly path: string;
  readonly depth: number;
}

/** Lists a folder to the bottom, hidden names included. Links are noted and never followed. */
export function walkTree(root: string, list: List = listDirectory): Tree {
  const files: string[] = [];
  const links: ItemLink[] = [];
  const unread: Unread[] = [];
  // Asked for where there are links alone: it looks at every folder above.
  let real: string | undefined;
  const stack: Folder[] = [{ path: '', depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const path = join(root, next.path);
    if (files.length >= MAX_FILES) {
      unread.push({ path, reason: 'too_many', detail: String(MAX_FILES) });
      continue;
    }
    if (next.depth > MAX_DEPTH) {
      unread.push({ path, reason: 'too_deep', detail: String(MAX_DEPTH) });
      continue;
    }
    const listing = list(path, MAX_ENTRIES);
    if (listing.status === 'failed')
      unread.push({ path, reason: 'unreadable', detail: listing.detail });
    if (listing.status !== 'ok') continue;
    if (listing.cut) unread.push({ path, reason: 'too_many', detail: String(MAX_ENTRIES) });
    const folders: Folder[] = [];
    for (const { name, kind } of listing.entries) {
      const below = next.path === '' ? name : `${next.path}/${name}`;
      if (kind === 'file') files.push(below);
      else if (kind === 'symlink') {
        real ??= realPathOf(root) ?? root;
        links.push(linkAt(root, real, below));
      } else if (kind === 'other') unread.push({ path: join(root, below), reason: 'not_a_file' });
      else if (isGitStore(below)) unread.push({ path: join(root, below), reason: 'git_objects' });
      else folders.push({ path: below, depth: next.depth + 1 });
    }
    stack.push(...folders.reverse());
  }
  return { files, links, unread };
}

/** Compressed history: nothing in it runs before it is checked out. */
function isGitStore(path: string): boolean {
  return /(?:^|\/)\.git\/(?:objects|lfs)$/.test(path);
}

function linkAt(root: string, real: string, path: string): ItemLink {
  const target = realPathOf(join(root, path));
  if (target === undefined) return { path, escapes: false };
  return { path, target, escapes: target !== real && !target.startsWith(real + sep) };
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    errnoOf(error);
    return undefined;
  }
}

import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errnoOf, type Failed, MISSING, type Missing, outcomeOf } from './errno.ts';
import type { Access, FileFact, FileKind } from './file-facts.ts';

export interface Inspected {
  readonly status: 'ok';
  readonly fact: FileFact;
}

const S_ISVTX = 0o1000;

function kindOf(stats: Stats): FileKind {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isFIFO()) return 'fifo';
  if (stats.isSocket()) return 'socket';
  return stats.isBlockDevice() || stats.isCharacterDevice() ? 'device' : 'other';
}

function accessOf(mode: number): Access {
  return {
    groupRead: (mode & 0o040) !== 0,
    groupWrite: (mode & 0o020) !== 0,
    worldRead: (mode & 0o004) !== 0,
    worldWrite: (mode & 0o002) !== 0,
  };
}

/** What can be said of a file without opening it. A link is described by what it leads to. */
export function inspect(path: string): Inspected | Missing | Failed {
  try {
    const own = lstatSync(path, { throwIfNoEntry: false });
    if (!own) return MISSING;
    const kind = kindOf(own);
    if (kind !== 'symlink') return { status: 'ok', fact: describe(path, kind, own) };
    const aim = follow(path);
    const target = aim
      ? { path: realpathSync(path), kind: kindOf(aim) }
      : { path: resolve(dirname(path), readlinkSync(path)) };
    return { status: 'ok', fact: { ...describe(path, kind, aim ?? own), target } };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Undefined when the link leads nowhere, a circle of links included. */
function follow(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errnoOf(error) === 'ELOOP') return undefined;
    throw error;
  }
}

function describe(path: string, kind: FileKind, stats: Stats): FileFact {
  const mode = stats.mode & 0o777;
  return {
    path,
    kind,
    mode,
    ...(stats.isDirectory() && (stats.mode & S_ISVTX) !== 0 ? { sticky: true } : {}),
    access: accessOf(mode),
    uid: stats.uid,
    gid: stats.gid,
    size: stats.size,
    links: stats.nlink,
  };
}

/** What a path is after links are followed; undefined when it leads nowhere. */
export function finalKind(fact: FileFact): FileKind | undefined {
  return fact.kind === 'symlink' ? fact.target?.kind : fact.kind;
}

import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileResult } from '../../scan/finding.ts';
import type { Unread } from './unread.ts';

/** What the files of an item gave, kept under a hash of all that it follows from. */
export interface Cache {
  get(key: string): Cached | undefined;
  put(key: string, value: Cached): void;
}

interface Cached {
  readonly results: readonly FileResult[];
  readonly unread: readonly Unread[];
}

const MAX_ENTRIES = 30_000;
const MAX_BYTES = 4 * 1024 * 1024;
const KEY = /^[0-9a-f]{64}$/;
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;

/** The key of an item: the files' names and hashes, and what else decides the outcome. */
export function keyOf(
  build: string,
  kind: string,
  files: readonly (readonly [path: string, sha256: string])[],
): string {
  const sum = createHash('sha256').update(`${build}\0${kind}\0`);
  for (const [path, sha256] of files) sum.update(`${path}\0${sha256}\0`);
  return sum.digest('hex');
}

/**
 * Opens the cache in `parent`, the user's own cache directory. Undefined when it cannot be trusted:
 * not a real directory, another owner's, or open to others.
 */
export function openCache(parent: string, uid: number | null): Cache | undefined {
  const top = join(parent, 'openclaw-security');
  const directory = join(top, 'scan');
  try {
    for (const path of [top, directory]) {
      mkdirSync(path, { recursive: path === top, mode: 0o700 });
      if (!isPrivate(path, uid)) return undefined;
    }
  } catch (error) {
    if (!isExisting(error)) return undefined;
    if (!isPrivate(top, uid) || !isPrivate(directory, uid)) return undefined;
  }
  return { get: (key) => read(directory, key), put: (key, value) => write(directory, key, value) };
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function isPrivate(path: string, uid: number | null): boolean {
  const stats = lstatSync(path);
  return stats.isDirectory() && (uid === null || (stats.uid === uid && (stats.mode & 0o077) === 0));
}

function read(directory: string, key: string): Cached | undefined {
  let fd: number | undefined;
  try {
    fd = openSync(join(directory, key), O_RDONLY | O_NOFOLLOW);
    const value: unknown = JSON.parse(readFileSync(fd, 'utf8'));
    return isCached(value) ? value : undefined;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function isCached(value: unknown): value is Cached {
  return (
    typeof value === 'object' &&
    value !== null &&
    'results' in value &&
    Array.isArray(value.results) &&
    'unread' in value &&
    Array.isArray(value.unread)
  );
}

/** A reader never sees half an entry; what cannot be written is scanned again next time. */
function write(directory: string, key: string, value: Cached): void {
  const text = JSON.stringify(value);
  if (text.length > MAX_BYTES) return;
  const draft = join(directory, `${key}.${process.pid}`);
  try {
    const fd = openSync(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    try {
      writeSync(fd, text);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, join(directory, key));
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Removes the oldest half once there are too many. */
export function prune(parent: string): void {
  const directory = join(parent, 'openclaw-security', 'scan');
  try {
    const names = readdirSync(directory).filter((name) => KEY.test(name));
    if (names.length <= MAX_ENTRIES) return;
    const aged = names
      .map((name) => ({ name, time: statSync(join(directory, name)).mtimeMs }))
      .sort((a, b) => a.time - b.time);
    for (const { name } of aged.slice(0, names.length >> 1))
      rmSync(join(directory, name), { force: true });
  } catch {
    // Another process is at it.
  }
}

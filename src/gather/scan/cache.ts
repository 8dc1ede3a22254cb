import {
  closeSync,
  constants,
  fstatSync,
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

/** Texts under names, kept from run to run. */
export interface Cache {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

const MAX_ENTRIES = 64;
const MAX_BYTES = 64 * 1024 * 1024;
const KEY = /^[0-9a-f]{64}$/;
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;

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
  return {
    get: (key) => read(directory, key),
    put: (key, text) => {
      write(directory, key, text);
      prune(directory);
    },
  };
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function isPrivate(path: string, uid: number | null): boolean {
  const stats = lstatSync(path);
  return stats.isDirectory() && (uid === null || (stats.uid === uid && (stats.mode & 0o077) === 0));
}

function read(directory: string, key: string): string | undefined {
  let fd: number | undefined;
  try {
    fd = openSync(join(directory, key), O_RDONLY | O_NOFOLLOW);
    const stats = fstatSync(fd);
    return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(fd, 'utf8') : undefined;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** A reader never sees half a text; what cannot be written is scanned again next time. */
function write(directory: string, key: string, text: string): void {
  const bytes = Buffer.from(text);
  if (bytes.length > MAX_BYTES) return;
  const draft = join(directory, `${key}.${process.pid}`);
  try {
    const fd = openSync(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, join(directory, key));
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Removes the oldest half once there are too many. */
function prune(directory: string): void {
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

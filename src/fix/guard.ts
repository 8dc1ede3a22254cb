import { constants, existsSync, type Stats } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { errnoOf } from '../gather/errno.ts';
import type { Disk, PathName } from './disk.ts';
import { type DiskPlace, isPlain, pathOf } from './place.ts';

/** Why something on disk is left alone. */
export type Barrier =
  | 'missing'
  | 'symlink'
  | 'not_a_file'
  | 'not_a_directory'
  | 'other_owner'
  | 'hard_link'
  | 'failed';

export interface Refused {
  readonly ok: false;
  readonly why: Barrier;
  /** The path that stands in the way, when it is one further up. */
  readonly path: string;
  /** The error's name, such as EACCES. */
  readonly errno?: string;
}

export interface Opened {
  readonly ok: true;
  readonly fd: number;
  readonly stats: Stats;
}

/** A directory that is held open: what is in it is reached through the descriptor. */
export interface OpenDir {
  readonly fd: number;
  readonly path: string;
  /** Whether it is the working directory, which makes the way to an entry the shortest. */
  readonly here?: true;
}

/** Whose files may be changed; undefined on hosts without owners. */
export type Owner = number | undefined;

const { O_RDONLY, O_DIRECTORY = 0, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
/** Linux only: a descriptor that names a file without opening it, whatever its mode or kind. */
const O_PATH = 0o10000000;
/** Where paths can start at a descriptor, nobody can put a link or another directory on the way. */
const BY_DESCRIPTOR = process.platform === 'linux' && existsSync('/proc/self/fd');

const descriptor = (fd: number) => `/proc/self/fd/${fd}`;

/** The path by which the system reaches an entry of an open directory. */
export function entryPath(dir: OpenDir, name: string): PathName {
  const base = dir.here ? '.' : BY_DESCRIPTOR ? descriptor(dir.fd) : dir.path;
  if (isPlain(name)) return `${base}/${name}`;
  return Buffer.concat([Buffer.from(`${base}/`), Buffer.from(name, 'latin1')]);
}

/** The path by which the system reaches an open directory. */
export const dirPath = (dir: OpenDir) => (BY_DESCRIPTOR ? `${descriptor(dir.fd)}/.` : dir.path);

const refuse = (why: Barrier, path: string, errno?: string): Refused => ({
  ok: false,
  why,
  path,
  ...(errno === undefined ? {} : { errno }),
});

/** What an error of the system means here. */
export function refusalOf(error: unknown, path: string): Refused {
  const errno = errnoOf(error);
  if (errno === 'ENOENT') return refuse('missing', path);
  if (errno === 'ELOOP' || errno === 'EMLINK') return refuse('symlink', path);
  if (errno === 'ENOTDIR') return refuse('not_a_directory', path);
  return refuse('failed', path, errno);
}

/** Whether something of this kind, by what the system says of it, may be changed. */
export function barrierOf(
  stats: Stats,
  type: 'file' | 'directory',
  owner: Owner,
): Barrier | undefined {
  if (stats.isSymbolicLink()) return 'symlink';
  if (type === 'directory' && !stats.isDirectory()) return 'not_a_directory';
  if (type === 'file' && !stats.isFile()) return 'not_a_file';
  if (owner !== undefined && stats.uid !== owner) return 'other_owner';
  // The other name may be anywhere, and belongs to whoever made it.
  if (type === 'file' && stats.nlink > 1) return 'hard_link';
  return undefined;
}

/** Runs something with a descriptor and closes it, whatever happens. */
export function withDescriptor<T>(disk: Disk, fd: number, use: () => T): T {
  try {
    return use();
  } finally {
    disk.close(fd);
  }
}

function openDirectory(disk: Disk, path: PathName, flags: number): number {
  return disk.open(path, (BY_DESCRIPTOR ? O_PATH : O_RDONLY) | O_DIRECTORY | flags);
}

/**
 * Opens the directory that a place stands in, step by step from its root. The root may be reached
 * through links, since the user named it; nothing below may be one.
 */
export function openParent(disk: Disk, { root, below }: DiskPlace): OpenDir | Refused {
  let path = root;
  try {
    let dir: OpenDir = { fd: openDirectory(disk, root, 0), path: root };
    for (const name of below.slice(0, -1)) {
      const outer = dir;
      path = pathOf({ root: dir.path, below: [name] });
      const fd = withDescriptor(disk, outer.fd, () =>
        openDirectory(disk, entryPath(outer, name), O_NOFOLLOW),
      );
      dir = { fd, path };
    }
    return dir;
  } catch (error) {
    const refused = refusalOf(error, path);
    return refused.why === 'not_a_directory' && isLink(disk, path)
      ? { ...refused, why: 'symlink' }
      : refused;
  }
}

function isLink(disk: Disk, path: string): boolean {
  try {
    return disk.lstat(path)?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

/** Runs something that goes through very many entries of a directory. */
export function fromInside<T>(disk: Disk, dir: OpenDir, use: (dir: OpenDir) => T): T {
  if (!BY_DESCRIPTOR || !isMainThread) return use(dir);
  const back = openDirectory(disk, '.', 0);
  return withDescriptor(disk, back, () => {
    disk.chdir(descriptor(dir.fd));
    try {
      return use({ ...dir, here: true });
    } finally {
      disk.chdir(descriptor(back));
    }
  });
}

/** Runs something in the directory that a place stands in. */
export function inParent<T>(
  disk: Disk,
  place: DiskPlace,
  use: (dir: OpenDir, name: string) => T,
): T | Refused {
  const dir = openParent(disk, place);
  if ('ok' in dir) return dir;
  return withDescriptor(disk, dir.fd, () => use(dir, place.below.at(-1) ?? '.'));
}

/** The path of an entry as people read it: made only where something is said of it. */
const shownPath = (dir: OpenDir, name: string) =>
  name === '.' ? dir.path : pathOf({ root: dir.path, below: [name] });

/** Names an entry by a descriptor without following it; for the mode, not for the content. */
export function openForMode(
  disk: Disk,
  dir: OpenDir,
  name: string,
  type: 'file' | 'directory',
  owner: Owner,
): (Opened & { readonly byPath: boolean }) | Refused {
  const entry = entryPath(dir, name);
  let fd: number;
  let byPath = false;
  try {
    fd = disk.open(entry, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  } catch (error) {
    const refused = refusalOf(error, shownPath(dir, name));
    // Its owner may change the mode of what he may not read; Linux lets us name it without reading.
    if (!BY_DESCRIPTOR || refused.why !== 'failed') return refused;
    try {
      fd = disk.open(entry, O_PATH | O_NOFOLLOW);
      byPath = true;
    } catch (second) {
      return refusalOf(second, shownPath(dir, name));
    }
  }
  const opened = checked(disk, fd, dir, name, type, owner);
  return opened.ok ? { ok: true, fd, stats: opened.stats, byPath } : opened;
}

/** Opens a regular file for reading, without following it and without waiting on anything. */
export function openForReading(
  disk: Disk,
  dir: OpenDir,
  name: string,
  owner: Owner,
): Opened | Refused {
  try {
    const seen = disk.lstat(entryPath(dir, name));
    if (seen === undefined) return refuse('missing', shownPath(dir, name));
    const barrier = barrierOf(seen, 'file', owner);
    if (barrier) return refuse(barrier, shownPath(dir, name));
    const fd = disk.open(entryPath(dir, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return checked(disk, fd, dir, name, 'file', owner);
  } catch (error) {
    return refusalOf(error, shownPath(dir, name));
  }
}

function checked(
  disk: Disk,
  fd: number,
  dir: OpenDir,
  name: string,
  type: 'file' | 'directory',
  owner: Owner,
): Opened | Refused {
  const stats = disk.fstat(fd);
  const barrier = barrierOf(stats, type, owner);
  if (barrier === undefined) return { ok: true, fd, stats };
  disk.close(fd);
  return refuse(barrier, shownPath(dir, name));
}

/** Sets the mode of what a descriptor of `openForMode` names. */
export function setMode(
  disk: Disk,
  { fd, byPath }: { readonly fd: number; readonly byPath: boolean },
  mode: number,
): void {
  if (byPath) disk.chmod(descriptor(fd), mode);
  else disk.fchmod(fd, mode);
}

/**
 * The user whose files may be changed: ours, or for root the one whose state directory it is. When
 * that is a link, whoever made the link counts: he must not point root at the files of others.
 */
export function ownerOf(disk: Disk, stateDir: string): Owner {
  const own = process.geteuid?.();
  if (own !== 0) return own;
  try {
    return disk.lstat(stateDir)?.uid ?? own;
  } catch {
    return own;
  }
}

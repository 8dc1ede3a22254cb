import { PERMISSION_BITS } from './access.ts';
import { sameBytes } from './bytes.ts';
import type { Disk } from './disk.ts';
import {
  type Barrier,
  entryPath,
  type OpenDir,
  type Opened,
  type Owner,
  openForReading,
  openParent,
  refusalOf,
} from './guard.ts';
import { type DiskPlace, pathOf } from './place.ts';
import { syncDirectory, writeTemporary } from './temporary.ts';
import { watchDirectory } from './watch.ts';

export type Replaced =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /**
       * changed: someone else wrote the file since it was read; it is left as he wrote it.
       * raced: someone else wrote it in the very instant; what he wrote may be lost.
       */
      readonly why: Barrier | 'changed' | 'raced';
      readonly errno?: string;
    };

/** How long a writer who holds the old file open gets to finish. */
const SETTLE_MS = 50;

/**
 * Puts new content in the place of a file: beside it first, on the disk, then under its name in one
 * step, so that at any instant the name leads to the old or the new content, whole. Mode, owner and
 * group are kept. Only a file that still holds `expected` is replaced.
 */
export async function replaceFile(
  disk: Disk,
  place: DiskPlace,
  expected: Uint8Array,
  next: Uint8Array,
  owner: Owner,
): Promise<Replaced> {
  const dir = openParent(disk, place);
  if ('ok' in dir) return dir;
  try {
    return await replaceIn(disk, dir, place.below.at(-1) ?? '', expected, next, owner);
  } catch (error) {
    const { why, errno } = refusalOf(error, pathOf(place));
    return { ok: false, why, ...(errno === undefined ? {} : { errno }) };
  } finally {
    disk.close(dir.fd);
  }
}

async function replaceIn(
  disk: Disk,
  dir: OpenDir,
  name: string,
  expected: Uint8Array,
  next: Uint8Array,
  owner: Owner,
): Promise<Replaced> {
  const old = openForReading(disk, dir, name, owner);
  if (!old.ok) return old;
  try {
    if (!sameBytes(disk.read(old.fd), expected)) return { ok: false, why: 'changed' };
    const { mode, uid, gid } = old.stats;
    const owners = owner === undefined ? {} : { uid, gid };
    const temporary = writeTemporary(disk, dir, {
      bytes: next,
      mode: mode & PERMISSION_BITS,
      ...owners,
    });
    const watch = watchDirectory(dir);
    try {
      await watch.reset();
      if (!isStill(disk, dir, name, old, expected)) {
        disk.unlink(entryPath(dir, temporary));
        return { ok: false, why: 'changed' };
      }
      // Nothing may come between the look above and this.
      disk.rename(entryPath(dir, temporary), entryPath(dir, name));
      syncDirectory(disk, dir);
      return await wasAlone(disk, dir, { name, temporary, old, expected, next, owner }, watch);
    } finally {
      watch.close();
    }
  } finally {
    disk.close(old.fd);
  }
}

/** Whether a name still leads to the file that was opened, and that to the same content. */
function isStill(
  disk: Disk,
  dir: OpenDir,
  name: string,
  { fd, stats }: Opened,
  expected: Uint8Array,
): boolean {
  if (!sameBytes(disk.read(fd), expected)) return false;
  const now = disk.lstat(entryPath(dir, name));
  return now?.ino === stats.ino && now.dev === stats.dev;
}

interface Done {
  readonly name: string;
  readonly temporary: string;
  readonly old: Opened;
  readonly expected: Uint8Array;
  readonly next: Uint8Array;
  readonly owner: Owner;
}

/** Looks whether somebody wrote in the instant between the last look and the replacement. */
async function wasAlone(
  disk: Disk,
  dir: OpenDir,
  { name, temporary, old, expected, next, owner }: Done,
  watch: ReturnType<typeof watchDirectory>,
): Promise<Replaced> {
  const names = await watch.seen();
  const ours = names.indexOf(temporary);
  // The name was given to another file before it was given to ours.
  if (names.slice(0, Math.max(ours, 0)).includes(name)) return { ok: false, why: 'raced' };
  if (sameBytes(disk.read(old.fd), expected)) return { ok: true };
  // He had the old file open and wrote into it. It is his that stays: the later edit wins.
  const theirs = await settled(disk, old.fd);
  const back = await replaceIn(disk, dir, name, next, theirs, owner);
  return { ok: false, why: back.ok || back.why === 'changed' ? 'changed' : 'raced' };
}

async function settled(disk: Disk, fd: number): Promise<Uint8Array> {
  let last = disk.read(fd);
  for (let round = 0; round < 20; round++) {
    await new Promise((next) => setTimeout(next, SETTLE_MS));
    const now = disk.read(fd);
    if (now.length > 0 && sameBytes(now, last)) return now;
    last = now;
  }
  return last;
}

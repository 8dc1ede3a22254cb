import { constants } from 'node:fs';
import type { Disk } from './disk.ts';
import {
  dirPath,
  entryPath,
  type OpenDir,
  type Owner,
  openForReading,
  withDescriptor,
} from './guard.ts';

const NAME = /^\.openclaw-security\.(\d{1,10})\.[0-9a-z]{1,12}\.tmp$/;
const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDONLY, O_DIRECTORY = 0 } = constants;

/** What a new file is to be. */
export interface NewFile {
  readonly bytes: Uint8Array;
  readonly mode: number;
  /** Left out on hosts without owners. */
  readonly uid?: number;
  readonly gid?: number;
}

/** Writes a file under a name of its own beside its place, whole and on the disk. Gives the name. */
export function writeTemporary(disk: Disk, dir: OpenDir, file: NewFile): string {
  const name = `.openclaw-security.${process.pid}.${randomPart()}.tmp`;
  const path = entryPath(dir, name);
  const fd = disk.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    withDescriptor(disk, fd, () => {
      disk.write(fd, file.bytes);
      const { uid, gid } = disk.fstat(fd);
      if (
        file.uid !== undefined &&
        file.gid !== undefined &&
        (uid !== file.uid || gid !== file.gid)
      )
        disk.fchown(fd, file.uid, file.gid);
      disk.fchmod(fd, file.mode);
      disk.fsync(fd);
    });
  } catch (error) {
    disk.unlink(path);
    throw error;
  }
  return name;
}

const randomPart = () => Math.random().toString(36).slice(2, 10) || '0';

/** Makes a change of the entries of a directory last. */
export function syncDirectory(disk: Disk, dir: OpenDir): void {
  if (process.platform === 'win32') return;
  const fd = disk.open(dirPath(dir), O_RDONLY | O_DIRECTORY);
  withDescriptor(disk, fd, () => disk.fsync(fd));
}

/** Removes what a run that was killed has left in a directory; what a living one is at stays. */
export function removeStrays(disk: Disk, dir: OpenDir, owner: Owner): void {
  for (const name of disk.list(dirPath(dir))) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const opened = openForReading(disk, dir, name, owner);
    if (!opened.ok) continue;
    disk.close(opened.fd);
    disk.unlink(entryPath(dir, name));
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

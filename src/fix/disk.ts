import fs from 'node:fs';

/** A path, or its bytes where they may be no UTF-8. */
export type PathName = string | Buffer;

/**
 * The calls through which `--fix` and `undo` touch the disk, and the only ones. Tests put their own in
 * between, to end the process in front of any of them.
 */
export interface Disk {
  readonly open: (path: PathName, flags: number, mode?: number) => number;
  readonly close: (fd: number) => void;
  readonly fstat: (fd: number) => fs.Stats;
  readonly lstat: (path: PathName) => fs.Stats | undefined;
  readonly chmod: (path: PathName, mode: number) => void;
  readonly fchmod: (fd: number, mode: number) => void;
  readonly fchown: (fd: number, uid: number, gid: number) => void;
  readonly read: (fd: number) => Uint8Array;
  readonly write: (fd: number, bytes: Uint8Array) => void;
  readonly fsync: (fd: number) => void;
  readonly rename: (from: PathName, to: PathName) => void;
  readonly unlink: (path: PathName) => void;
  readonly mkdir: (path: PathName, mode: number) => void;
  /** Names, one character a byte: those that are no UTF-8 stay what they are. */
  readonly list: (path: PathName) => readonly string[];
  readonly chdir: (path: string) => void;
}

/** The host's own. All throw what `node:fs` throws; `lstat` gives undefined for what is not there. */
export const HOST_DISK: Disk = {
  open: fs.openSync,
  close: fs.closeSync,
  fstat: (fd) => fs.fstatSync(fd),
  lstat: (path) => fs.lstatSync(path, { throwIfNoEntry: false }),
  chmod: fs.chmodSync,
  fchmod: fs.fchmodSync,
  fchown: fs.fchownSync,
  read: readWhole,
  write: (fd, bytes) => fs.writeFileSync(fd, bytes),
  fsync: fs.fsyncSync,
  rename: fs.renameSync,
  unlink: fs.unlinkSync,
  mkdir: (path, mode) => {
    fs.mkdirSync(path, { mode });
  },
  list: (path) => fs.readdirSync(path, { encoding: 'latin1' }),
  chdir: (path) => process.chdir(path),
};

const MAX_BYTES = 64 * 1024 * 1024;

/** From the start, wherever the position is: a file that was read before may be asked for again. */
function readWhole(fd: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const length = fs.readSync(fd, chunk, 0, chunk.length, total);
    if (length === 0) return Buffer.concat(chunks);
    total += length;
    if (total > MAX_BYTES) throw new RangeError('file too large');
    chunks.push(chunk.subarray(0, length));
  }
}

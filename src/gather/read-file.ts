import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { type Failed, MISSING, type Missing, outcomeOf } from './errno.ts';

/** The most that is read of a file of each kind; a larger one is not read at all. */
export const MAX_CONFIG_BYTES = 4 * 1024 * 1024;
export const MAX_JSON_BYTES = 1024 * 1024;
export const MAX_SECRET_BYTES = 64 * 1024;

export interface FileBytes {
  readonly status: 'ok';
  readonly bytes: Uint8Array;
}

const NOT_A_FILE: Failed = { status: 'failed', reason: 'not_a_file', detail: 'not a regular file' };
const TOO_LARGE = (limit: number): Failed => ({
  status: 'failed',
  reason: 'too_large',
  detail: `more than ${limit} bytes`,
});

/**
 * Reads a regular file of at most `limit` bytes, links followed. Never waits on a FIFO or a device,
 * whatever is put in the file's place meanwhile.
 */
export function readFileBounded(path: string, limit: number): FileBytes | Missing | Failed {
  const opened = openRegularFile(path);
  if (opened.status !== 'open') return opened;
  const { fd, size } = opened;
  try {
    return size > limit ? TOO_LARGE(limit) : readUpTo(fd, size, limit);
  } catch (error) {
    return outcomeOf(error);
  } finally {
    closeSync(fd);
  }
}

/** A file open for reading; whoever opened it closes it. */
interface OpenFile {
  readonly status: 'open';
  readonly fd: number;
  readonly size: number;
}

/** Opens a regular file, links followed, without waiting on whatever else may be there. */
export function openRegularFile(path: string): OpenFile | Missing | Failed {
  try {
    // Before opening: merely opening some devices has effects.
    const named = statSync(path, { throwIfNoEntry: false });
    if (!named) return MISSING;
    if (!named.isFile()) return NOT_A_FILE;
    const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
    const fd = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    const stats = fstatSync(fd);
    if (stats.isFile()) return { status: 'open', fd, size: stats.size };
    closeSync(fd);
    return NOT_A_FILE;
  } catch (error) {
    return outcomeOf(error);
  }
}

/** A file may grow while it is read: what comes after its size is read too, up to the limit. */
function readUpTo(fd: number, size: number, limit: number): FileBytes | Failed {
  const chunks: Uint8Array[] = [];
  let total = 0;
  // One byte more than there should be tells the end of the file without another call.
  let room = size + 1;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.min(room, 64 * 1024, limit + 1 - total));
    const read = readSync(fd, chunk, 0, chunk.length, null);
    total += read;
    if (total > limit) return TOO_LARGE(limit);
    chunks.push(chunk.subarray(0, read));
    const [only] = chunks;
    if (read === 0 || (total === size && read < chunk.length))
      return { status: 'ok', bytes: only?.length === total ? only : Buffer.concat(chunks) };
    room = Math.max(size + 1 - total, 4096);
  }
}

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errnoOf } from '../errno.ts';
import type { UnreadReason } from './unread.ts';

/** The start of a file, or why there is none. */
export type FileStart =
  | { readonly bytes: Uint8Array; readonly size: number }
  | { readonly reason: UnreadReason; readonly detail?: string };

/** What is read of one file; the rest of a larger one is said to be unread. */
export const MAX_BYTES = 64 * 1024 * 1024;

const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0, O_NOFOLLOW = 0 } = constants;

/** Reads at most `limit` bytes of a regular file; never waits, never follows a link. */
export function readStart(path: string, limit: number): FileStart {
  let fd: number | undefined;
  try {
    fd = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    const stats = fstatSync(fd);
    if (!stats.isFile()) return { reason: 'not_a_file' };
    const wanted = Math.min(stats.size, limit);
    const bytes = Buffer.allocUnsafe(wanted);
    let got = 0;
    while (got < wanted) {
      const read = readSync(fd, bytes, got, wanted - got, got);
      if (read === 0) break;
      got += read;
    }
    return { bytes: got === wanted ? bytes : bytes.subarray(0, got), size: stats.size };
  } catch (error) {
    return { reason: 'unreadable', detail: errnoOf(error) };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

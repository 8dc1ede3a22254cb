import { closeSync, fstatSync, readSync, type Stats } from 'node:fs';
import type { Deadline } from '../deadline.ts';
import type { Failed, Missing } from '../errno.ts';
import { openRegularFile, readFileBounded } from '../read-file.ts';
import { type Database, openDatabase } from './database.ts';
import { UnreadableDatabase } from './malformed.ts';
import { openPages, type ReadBytes } from './pages.ts';
import { readWal } from './wal.ts';

/** A busy gateway folds its log into the database at about 4 MB. */
const MAX_WAL_BYTES = 64 * 1024 * 1024;
const ATTEMPTS = 3;
const JOURNAL_MAGIC = Buffer.from('d9d505f920a163d7', 'hex');

export interface Extracted<T> {
  readonly status: 'ok';
  readonly value: T;
}

/**
 * Reads what `extract` asks of an SQLite database that may be in use: rows that are only in its `-wal`
 * included, without taking a lock, opening anything for writing or creating a file. Pages are fetched
 * as they are needed, so the size of the file does not matter. When the database changes meanwhile,
 * it is read again.
 */
export function readDatabase<T>(
  path: string,
  deadline: Deadline,
  extract: (database: Database) => T,
): Extracted<T> | Missing | Failed {
  const opened = openRegularFile(path);
  if (opened.status !== 'open') return opened;
  const { fd } = opened;
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = fstatSync(fd);
      const outcome = readOnce(path, fd, deadline, extract);
      // The log only grows, but folding it in rewrites pages of the file: those read may be of two states.
      if (isSame(before, fstatSync(fd))) return outcome;
    }
    return { status: 'failed', reason: 'unreadable', detail: 'changes while it is read' };
  } finally {
    closeSync(fd);
  }
}

const isSame = (a: Stats, b: Stats) => a.mtimeMs === b.mtimeMs && a.size === b.size;

function readOnce<T>(
  path: string,
  fd: number,
  deadline: Deadline,
  extract: (database: Database) => T,
): Extracted<T> | Failed {
  if (isHalfWritten(path))
    return { status: 'failed', reason: 'unreadable', detail: 'locked: a change is half written' };
  const log = readFileBounded(`${path}-wal`, MAX_WAL_BYTES);
  if (log.status === 'failed') return { ...log, detail: `-wal: ${log.detail}` };
  const read: ReadBytes = (offset, length) => {
    if (deadline.expired()) throw new UnreadableDatabase('deadline', 'out of time');
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
  };
  try {
    const wal = log.status === 'ok' ? readWal(log.bytes) : undefined;
    return { status: 'ok', value: extract(openDatabase(openPages(read, wal))) };
  } catch (error) {
    if (error instanceof UnreadableDatabase) return error.outcome;
    throw error;
  }
}

/** Whether the old content of pages that are being changed lies in a rollback journal. */
function isHalfWritten(path: string): boolean {
  const journal = openRegularFile(`${path}-journal`);
  if (journal.status !== 'open') return false;
  try {
    const start = Buffer.alloc(JOURNAL_MAGIC.length);
    return readSync(journal.fd, start) === start.length && start.equals(JOURNAL_MAGIC);
  } finally {
    closeSync(journal.fd);
  }
}

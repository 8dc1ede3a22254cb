import { type Database, openDatabase } from './database.ts';
import { openPages } from './pages.ts';
import { readWal } from './wal.ts';

/** A database that is in memory, with its log. */
export function openBytes(bytes: Uint8Array, wal: Uint8Array = new Uint8Array()): Database {
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return openDatabase(openPages(read, readWal(wal)));
}

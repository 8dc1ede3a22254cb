import { viewOf } from './bytes.ts';
import { malformed, UnreadableDatabase } from './malformed.ts';
import { isPageSize, type Wal } from './wal.ts';

/** Bytes of the database file from an offset on; fewer than asked for where it ends. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/** A database as numbered pages, those of the write-ahead log in place of the file's. */
export interface Pages {
  /** Bytes of a page that hold content: what extensions reserve at its end is left out. */
  readonly usable: number;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly userVersion: number;
  /** @throws UnreadableDatabase when there is no such page or too many have been asked for. */
  page(number: number): Uint8Array;
}

const MAGIC = 'SQLite format 3\u0000';
const ENCODINGS = { 1: 'utf-8', 2: 'utf-16le', 3: 'utf-16be' } as const;
/** 80 MB of pages of the usual size. */
const MAX_PAGES = 20_000;

/** @throws UnreadableDatabase for what is no SQLite database: encrypted, cut short, of another format. */
export function openPages(read: ReadBytes, wal: Wal | undefined): Pages {
  const header = wal?.page(1)?.subarray(0, 100) ?? read(0, 100);
  if (header.length === 0) throw malformed('empty file');
  if (header.length < 100) throw malformed('shorter than a database header');
  // Of an encrypted database not even these bytes are readable.
  if (Buffer.from(header.subarray(0, 16)).toString('latin1') !== MAGIC)
    throw malformed('not an SQLite database, or an encrypted one');
  const view = viewOf(header);
  const written = view.getUint16(16);
  const pageSize = written === 1 ? 65536 : written;
  const usable = pageSize - view.getUint8(20);
  if (!isPageSize(pageSize) || usable < 480) throw malformed('page size');
  if (wal && wal.pageSize !== pageSize) throw malformed('page size of the write-ahead log');
  if (view.getUint8(19) > 2 || view.getUint32(44) > 4)
    throw new UnreadableDatabase('unsupported', 'a newer file format');
  const code = view.getUint32(56);
  // No encoding is set before the first table is created.
  const encoding = ENCODINGS[(code || 1) as keyof typeof ENCODINGS];
  if (!encoding) throw malformed('text encoding');

  // As SQLite: the file's size counts unless the header's is known to be current.
  const count = view.getUint32(24) === view.getUint32(92) ? view.getUint32(28) : 0;
  if (!wal && count > 0 && read(count * pageSize - 1, 1).length === 0) throw malformed('cut short');
  let left = MAX_PAGES;
  return {
    usable,
    encoding,
    userVersion: view.getInt32(60),
    page: (number) => {
      left -= 1;
      if (left < 0)
        throw new UnreadableDatabase('too_large', `more than ${MAX_PAGES} pages to read`);
      if (!(number >= 1) || number > (wal?.pageCount ?? 0xffffffff)) throw malformed('page number');
      const page = wal?.page(number) ?? read((number - 1) * pageSize, pageSize);
      if (page.length < pageSize) throw malformed('cut short');
      return page;
    },
  };
}

import { readVarint, type Varint, viewOf } from './bytes.ts';
import { malformed, UnreadableDatabase } from './malformed.ts';
import type { Pages } from './pages.ts';

/** One record of a table. */
export interface Cell {
  readonly rowid: number;
  /** Bytes of the record. */
  readonly size: number;
  /**
   * The record's first bytes, at least `length` of them, overflow pages read as far as needed.
   * @throws UnreadableDatabase when they are not there.
   */
  bytes(length: number): Uint8Array;
}

const INTERIOR = 5;
const LEAF = 13;
const MAX_DEPTH = 20;

/**
 * The records of the table whose b-tree starts at a page, by ascending rowid.
 * @throws UnreadableDatabase where the tree is broken or goes in circles.
 */
export function* readTable(
  pages: Pages,
  root: number,
  seen = new Set<number>(),
  depth = 0,
): Iterable<Cell> {
  if (depth > MAX_DEPTH || seen.has(root)) throw malformed('b-tree in circles');
  seen.add(root);
  const page = pages.page(root);
  const view = viewOf(page);
  const start = root === 1 ? 100 : 0;
  const type = page[start];
  if (type === 2 || type === 10)
    throw new UnreadableDatabase('unsupported', 'a table without rowid');
  if (type !== INTERIOR && type !== LEAF) throw malformed('b-tree page');
  const count = view.getUint16(start + 3);
  const pointers = start + (type === LEAF ? 8 : 12);
  if (pointers + count * 2 > pages.usable) throw malformed('cell count');
  for (let index = 0; index < count; index += 1) {
    const at = view.getUint16(pointers + index * 2);
    if (at + 4 > pages.usable) throw malformed('cell');
    if (type === LEAF) yield readCell(pages, page, at);
    else yield* readTable(pages, view.getUint32(at), seen, depth + 1);
  }
  if (type === INTERIOR) yield* readTable(pages, view.getUint32(start + 8), seen, depth + 1);
}

function varint(bytes: Uint8Array, at: number): Varint {
  const found = readVarint(bytes, at);
  if (!found) throw malformed('varint');
  return found;
}

function readCell(pages: Pages, page: Uint8Array, at: number): Cell {
  const size = varint(page, at);
  const rowid = varint(page, at + size.length);
  const start = at + size.length + rowid.length;
  const { usable } = pages;
  const local = localSize(size.value, usable);
  if (start + local + (local < size.value ? 4 : 0) > usable) throw malformed('cell');
  let content = page.subarray(start, start + local);
  let next = local < size.value ? viewOf(page).getUint32(start + local) : 0;
  return {
    rowid: rowid.value,
    size: size.value,
    bytes: (length) => {
      if (length > size.value) throw malformed('record');
      if (length <= content.length) return content;
      const chunks = [content];
      let total = content.length;
      while (total < length) {
        const overflow = pages.page(next);
        const part = overflow.subarray(4, Math.min(usable, 4 + size.value - total));
        chunks.push(part);
        total += part.length;
        next = viewOf(overflow).getUint32(0);
      }
      content = Buffer.concat(chunks);
      return content;
    },
  };
}

/** How much of a record of a table leaf stays on its page. */
function localSize(size: number, usable: number): number {
  const most = usable - 35;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const kept = least + ((size - least) % (usable - 4));
  return kept <= most ? kept : least;
}

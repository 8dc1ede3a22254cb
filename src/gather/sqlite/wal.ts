import { viewOf } from './bytes.ts';

/** What a write-ahead log adds to its database. */
export interface Wal {
  readonly pageSize: number;
  /** Pages of the database after the last commit. */
  readonly pageCount: number;
  /** The newest committed content of a page; undefined when the log does not have it. */
  page(number: number): Uint8Array | undefined;
}

const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;
const VERSION = 3007000;

/**
 * The committed frames of a `-wal` file, as https://www.sqlite.org/walformat.html has it: valid up to the
 * first frame with other salts or a wrong checksum, and of those up to the last commit. Undefined when
 * there are none: the log then adds nothing.
 */
export function readWal(bytes: Uint8Array): Wal | undefined {
  if (bytes.length < HEADER) return undefined;
  const view = viewOf(bytes);
  const magic = view.getUint32(0);
  if (magic !== MAGIC && magic !== MAGIC + 1) return undefined;
  if (view.getUint32(4) !== VERSION) return undefined;
  const pageSize = view.getUint32(8);
  if (!isPageSize(pageSize)) return undefined;
  const littleEndian = magic === MAGIC;
  const sum = new Uint32Array(2);
  addTo(sum, view, 0, 24, littleEndian);
  if (!agrees(sum, view, 24)) return undefined;

  const pending = new Map<number, number>();
  const committed = new Map<number, number>();
  let pageCount = 0;
  for (
    let at = HEADER;
    at + FRAME_HEADER + pageSize <= bytes.length;
    at += FRAME_HEADER + pageSize
  ) {
    const number = view.getUint32(at);
    const sameSalts =
      view.getUint32(at + 8) === view.getUint32(16) &&
      view.getUint32(at + 12) === view.getUint32(20);
    if (!sameSalts || number === 0) break;
    addTo(sum, view, at, 8, littleEndian);
    addTo(sum, view, at + FRAME_HEADER, pageSize, littleEndian);
    if (!agrees(sum, view, at + 16)) break;
    pending.set(number, at + FRAME_HEADER);
    const commit = view.getUint32(at + 4);
    if (commit === 0) continue;
    pageCount = commit;
    for (const [page, offset] of pending) committed.set(page, offset);
    pending.clear();
  }
  if (pageCount === 0) return undefined;
  return {
    pageSize,
    pageCount,
    page: (number) => {
      const offset = committed.get(number);
      return offset === undefined ? undefined : bytes.subarray(offset, offset + pageSize);
    },
  };
}

/** Whether SQLite may use pages of that many bytes. */
export const isPageSize = (size: number) =>
  size >= 512 && size <= 65536 && (size & (size - 1)) === 0;

/** Adds a stretch, a multiple of eight bytes long, to a running checksum. */
function addTo(
  sum: Uint32Array,
  view: DataView,
  from: number,
  length: number,
  littleEndian: boolean,
): void {
  let [a = 0, b = 0] = sum;
  for (let at = from; at < from + length; at += 8) {
    a = (a + view.getUint32(at, littleEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, littleEndian) + a) >>> 0;
  }
  sum[0] = a;
  sum[1] = b;
}

const agrees = (sum: Uint32Array, view: DataView, at: number) =>
  sum[0] === view.getUint32(at) && sum[1] === view.getUint32(at + 4);

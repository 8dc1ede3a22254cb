import { readVarint, viewOf } from './bytes.ts';
import { malformed, UnreadableDatabase } from './malformed.ts';
import type { Pages } from './pages.ts';
import type { Cell } from './table.ts';

/** Integers that a number cannot hold exactly are bigint. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** Longest record header, and longest value, that is read. */
const MAX_HEADER = 64 * 1024;
const MAX_VALUE = 4 * 1024 * 1024;

interface Field {
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads single columns of a record: what lies beyond the one asked for is not fetched.
 * A column that the record does not have reads as undefined: it was added to the table later.
 * @throws UnreadableDatabase where the record is broken or the value too long.
 */
export function readRecord(
  cell: Cell,
  encoding: Pages['encoding'],
): (column: number) => SqlValue | undefined {
  const fields = readHeader(cell);
  return (column) => {
    const field = fields[column];
    if (!field) return undefined;
    const length = field.to - field.from;
    if (length > MAX_VALUE)
      throw new UnreadableDatabase('too_large', `a value of more than ${MAX_VALUE} bytes`);
    const bytes =
      length === 0 ? new Uint8Array() : cell.bytes(field.to).subarray(field.from, field.to);
    return decode(field.type, bytes, encoding);
  };
}

function readHeader(cell: Cell): readonly Field[] {
  const size = readVarint(cell.bytes(Math.min(9, cell.size)), 0);
  if (!size || size.value > cell.size || size.value > MAX_HEADER) throw malformed('record');
  const bytes = cell.bytes(size.value);
  const fields: Field[] = [];
  let from = size.value;
  for (let at = size.length; at < size.value; ) {
    const type = readVarint(bytes, at);
    if (!type) throw malformed('record');
    at += type.length;
    const to = from + lengthOf(type.value);
    if (to > cell.size) throw malformed('record');
    fields.push({ type: type.value, from, to });
    from = to;
  }
  return fields;
}

const FIXED = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function lengthOf(type: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  if (type < 12) throw malformed('value type');
  return Math.floor((type - 12) / 2);
}

function decode(type: number, bytes: Uint8Array, encoding: Pages['encoding']): SqlValue {
  if (type === 0) return null;
  if (type === 7) return viewOf(bytes).getFloat64(0);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) return integer(bytes);
  return type % 2 === 0 ? bytes : text(bytes, encoding);
}

function integer(bytes: Uint8Array): number | bigint {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length <= 6) return buffer.readIntBE(0, bytes.length);
  const big = buffer.readBigInt64BE(0);
  return Number.isSafeInteger(Number(big)) ? Number(big) : big;
}

function text(bytes: Uint8Array, encoding: Pages['encoding']): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') return buffer.toString('utf8');
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  return (encoding === 'utf-16le' ? even : Buffer.from(even).swap16()).toString('utf16le');
}

import { inflateRawSync } from 'node:zlib';
import type { Member } from './archive.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 65_535;

/**
 * Members of a zip by its central directory. One that cannot be unpacked has a reason in place of
 * bytes. @throws RangeError when the directory itself is damaged.
 */
export function* readZip(bytes: Uint8Array, limit: () => number): Generator<Member> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith('/')) continue;
    if ((flags & 1) !== 0) yield { name, reason: 'encrypted' };
    else if (size > limit()) yield { name, reason: 'too_large' };
    else yield { name, ...unpack(bytes, view, { start, packed, method, limit: limit() }) };
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  throw new RangeError('no end of central directory');
}

interface Packed {
  readonly start: number;
  readonly packed: number;
  readonly method: number;
  readonly limit: number;
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  { start, packed, method, limit }: Packed,
): { readonly bytes: Uint8Array } | { readonly reason: 'damaged' | 'too_large' | 'unsupported' } {
  try {
    if (view.getUint32(start, true) !== LOCAL) return { reason: 'damaged' };
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const content = bytes.subarray(from, from + packed);
    if (method === 0) return { bytes: content };
    if (method !== 8) return { reason: 'unsupported' };
    return { bytes: inflateRawSync(content, { maxOutputLength: limit }) };
  } catch (error) {
    return { reason: isTooLarge(error) ? 'too_large' : 'damaged' };
  }
}

/** Whether zlib stopped because the output grows beyond what was allowed. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

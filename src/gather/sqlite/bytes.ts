/** A view of the same bytes for reading numbers. */
export const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A variable-length integer and how many bytes it takes; undefined when the bytes end before it does. */
export interface Varint {
  readonly value: number;
  readonly length: number;
}

/**
 * SQLite's big-endian varint: seven bits a byte, eight in the ninth.
 * Values past 2^53 lose their low bits; sizes and page numbers of a sound database never get there.
 */
export function readVarint(bytes: Uint8Array, at: number): Varint | undefined {
  let value = 0;
  for (let length = 1; length <= 9; length += 1) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) return undefined;
    if (length === 9) return { value: value * 256 + byte, length };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, length };
  }
  return undefined;
}

/** Writes what SQLite would, byte by byte, so that tests can also write what it would not. */

export interface Frame {
  readonly page: number;
  readonly content: Uint8Array;
  /** Pages of the database when this frame commits; 0 when it does not. */
  readonly commit: number;
  /** For a frame of an older log that this one is written over. */
  readonly salt?: number;
  readonly badChecksum?: true;
}

const SALTS = [0x1234abcd, 0x9876fedc] as const;

/** A `-wal` file with these frames. */
export function writeWal(pageSize: number, frames: readonly Frame[], littleEndian = true): Buffer {
  const magic = littleEndian ? 0x377f0682 : 0x377f0683;
  const header = words(magic, 3007000, pageSize, 0, ...SALTS);
  let sum = checksum([0, 0], header, littleEndian);
  const parts = [header, words(...sum)];
  for (const { page, content, commit, salt, badChecksum } of frames) {
    const start = words(page, commit);
    sum = checksum(checksum(sum, start, littleEndian), content, littleEndian);
    const shown = badChecksum ? [sum[0] ^ 1, sum[1]] : sum;
    parts.push(start, words(salt ?? SALTS[0], SALTS[1]), words(...shown), Buffer.from(content));
  }
  return Buffer.concat(parts);
}

/** The frames that turn one state of a database into another, the last one committing. */
export function difference(pageSize: number, from: Uint8Array, to: Uint8Array): readonly Frame[] {
  const count = to.length / pageSize;
  const changed = Array.from({ length: count }, (_, index) => index).filter((index) => {
    const range = [index * pageSize, (index + 1) * pageSize] as const;
    return !Buffer.from(to.subarray(...range)).equals(from.subarray(...range));
  });
  return changed.map((index, place) => ({
    page: index + 1,
    content: to.subarray(index * pageSize, (index + 1) * pageSize),
    commit: place === changed.length - 1 ? count : 0,
  }));
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes;
}

function checksum(
  [a, b]: readonly [number, number],
  bytes: Uint8Array,
  littleEndian: boolean,
): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [first, second] = [a, b];
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) >>> 0;
    second = (second + view.getUint32(at + 4, littleEndian) + first) >>> 0;
  }
  return [first, second];
}

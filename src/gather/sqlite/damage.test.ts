import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import { UnreadableDatabase } from './malformed.ts';
import { openBytes } from './read-bytes.harness.ts';
import { difference, writeWal } from './wal.harness.ts';

const SQL = await initSqlJs();
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
const PAGE = 512;

/** A small database with every kind of page, and a log that changes it. */
function sample(): { readonly file: Uint8Array; readonly wal: Uint8Array } {
  const db = new SQL.Database();
  db.run(`PRAGMA page_size=${PAGE}; PRAGMA auto_vacuum=2; CREATE TABLE t(a PRIMARY KEY, b, c)`);
  const fill = (from: number, to: number) =>
    db.run(`WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i+1 FROM n WHERE i < ${to})
      INSERT INTO t SELECT i, hex(zeroblob(i * 9)), 'x' || i FROM n`);
  fill(1, 60);
  db.run('DELETE FROM t WHERE a % 3 = 0');
  const file = db.export();
  fill(61, 90);
  return { file, wal: writeWal(PAGE, difference(PAGE, file, db.export())) };
}

/** Reads everything there is; how much is bounded by the reader. */
function readAll(file: Uint8Array, wal?: Uint8Array): number | string {
  let rows = 0;
  try {
    for (const row of openBytes(file, wal).rows('t')) {
      for (const column of ['a', 'b', 'c']) row(column);
      rows += 1;
    }
    return rows;
  } catch (error) {
    if (error instanceof UnreadableDatabase) return error.outcome.reason;
    throw error;
  }
}

const { file, wal } = sample();

const edit = fc.tuple(
  fc.nat(),
  fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 })),
);

test('a database with broken bytes is read in part or refused; nothing crashes or hangs', () => {
  expect(readAll(file)).toBe(40);
  expect(readAll(file, wal)).toBe(70);
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.boolean(), (edits, early) => {
      const broken = Uint8Array.from(file);
      // Half of the runs hit what matters most: headers of the first pages.
      for (const [at, byte] of edits) broken[at % (early ? 3 * PAGE : broken.length)] = byte;
      outcomes.add(typeof readAll(broken));
    }),
    { numRuns: RUNS, seed: 6 },
  );
  expect([...outcomes].sort()).toEqual(['number', 'string']);
}, 120_000);

test('a log with broken bytes adds what was committed before them, or nothing', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const broken = Uint8Array.from(wal);
      for (const [at, byte] of edits) broken[at % broken.length] = byte;
      const same = broken.every((byte, index) => byte === wal[index]);
      expect(readAll(file, broken)).toBe(same ? 70 : 40);
    }),
    { numRuns: RUNS, seed: 7 },
  );
}, 120_000);

test('cut anywhere, it is refused', () => {
  for (let length = 0; length < file.length; length += 97)
    expect(readAll(file.subarray(0, length))).toBe('malformed');
});

test('pages that lead to each other are refused', () => {
  // The root of the table becomes an interior page that leads to itself.
  const root = new DataView(file.buffer, file.byteOffset);
  for (let page = 2; page < file.length / PAGE; page += 1) {
    const circular = Uint8Array.from(file);
    const view = new DataView(circular.buffer);
    const at = page * PAGE;
    if (root.getUint8(at) !== 5) continue;
    view.setUint16(at + 3, 0);
    view.setUint32(at + 8, page + 1);
    expect(readAll(circular)).toBe('malformed');
  }
});

test('overflow pages in a circle end with the record', () => {
  const db = new SQL.Database();
  db.run(
    `PRAGMA page_size=${PAGE}; CREATE TABLE t(a, b, c); INSERT INTO t VALUES (1, 2, hex(zeroblob(3000)))`,
  );
  const circular = db.export();
  const view = new DataView(circular.buffer, circular.byteOffset);
  // Page 3 is the first overflow page: its next one becomes itself.
  view.setUint32(2 * PAGE, 3);
  expect(readAll(circular)).toBe(1);
});

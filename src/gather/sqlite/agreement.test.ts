import fc from 'fast-check';
import initSqlJs, { type SqlValue as TrueValue, type Database as Truth } from 'sql.js';
import { expect, test } from 'vitest';
import { openBytes } from './read-bytes.harness.ts';
import { difference, type Frame, writeWal } from './wal.harness.ts';

// SQLite itself, as WebAssembly: what it says is right.
const SQL = await initSqlJs();
const RUNS = Number(process.env.FUZZ_RUNS ?? 60);
const COLUMNS = ['a', 'b', 'c'] as const;

type Value = null | number | bigint | string | Uint8Array;
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.constantFrom(0, 1, -1, 127, 128, -129, 32768, 8388608, 2 ** 31, 2 ** 40, -(2 ** 47), 2 ** 52),
  fc.double({ noNaN: true }),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\u0000')),
  fc.integer({ min: 1, max: 9000 }).map((length) => 'é漢x'.repeat(length).slice(0, length)),
  fc.uint8Array({ maxLength: 3000 }),
);
const row = fc.tuple(value, value, value);
const change = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), rows: fc.array(row, { maxLength: 30 }) }),
  fc.record({ kind: fc.constant('delete' as const), every: fc.integer({ min: 2, max: 5 }) }),
  fc.record({ kind: fc.constant('update' as const), every: fc.integer({ min: 2, max: 5 }), row }),
  fc.record({ kind: fc.constant('many' as const), count: fc.integer({ min: 1, max: 400 }) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const making = fc.record({
  pageSize: fc.constantFrom(512, 1024, 4096, 65536),
  encoding: fc.constantFrom('UTF-8', 'UTF-16le', 'UTF-16be'),
  vacuum: fc.constantFrom(0, 1, 2),
  strict: fc.boolean(),
  before: fc.array(change, { maxLength: 4 }),
  after: fc.array(change, { maxLength: 3 }),
});

function create({
  pageSize,
  encoding,
  vacuum,
}: {
  pageSize: number;
  encoding: string;
  vacuum: number;
}): Truth {
  const db = new SQL.Database();
  db.run(`PRAGMA page_size=${pageSize}; PRAGMA encoding='${encoding}'; PRAGMA auto_vacuum=${vacuum};
    CREATE TABLE other(x TEXT PRIMARY KEY); CREATE TABLE t(a, "b" , [c] DEFAULT 'z'); CREATE INDEX i ON t(a)`);
  return db;
}

function apply(db: Truth, { kind, ...rest }: Change): void {
  const change = { kind, ...rest } as Change;
  if (change.kind === 'insert')
    for (const values of change.rows)
      db.run('INSERT INTO t VALUES (?, ?, ?)', values as TrueValue[]);
  if (change.kind === 'many')
    db.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < ${change.count})
      INSERT INTO t SELECT i, 'row ' || i, i * 0.5 FROM n`);
  if (change.kind === 'delete') db.run(`DELETE FROM t WHERE rowid % ${change.every} = 0`);
  if (change.kind === 'update')
    db.run(
      `UPDATE t SET a = ?, b = ?, c = ? WHERE rowid % ${change.every} = 1`,
      change.row as TrueValue[],
    );
}

/** The content of a value, integers past 2^53 included, in a form that can be compared. */
const shown = (found: unknown) =>
  found instanceof Uint8Array
    ? `blob ${Buffer.from(found).toString('hex')}`
    : found === 0
      ? 0
      : found;

function truth(db: Truth): readonly unknown[] {
  const [result] = db.exec('SELECT a, b, c FROM t ORDER BY rowid');
  return (result?.values ?? []).map((values) => values.map(shown));
}

const ours = (bytes: Uint8Array, wal?: Uint8Array): readonly unknown[] =>
  [...openBytes(bytes, wal).rows('t')].map((read) => COLUMNS.map((name) => shown(read(name))));

test('a database reads as SQLite reads it: page sizes, encodings, overflow, free pages, pointer maps', () => {
  fc.assert(
    fc.property(making, ({ before, ...shape }) => {
      const db = create(shape);
      for (const change of before) apply(db, change);
      expect(ours(db.export())).toEqual(truth(db));
      db.close();
    }),
    { numRuns: RUNS, seed: 4 },
  );
}, 120_000);

test('what is only in the write-ahead log counts, up to its last commit', () => {
  fc.assert(
    fc.property(making, fc.boolean(), ({ before, after, ...shape }, littleEndian) => {
      const db = create(shape);
      for (const change of before) apply(db, change);
      const old = db.export();
      for (const change of after) apply(db, change);
      const now = db.export();
      const frames = difference(shape.pageSize, old, now);
      expect(ours(old, writeWal(shape.pageSize, frames, littleEndian))).toEqual(truth(db));
      // An older version of every page, committed before, changes nothing.
      const twice = [...frames.map((frame) => ({ ...frame, commit: 0 })), ...frames];
      expect(ours(old, writeWal(shape.pageSize, twice, littleEndian))).toEqual(truth(db));
      // Neither does what was not committed, is left of an older log, or was cut by a crash.
      const garbage = { page: 1, content: new Uint8Array(shape.pageSize), commit: 1 };
      const tails: readonly Frame[] = [
        { ...garbage, commit: 0 },
        { ...garbage, salt: 7 },
        { ...garbage, badChecksum: true },
      ];
      for (const tail of tails)
        expect(ours(old, writeWal(shape.pageSize, [...frames, tail], littleEndian))).toEqual(
          truth(db),
        );
      const whole = writeWal(shape.pageSize, [...frames, garbage], littleEndian);
      expect(ours(old, whole.subarray(0, whole.length - 1))).toEqual(truth(db));
      db.close();
    }),
    { numRuns: RUNS, seed: 5 },
  );
}, 120_000);

test('integers of eight bytes are exact', () => {
  const db = create({ pageSize: 4096, encoding: 'UTF-8', vacuum: 0 });
  db.run('INSERT INTO t VALUES (9223372036854775807, -9223372036854775808, 9007199254740991)');
  const [read] = openBytes(db.export()).rows('t');
  expect(COLUMNS.map((name) => read?.(name))).toEqual([
    9223372036854775807n,
    -9223372036854775808n,
    9007199254740991,
  ]);
});

test('columns are found by name, whatever the definition looks like', () => {
  const db = new SQL.Database();
  db.run(`CREATE TABLE "odd, (name" ( -- a comment, with a comma
    id INTEGER NOT NULL PRIMARY KEY, /* (another) */ "a, ""b" TEXT DEFAULT 'x, (y', [select] REAL CHECK ([select] > 0),
    late TEXT, CONSTRAINT u UNIQUE ("a, ""b", late)) STRICT`);
  db.run(`INSERT INTO "odd, (name" VALUES (42, 'text', 1.5, 'l')`);
  db.run('CREATE TABLE k(x TEXT, n INTEGER, PRIMARY KEY (n)); INSERT INTO k VALUES (NULL, 9)');
  db.run('ALTER TABLE k ADD COLUMN added TEXT');
  const opened = openBytes(db.export());
  const [odd] = opened.rows('odd, (name');
  expect(['id', 'a, "b', 'select', 'late', 'none'].map((name) => odd?.(name))).toEqual([
    42,
    'text',
    1.5,
    'l',
    undefined,
  ]);
  const [k] = opened.rows('k');
  expect(['x', 'n', 'added'].map((name) => k?.(name))).toEqual([null, 9, undefined]);
  expect([opened.has('k'), opened.has('K'), [...opened.rows('none')]]).toEqual([true, false, []]);
});

test('a table that is not read as SQLite would is refused, not misread', () => {
  const db = new SQL.Database();
  db.run(`CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO w VALUES ('a', 'b')`);
  db.run('CREATE TABLE g(a, b AS (a + 1)); INSERT INTO g VALUES (1)');
  const opened = openBytes(db.export());
  expect(() => [...opened.rows('w')]).toThrow('without rowid');
  expect(() => [...opened.rows('g')]).toThrow('definition');
});

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import initSqlJs from 'sql.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeadline } from '../deadline.ts';
import type { Database } from './database.ts';
import { readDatabase } from './read-database.ts';
import { difference, writeWal } from './wal.harness.ts';

const SQL = await initSqlJs();
let dir: string;
let file: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-sqlite-'));
  file = path.join(dir, 'a.sqlite');
});
afterEach(() => fs.rmSync(dir, { recursive: true }));

const soon = () => createDeadline(20_000);
const names = (database: Database) => [...database.rows('t')].map((row) => row('name'));
const read = () => readDatabase(file, soon(), names);

function database(...values: readonly string[]): Uint8Array {
  const db = new SQL.Database();
  db.run('CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)');
  for (const value of values) db.run('INSERT INTO t(name) VALUES (?)', [value]);
  return db.export();
}

/** Everything in the directory that a write would change. */
const record = () =>
  fs.readdirSync(dir).map((name) => {
    const stat = fs.statSync(path.join(dir, name), { bigint: true });
    return [
      name,
      stat.mode,
      stat.size,
      stat.mtimeNs,
      stat.ctimeNs,
      fs.readFileSync(path.join(dir, name), 'latin1'),
    ];
  });

test('rows of the log are read, and nothing is written or created', () => {
  const [old, now] = [database('one'), database('one', 'two')];
  fs.writeFileSync(file, old);
  fs.writeFileSync(`${file}-wal`, writeWal(4096, difference(4096, old, now)));
  fs.writeFileSync(`${file}-shm`, Buffer.alloc(32768));
  const before = record();
  expect(read()).toEqual({ status: 'ok', value: ['one', 'two'] });
  expect(record()).toEqual(before);
});

test('what cannot be read says why', () => {
  expect(read()).toEqual({ status: 'missing' });
  const outcomes: [string, () => void, string][] = [
    ['zero bytes', () => fs.writeFileSync(file, ''), 'malformed'],
    ['encrypted', () => fs.writeFileSync(file, Buffer.alloc(8192, 0xa7)), 'malformed'],
    ['cut short', () => fs.writeFileSync(file, database('one').subarray(0, 5000)), 'malformed'],
    [
      'newer format',
      () => fs.writeFileSync(file, Object.assign(database('one'), { 19: 3 })),
      'unsupported',
    ],
    [
      'half written',
      () => {
        fs.writeFileSync(file, database('one'));
        fs.writeFileSync(`${file}-journal`, Buffer.from('d9d505f920a163d700000001', 'hex'));
      },
      'unreadable',
    ],
    [
      'a directory',
      () => {
        fs.rmSync(file);
        fs.mkdirSync(file);
      },
      'not_a_file',
    ],
    [
      'a pipe',
      () => {
        fs.rmdirSync(file);
        execFileSync('mkfifo', [file]);
      },
      'not_a_file',
    ],
  ];
  for (const [what, lay, reason] of outcomes) {
    lay();
    expect({ what, ...read() }).toMatchObject({ what, status: 'failed', reason });
    fs.rmSync(`${file}-journal`, { force: true });
  }
});

test('a journal that is not in use stands in nobody’s way', () => {
  fs.writeFileSync(file, database('one'));
  fs.writeFileSync(`${file}-journal`, Buffer.alloc(512));
  expect(read()).toEqual({ status: 'ok', value: ['one'] });
});

test('out of time, it stops', () => {
  fs.writeFileSync(file, database('one'));
  expect(readDatabase(file, createDeadline(0), names)).toMatchObject({ reason: 'deadline' });
});

test('a database that changes while it is read is read again, and given up when it never rests', () => {
  fs.writeFileSync(file, database('one'));
  let changes = 1;
  const meddle = (db: Database) => {
    const found = names(db);
    if (changes > 0)
      fs.writeFileSync(
        file,
        database('one', 'two', 'three', String(changes), 'x'.repeat(5000 * changes)),
      );
    changes -= 1;
    return found;
  };
  expect(readDatabase(file, soon(), meddle)).toMatchObject({ status: 'ok', value: { length: 5 } });
  changes = 99;
  expect(readDatabase(file, soon(), meddle)).toMatchObject({
    status: 'failed',
    reason: 'unreadable',
  });
});

interface OwnSqlite {
  readonly DatabaseSync: new (path: string) => { exec(sql: string): void; close(): void };
}

/** The SQLite of Node itself, which only newer releases have. */
const ownSqlite = () =>
  process.getBuiltinModule?.('node:sqlite' as 'node:fs') as unknown as OwnSqlite | undefined;

test('a database that another program is writing to', async (context) => {
  const sqlite = ownSqlite();
  if (!sqlite) return context.skip();
  const db = new sqlite.DatabaseSync(file);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE t(name TEXT) STRICT');
  db.exec(
    "INSERT INTO t VALUES ('one'); PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO t VALUES ('two')",
  );
  db.exec("BEGIN IMMEDIATE; INSERT INTO t VALUES ('not yet')");
  const before = record();
  expect(read()).toEqual({ status: 'ok', value: ['one', 'two'] });
  expect(record()).toEqual(before);
  db.exec("COMMIT; PRAGMA wal_checkpoint(PASSIVE); INSERT INTO t VALUES ('three')");
  expect(read()).toEqual({ status: 'ok', value: ['one', 'two', 'not yet', 'three'] });
  db.exec("PRAGMA wal_checkpoint(RESTART); DELETE FROM t WHERE name = 'one'");
  expect(read()).toEqual({ status: 'ok', value: ['two', 'not yet', 'three'] });
  db.close();
});

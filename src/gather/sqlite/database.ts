import { type Columns, readColumns } from './columns.ts';
import { malformed, UnreadableDatabase } from './malformed.ts';
import type { Pages } from './pages.ts';
import { readRecord, type SqlValue } from './record.ts';
import { readTable } from './table.ts';

/** One row: the value of a column; undefined for a column that it does not have. */
export type Row = (column: string) => SqlValue | undefined;

/** A database that is read table by table, without SQL. */
export interface Database {
  /** `PRAGMA user_version`. */
  readonly userVersion: number;
  /** Whether there is a table of that name, spelt exactly so. */
  has(table: string): boolean;
  /**
   * The rows of a table in the order of their rowids, each read as far as it is asked for.
   * None when there is no such table.
   * @throws UnreadableDatabase where the table is broken.
   */
  rows(table: string): Iterable<Row>;
}

interface Table {
  readonly root: number;
  readonly sql: string;
}

const MAX_OBJECTS = 5000;
/** name, rootpage and sql of https://www.sqlite.org/schematab.html. */
const SCHEMA = { type: 0, name: 1, root: 3, sql: 4 };

/** @throws UnreadableDatabase when its list of tables cannot be read. */
export function openDatabase(pages: Pages): Database {
  const tables = readTables(pages);
  return {
    userVersion: pages.userVersion,
    has: (name) => tables.has(name),
    rows: (name) => readRows(pages, tables.get(name)),
  };
}

function readTables(pages: Pages): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  let count = 0;
  for (const cell of readTable(pages, 1)) {
    count += 1;
    if (count > MAX_OBJECTS) throw malformed(`more than ${MAX_OBJECTS} tables and indexes`);
    const value = readRecord(cell, pages.encoding);
    if (value(SCHEMA.type) !== 'table') continue;
    const [name, root, sql] = [value(SCHEMA.name), value(SCHEMA.root), value(SCHEMA.sql)];
    if (typeof name === 'string' && typeof root === 'number' && typeof sql === 'string')
      tables.set(name, { root, sql });
  }
  return tables;
}

function* readRows(pages: Pages, table: Table | undefined): Iterable<Row> {
  if (!table) return;
  const columns = readColumns(table.sql);
  if (!columns) throw new UnreadableDatabase('unsupported', 'definition of a table');
  const indexes = new Map(columns.names.map((name, index) => [name, index]));
  for (const cell of readTable(pages, table.root))
    yield rowOf(readRecord(cell, pages.encoding), cell.rowid, indexes, columns);
}

function rowOf(
  value: (column: number) => SqlValue | undefined,
  rowid: number,
  indexes: ReadonlyMap<string, number>,
  columns: Columns,
): Row {
  return (name) => {
    const index = indexes.get(name);
    if (index === undefined) return undefined;
    const found = value(index);
    return index === columns.rowid && found === null ? rowid : found;
  };
}

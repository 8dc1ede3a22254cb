import fs from 'node:fs';
import path from 'node:path';
import initSqlJs from 'sql.js';

const SQL = await initSqlJs();

/** The tables of a 2026.9 state database that are read, as that release defines them. */
const TABLES = `
  CREATE TABLE schema_meta(meta_key TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, schema_version INTEGER NOT NULL,
    agent_id TEXT, app_version TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE TABLE config_machine_state(state_key TEXT NOT NULL PRIMARY KEY, value_json TEXT NOT NULL,
    updated_at_ms INTEGER NOT NULL) STRICT;
  CREATE TABLE exec_approvals_config(config_key TEXT NOT NULL PRIMARY KEY, raw_json TEXT NOT NULL, socket_path TEXT,
    has_socket_token INTEGER NOT NULL, default_security TEXT, default_ask TEXT, default_ask_fallback TEXT,
    auto_allow_skills INTEGER, agent_count INTEGER NOT NULL, allowlist_count INTEGER NOT NULL,
    updated_at_ms INTEGER NOT NULL) STRICT;
  CREATE TABLE channel_pairing_allow_entries(channel_key TEXT NOT NULL, account_id TEXT NOT NULL, entry TEXT NOT NULL,
    sort_order INTEGER NOT NULL, updated_at INTEGER NOT NULL, PRIMARY KEY (channel_key, account_id, entry)) STRICT;
  CREATE TABLE device_auth_tokens(device_id TEXT NOT NULL, role TEXT NOT NULL, token TEXT NOT NULL,
    scopes_json TEXT NOT NULL, updated_at_ms INTEGER NOT NULL, PRIMARY KEY (device_id, role)) STRICT;`;

/** What a test puts into the database. */
export interface Stored {
  /** Left out, the newest known. */
  readonly schema?: number;
  readonly appVersion?: string;
  readonly approvals?: unknown;
  readonly senders?: readonly (readonly [channel: string, account: string, entry: string])[];
  /** By key of `config_machine_state`. */
  readonly machine?: { readonly [key: string]: unknown };
  readonly deviceTokens?: readonly string[];
}

const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The bytes of a state database. */
export function stateDatabase(stored: Stored = {}): Uint8Array {
  const { schema = 18, appVersion = '2026.9.6', approvals, senders = [], machine = {} } = stored;
  const db = new SQL.Database();
  db.run('PRAGMA auto_vacuum=2');
  db.exec(TABLES);
  db.run(`INSERT INTO schema_meta VALUES ('primary', 'global', ?, NULL, ?, 1, 1)`, [
    schema,
    appVersion,
  ]);
  if (approvals !== undefined)
    db.run(
      `INSERT INTO exec_approvals_config VALUES ('current', ?, NULL, 0, NULL, NULL, NULL, NULL, 0, 0, 1)`,
      [json(approvals)],
    );
  for (const sender of senders)
    db.run('INSERT INTO channel_pairing_allow_entries VALUES (?, ?, ?, 0, 1)', [...sender]);
  for (const [key, value] of Object.entries(machine))
    db.run('INSERT INTO config_machine_state VALUES (?, ?, 1)', [key, json(value)]);
  for (const [index, token] of (stored.deviceTokens ?? []).entries())
    db.run(`INSERT INTO device_auth_tokens VALUES (?, 'operator', ?, '[]', 1)`, [
      `d${index}`,
      token,
    ]);
  const bytes = db.export();
  db.close();
  return bytes;
}

/** Puts the database where a gateway keeps it; gives its path. */
export function layDatabase(state: string, bytes: Uint8Array = stateDatabase()): string {
  const dir = path.join(state, 'state');
  fs.mkdirSync(dir, { mode: 0o700, recursive: true });
  const file = path.join(dir, 'openclaw.sqlite');
  fs.writeFileSync(file, bytes, { mode: 0o600 });
  return file;
}

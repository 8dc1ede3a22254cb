import type { Redactor } from '../config/redact.ts';
import { approvalsOf } from './approvals.ts';
import type { Collecting } from './collect.ts';
import type { Failed } from './errno.ts';
import { recordsOf } from './install-records.ts';
import type { Part } from './part.ts';
import type { Database, Row } from './sqlite/database.ts';
import { malformed, UnreadableDatabase } from './sqlite/malformed.ts';
import { readDatabase } from './sqlite/read-database.ts';
import { stateDatabasePath } from './state-paths.ts';
import type { ExecApprovals, PairingStore, StateDatabase } from './stored-facts.ts';
import type { StoredState } from './stored-state.ts';

/** The newest schema whose tables are known, that of 2026.9.6. */
const KNOWN_SCHEMA = 18;
const MAX_SENDERS = 20_000;
const MAX_ROWS = 100_000;
const MAX_TEXT = 256;

/** Tables of secrets; of these only how many rows there are is ever looked at. */
const CREDENTIAL_TABLES = [
  'device_identities',
  'device_auth_tokens',
  'device_bootstrap_tokens',
  'gateway_origin_device_tokens',
  'mcp_oauth_stores',
  'secret_store_entries',
  'worker_environment_credentials',
  'native_hook_relay_bridges',
];

/** Reads what the database holds of approvals, pairings and installations; secrets stay in it. */
export function readStateDatabase(run: Collecting, redactor: Redactor): Part<StoredState> {
  const path = stateDatabasePath(run.target);
  const read = readDatabase(path, run.deadline, (database): StoredState => {
    const value: StateDatabase = {
      path,
      ...schemaOf(database),
      credentials: countRows(database),
    };
    return {
      stateDatabase: { status: 'ok', value },
      approvals: partOf(path, () => readApprovals(run, path, database)),
      pairing: partOf(path, () => ({ status: 'ok', value: readPairing(run, path, database) })),
      installRecords: partOf(path, () => ({
        status: 'ok',
        value: {
          path,
          plugins: recordsOf(readKey(database, 'plugins.installedIndex'), 'plugins', redactor),
          hooks: recordsOf(readKey(database, 'hooks.internal.installs'), 'hooks', redactor),
        },
      })),
    };
  });
  if (read.status === 'missing') return { status: 'absent' };
  return read.status === 'ok' ? read : named(path, read);
}

const named = (path: string, failed: Failed): Failed => ({
  ...failed,
  detail: `${path}: ${failed.detail}`,
});

/** One broken table leaves what the others say. */
function partOf<T>(path: string, extract: () => Part<T>): Part<T> {
  try {
    return extract();
  } catch (error) {
    if (!(error instanceof UnreadableDatabase)) throw error;
    return named(path, error.outcome);
  }
}

/** @throws UnreadableDatabase for a database of another kind, or newer than what is known. */
function schemaOf(database: Database): Pick<StateDatabase, 'schema' | 'appVersion'> {
  if (!database.has('schema_meta')) throw malformed('no database of OpenClaw');
  for (const row of database.rows('schema_meta')) {
    if (text(row, 'meta_key') !== 'primary') continue;
    const schema = row('schema_version');
    if (typeof schema !== 'number') throw malformed('schema_meta');
    if (schema > KNOWN_SCHEMA)
      throw new UnreadableDatabase('unsupported', `schema ${schema}, newer than ${KNOWN_SCHEMA}`);
    const appVersion = text(row, 'app_version');
    return { schema, ...(appVersion === undefined ? {} : { appVersion }) };
  }
  throw malformed('schema_meta');
}

function countRows(database: Database): StateDatabase['credentials'] {
  const counts: [string, number][] = [];
  for (const table of CREDENTIAL_TABLES) {
    let count = 0;
    for (const _ of database.rows(table)) {
      count += 1;
      if (count === MAX_ROWS) break;
    }
    if (count > 0) counts.push([table, count]);
  }
  return Object.fromEntries(counts);
}

function readApprovals(run: Collecting, path: string, database: Database): Part<ExecApprovals> {
  for (const row of database.rows('exec_approvals_config')) {
    if (text(row, 'config_key') !== 'current') continue;
    const json = row('raw_json');
    if (typeof json !== 'string') throw malformed('exec_approvals_config');
    return mergeDefault(approvalsOf(run, path, json));
  }
  return { status: 'absent' };
}

/** What older files call the agent `default` is the agent `main`; what `main` says itself goes first. */
function mergeDefault(part: Part<ExecApprovals>): Part<ExecApprovals> {
  if (part.status !== 'ok') return part;
  const { default: old, ...agents } = part.value.agents;
  if (old === undefined) return part;
  const { main } = agents;
  const allowlist = [...(main?.allowlist ?? []), ...old.allowlist];
  return {
    ...part,
    value: { ...part.value, agents: { ...agents, main: { ...old, ...main, allowlist } } },
  };
}

function readPairing(run: Collecting, path: string, database: Database): readonly PairingStore[] {
  const stores = new Map<string, PairingStore & { readonly entries: string[] }>();
  let left = MAX_SENDERS;
  for (const row of database.rows('channel_pairing_allow_entries')) {
    left -= 1;
    if (left < 0) {
      const detail = `more than ${MAX_SENDERS}`;
      run.skip({ part: 'pairing', reason: 'too_many', subject: path, detail });
      break;
    }
    const [channel, account, entry] = ['channel_key', 'account_id', 'entry'].map((name) =>
      text(row, name)?.trim(),
    );
    if (!channel || !entry) continue;
    const key = JSON.stringify([channel, account]);
    const store = stores.get(key) ?? {
      channel,
      ...(account ? { account } : {}),
      path,
      entries: [],
    };
    stores.set(key, store);
    store.entries.push(entry);
  }
  return [...stores.values()];
}

/** The JSON kept under a key; undefined when there is none. */
function readKey(database: Database, key: string): unknown {
  for (const row of database.rows('config_machine_state')) {
    if (text(row, 'state_key') !== key) continue;
    const json = row('value_json');
    if (typeof json !== 'string') throw malformed(key);
    try {
      return JSON.parse(json);
    } catch {
      throw malformed(key);
    }
  }
  return undefined;
}

function text(row: Row, column: string): string | undefined {
  const value = row(column);
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
}

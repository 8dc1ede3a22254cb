import { dirname, join } from 'node:path';
import { type AgentPlace, agentPlaces } from './agents.ts';
import { type Collecting, entriesOf, noteFailure, outOfTime } from './collect.ts';
import { finalKind, inspect } from './fact.ts';
import type { FileFact, FileRole, RoleFact } from './file-facts.ts';
import type { Part } from './part.ts';
import { pathOf, type Settings } from './settings.ts';
import { databaseFiles, stateDatabasePath } from './state-paths.ts';
import { suppressionPath } from './suppressions.ts';

const PART = 'files';
const MAX_LISTED = 1000;
const MAX_DEPTH = 64;
const BACKUP = /\.(bak|rejected|clobbered)([.-]|$)/;
const WORKSPACE_FILES = [
  'SOUL.md',
  'AGENTS.md',
  'MEMORY.md',
  'HEARTBEAT.md',
  'TOOLS.md',
  'USER.md',
  'BOOT.md',
];

type Look = (role: FileRole, path: string, agent?: string) => FileFact | undefined;

/** The files and directories whose permissions matter, each with the reason for looking at it. */
export function gatherFiles(
  run: Collecting,
  settings: Settings,
  includes: readonly string[],
): Part<readonly RoleFact[]> {
  const facts: RoleFact[] = [];
  let cut = false;
  const look: Look = (role, path, agent) => {
    cut ||= outOfTime(run, PART, path);
    if (cut) return undefined;
    const seen = inspect(path);
    if (seen.status === 'ok') {
      facts.push({ ...seen.fact, role, ...(agent === undefined ? {} : { agent }) });
      return seen.fact;
    }
    noteFailure(run, PART, path, seen);
    return undefined;
  };
  const { stateDir, configPath } = run.target;
  const agents = agentPlaces(run, settings);

  const state = look('state_dir', stateDir);
  const config = look('config', configPath);
  for (const path of new Set(includes)) look('include', path);
  lookAtCredentials(run, look);
  for (const agent of agents) lookAtAgent(look, agent);
  lookAtUnlisted(run, look, agents);
  const log = settings.text('logging', 'file');
  if (log !== undefined) look('log', pathOf(log, run.target));
  look('dotenv', join(stateDir, '.env'));
  lookAtBackups(run, look);
  look('suppressions', suppressionPath(run.target));
  look('exec_approvals', join(stateDir, 'exec-approvals.json'));
  lookAtJsonFiles(run, look, 'identity', join(stateDir, 'identity'));
  for (const path of databaseFiles(stateDatabasePath(run.target))) look('state_database', path);
  for (const name of SECRET_FILES) look('secret_file', join(stateDir, name));
  const above = parents([stateDir, configPath, state?.target?.path, config?.target?.path]);
  for (const path of above)
    if (path !== stateDir && path !== state?.target?.path) look('parent_dir', path);
  look('extensions_dir', join(stateDir, 'extensions'));
  for (const agent of agents) lookAtWorkspace(look, agent);
  return { status: 'ok', value: facts };
}

function lookAtCredentials(run: Collecting, look: Look): void {
  const { credentialsDir } = run.target;
  const seen = inspect(credentialsDir);
  if (seen.status === 'ok' && finalKind(seen.fact) !== 'directory') return;
  look('credentials_dir', credentialsDir);
  lookAtJsonFiles(run, look, 'credentials_file', credentialsDir);
}

function lookAtJsonFiles(run: Collecting, look: Look, role: FileRole, dir: string): void {
  for (const { name } of entriesOf(run, PART, dir, MAX_LISTED))
    if (name.endsWith('.json')) look(role, join(dir, name));
}

const SECRET_FILES = ['secrets.json', 'config-journal-fingerprint.key'];

/** Where an agent keeps its keys: in a file, since 2026.9 in a database. */
const PRIVATE_FILES = [
  ...['auth-profiles.json', ...databaseFiles('openclaw-agent.sqlite')].map(
    (name) => ['auth_profiles', 'agent', name] as const,
  ),
  ['sessions_store', 'sessions', 'sessions.json'],
] as const;

function lookAtAgent(look: Look, { id, dir }: AgentPlace): void {
  for (const [role, folder, name] of PRIVATE_FILES) look(role, join(dir, folder, name), id);
}

function lookAtUnlisted(run: Collecting, look: Look, agents: readonly AgentPlace[]): void {
  const listed = new Set(agents.map(({ id }) => id));
  const dir = join(run.target.stateDir, 'agents');
  for (const { name, kind } of entriesOf(run, PART, dir, MAX_LISTED)) {
    if (listed.has(name) || kind === 'file' || kind === 'other') continue;
    for (const [, folder, file] of PRIVATE_FILES)
      look('unlisted_agent_file', join(dir, name, folder, file), name);
  }
}

function lookAtBackups(run: Collecting, look: Look): void {
  const { configPath } = run.target;
  const dir = dirname(configPath);
  const prefix = configPath.slice(dir.length).replace(/^[\\/]/, '');
  for (const { name } of entriesOf(run, PART, dir, MAX_LISTED))
    if (name !== prefix && name.startsWith(prefix) && BACKUP.test(name.slice(prefix.length)))
      look('config_backup', join(dir, name));
}

function lookAtWorkspace(look: Look, { id, workspace }: AgentPlace): void {
  if (look('workspace', workspace, id) === undefined) return;
  for (const name of WORKSPACE_FILES) look('workspace_file', join(workspace, name), id);
}

/** Every directory above the paths, up to the root, nearest first, each once. */
function parents(paths: readonly (string | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of paths) {
    let current = path;
    for (let depth = 0; current !== undefined && depth < MAX_DEPTH; depth += 1) {
      const above = dirname(current);
      if (above === current) break;
      found.add(above);
      current = above;
    }
  }
  return found;
}

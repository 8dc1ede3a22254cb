import { type Agents, normalizeAgentId } from '../../posture/agents.ts';
import type { Files } from '../../posture/files.ts';
import type { Posture } from '../../posture/posture.ts';
import type { Departure } from '../define.ts';
import { shellQuote } from './shell-quote.ts';

/** A file as gathered. */
export type Fact = ReturnType<Files['of']>[number];
type Target = Posture['snapshot']['target'];
type Role = Parameters<Files['of']>[0];

/** For checks of files that may be symlinks. */
export const DANGLING_LINK: Departure = {
  reference:
    'Judges a symlink that leads nowhere by the mode of the link itself, which is always 777.',
  why: 'Nobody can read or write through such a link, and the mode of a link means nothing.',
  source: 'OpenClaw 2026.2.24, observed; openclaw/openclaw#11425',
};

/** For the checks of who can read the config. */
export const LINKED_CONFIG: Departure = {
  reference: 'Does not ask who can read a config that is reached through a symlink.',
  why: 'The secrets are in the file the link leads to, so its mode counts like that of any other config.',
  source: 'OpenClaw 2026.2.24, observed',
};

/** For the checks of the config's permissions. */
export const OTHER_CONFIG: Departure = {
  reference:
    'Takes the settings from `~/.openclaw` when the state directory it is given has no config, but the permissions from that directory: those of the file in use are never looked at.',
  why: 'Settings and permissions are always those of one and the same file.',
  source: 'OpenClaw 2026.2.24, observed',
};

/** Whether the config in use lies outside the state directory that the environment names. */
export const isElsewhere = ({ stateDirFrom, configFrom }: Target) =>
  stateDirFrom === 'env' && (configFrom === 'default' || configFrom === 'legacy');

const leadsNowhere = (fact: Fact) =>
  fact.kind === 'symlink' && fact.target !== undefined && fact.target.kind === undefined;

/** The files of a role; `truly` leaves out symlinks that lead nowhere. */
export function factsOf(files: Files, role: Role, truly: boolean): readonly Fact[] {
  return files.of(role).filter((fact) => !truly || !leadsNowhere(fact));
}

export const isWritable = ({ access }: Fact) => access.groupWrite || access.worldWrite;
export const isReadable = ({ access }: Fact) => access.groupRead || access.worldRead;

/** What a file is after links are followed. */
export const kindOf = (fact: Fact) => (fact.kind === 'symlink' ? fact.target?.kind : fact.kind);

/** Mode bits in octal; on Windows the entries of the ACL that let strangers in. */
export function permissionsOf(fact: Fact, platform: string): string {
  if (platform === 'win32' && fact.acl) return fact.acl.join(', ');
  return fact.mode.toString(8).padStart(3, '0');
}

/** The command that leaves a file to its owner; accounts by SID, whose names vary with the language. */
export function tightenCommand(path: string, mode: '600' | '700', platform: string): string {
  if (platform !== 'win32') return `chmod ${mode} ${shellQuote(path)}`;
  const rights = mode === '700' ? '(OI)(CI)F' : 'F';
  return `icacls "${path.replaceAll('"', '')}" /inheritance:r /grant:r "*S-1-5-18:${rights}" "%USERNAME%:${rights}"`;
}

/** The arguments that messages about permissions share. */
export function permissionArgs(fact: Fact, mode: '600' | '700', platform: string) {
  return {
    path: fact.path,
    permissions: permissionsOf(fact, platform),
    command: tightenCommand(fact.path, mode, platform),
  };
}

/** For checks of files that each agent has. */
export const ONCE_A_FILE: Departure = {
  reference:
    'Reports a file of the default agent twice when its id is not written in normal form (`Work Bot` for `work-bot`).',
  why: 'It is one file with one mode.',
  source: 'OpenClaw 2026.2.24, observed',
};

/** Each file as often as OpenClaw looks at it: once for every way its agent's id is given. */
export function asOftenAsListed(facts: readonly Fact[], agents: Agents): readonly Fact[] {
  const times = new Map<string, number>();
  for (const written of new Set([agents.defaultId, ...agents.list.map(({ label }) => label)])) {
    const id = normalizeAgentId(written);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return facts.flatMap((fact) => {
    const length = times.get(fact.agent ?? '') ?? 1;
    return Array.from({ length }, () => fact);
  });
}

/** Position of the agent a file belongs to: findings of one agent are listed together. */
export function agentSubject(files: Files, fact: Fact): number {
  const agents = [...files.of('auth_profiles'), ...files.of('sessions_store')].map((f) => f.agent);
  return [...new Set(agents)].indexOf(fact.agent);
}

import { normalizeAgentId } from '../config/agent-id.ts';
import { type ConfigObject, isObject } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** An entry of `agents.list`, or the agent OpenClaw runs when there is none. */
export interface Agent {
  /** Trimmed, lower-case, `a-z0-9_-`, at most 64; `main` when empty. */
  readonly id: string;
  /** The id as written; the normalised one when none was. */
  readonly label: string;
  /** Index in `agents.list`; undefined for the implicit agent. */
  readonly index: number | undefined;
  readonly entry: ConfigObject;
}

export { normalizeAgentId };

export interface Agents {
  /** Entries of `agents.list` that are objects. */
  readonly list: readonly Agent[];
  /** Where agents stand, in the release's own words: `agents.list` or `agents.entries`. */
  readonly path: string;
  readonly defaultId: string;
  /** Ids of the default agent and of every listed one, unique, default first. */
  readonly ids: readonly string[];
  /** The first entry with this id (normalised before comparing). */
  find(id: string): Agent | undefined;
}

export function resolveAgents({ config, snapshot }: Pick<Posture, 'config' | 'snapshot'>): Agents {
  const later = generationOf(snapshot) !== '2026.2';
  const list: Agent[] = [];
  for (const [index, entry] of config.items('agents', 'list').entries()) {
    if (!isObject(entry)) continue;
    const written = typeof entry.id === 'string' ? entry.id : undefined;
    const id = normalizeAgentId(written);
    list.push({ id, label: written?.trim() || id, index, entry });
  }
  // Later releases put the agent they run into the config when it names none.
  if (later && list.length === 0)
    list.push({ id: 'main', label: 'main', index: undefined, entry: {} });
  const chosen = list.find((agent) => agent.entry.default === true) ?? list[0];
  const defaultId = chosen?.id ?? 'main';
  return {
    list,
    path: later ? 'agents.entries' : 'agents.list',
    defaultId,
    ids: [...new Set([defaultId, ...list.map((agent) => agent.id)])],
    find: (id) => list.find((agent) => agent.id === normalizeAgentId(id)),
  };
}

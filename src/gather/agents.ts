import { join } from 'node:path';
import { normalizeAgentId } from '../config/agent-id.ts';
import { child, isObject } from '../config/tree.ts';
import type { Collecting } from './collect.ts';
import { defaultWorkspace, pathOf, type Settings } from './settings.ts';

/** An agent of the config, and where its files are. */
export interface AgentPlace {
  readonly id: string;
  readonly dir: string;
  readonly workspace: string;
}

const MAX_AGENTS = 1000;

/** The default agent, if there is one, and every listed one, each id once, the default first. */
export function agentPlaces(
  { target, generation }: Pick<Collecting, 'target' | 'generation'>,
  settings: Settings,
): readonly AgentPlace[] {
  const listed = settings.items('agents', 'list').flatMap((entry, index) => {
    if (!isObject(entry)) return [];
    const id = normalizeAgentId(settings.text('agents', 'list', index, 'id'));
    return [{ id, index, isDefault: child(entry, 'default') === true }];
  });
  const later = generation !== '2026.2';
  // Since 2026.9 all agents can have the same standing.
  const explicit = later && listed.length > 0 && isExplicit(settings);
  const first = explicit ? undefined : (listed.find((agent) => agent.isDefault) ?? listed[0]);
  const main = explicit ? [] : [{ id: first?.id ?? 'main', index: first?.index }];
  const shared = settings.text('agents', 'defaults', 'workspace');
  const fallback = (id: string): string => {
    if (id === main[0]?.id)
      return shared === undefined ? defaultWorkspace(target) : pathOf(shared, target);
    if (later && shared !== undefined) return join(pathOf(shared, target), id);
    return join(target.stateDir, `workspace-${id}`);
  };
  const places = new Map<string, AgentPlace>();
  for (const { id, index } of [...main, ...listed].slice(0, MAX_AGENTS)) {
    if (places.has(id)) continue;
    const own =
      index === undefined ? undefined : settings.text('agents', 'list', index, 'workspace');
    places.set(id, {
      id,
      dir: join(target.stateDir, 'agents', id),
      workspace: own === undefined ? fallback(id) : pathOf(own, target),
    });
  }
  return [...places.values()];
}

const isExplicit = (settings: Settings) => settings.text('agents', 'ownership') === 'explicit';

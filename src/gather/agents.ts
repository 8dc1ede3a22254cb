import { join } from 'node:path';
import { normalizeAgentId } from '../config/agent-id.ts';
import type { Target } from '../locate/target.ts';
import { childOf, defaultWorkspace, isPlainObject, pathOf, type Settings } from './settings.ts';

/** An agent of the config, and where its files are. */
export interface AgentPlace {
  readonly id: string;
  readonly dir: string;
  readonly workspace: string;
}

const MAX_AGENTS = 1000;

/** The default agent and every listed one, each id once, the default first. */
export function agentPlaces(settings: Settings, target: Target): readonly AgentPlace[] {
  const listed = settings.items('agents', 'list').flatMap((entry, index) => {
    if (!isPlainObject(entry)) return [];
    const id = normalizeAgentId(settings.text('agents', 'list', index, 'id'));
    return [{ id, index, isDefault: childOf(entry, 'default') === true }];
  });
  const first = listed.find((agent) => agent.isDefault) ?? listed[0];
  const main = { id: first?.id ?? 'main', index: first?.index };
  const places = new Map<string, AgentPlace>();
  for (const { id, index } of [main, ...listed].slice(0, MAX_AGENTS)) {
    if (places.has(id)) continue;
    const own =
      index === undefined ? undefined : settings.text('agents', 'list', index, 'workspace');
    const shared = id === main.id ? settings.text('agents', 'defaults', 'workspace') : undefined;
    const written = own ?? shared;
    const fallback =
      id === main.id ? defaultWorkspace(target) : join(target.stateDir, `workspace-${id}`);
    places.set(id, {
      id,
      dir: join(target.stateDir, 'agents', id),
      workspace: written === undefined ? fallback : pathOf(written, target),
    });
  }
  return [...places.values()];
}

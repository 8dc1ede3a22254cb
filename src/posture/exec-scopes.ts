import type { Route } from '../document/route.ts';
import { type ConfigObject, child, isObject } from './config.ts';
import type { Posture } from './posture.ts';

/** `tools.exec` as written globally, then by each agent. */
export interface ExecScope {
  readonly path: string;
  readonly route: Route;
  readonly value: ConfigObject;
  readonly global: boolean;
}

/** The scopes in which `tools.exec` is written, the global one first. */
export function execScopes({
  config,
  agents,
}: Pick<Posture, 'config' | 'agents'>): readonly ExecScope[] {
  const scopes: ExecScope[] = [];
  const global = config.object('tools', 'exec');
  if (global) {
    scopes.push({ path: 'tools.exec', route: ['tools', 'exec'], value: global, global: true });
  }
  for (const { index, label, entry } of agents.list) {
    const value = child(child(entry, 'tools'), 'exec');
    if (index === undefined || !isObject(value)) continue;
    const route = ['agents', 'list', index, 'tools', 'exec'];
    scopes.push({ path: `${agents.path}.${label}.tools.exec`, route, value, global: false });
  }
  return scopes;
}

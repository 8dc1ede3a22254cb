import type { Route } from '../document/route.ts';
import type { Agent } from './agents.ts';
import { child } from './config.ts';
import type { Posture } from './posture.ts';

/** How far agents and conversations are kept apart. */
export interface Trust {
  /** Where group conversations are led into the main session. */
  readonly groupsInMain: readonly Route[];
  /** Agents that may look into the sessions of others, when any agent may. */
  readonly acrossAgents: readonly Agent[];
  /** What suggests that the agents are not meant to trust each other. */
  readonly boundaries: readonly string[];
}

const SESSION_TOOLS = [
  'sessions_list',
  'sessions_history',
  'sessions_search',
  'sessions_send',
  'session_status',
];
const NARROWER: readonly unknown[] = ['self', 'tree', 'agent'];

type Needs = Pick<Posture, 'config' | 'agents' | 'tools' | 'sandbox' | 'exposure'>;

function groupsInMain({ config }: Needs): readonly Route[] {
  const routes: Route[] = [];
  if (config.string('session', 'groupScope') === 'main') routes.push(['session', 'groupScope']);
  for (const index of config.items('bindings').keys()) {
    const route = ['bindings', index, 'session', 'groupScope'];
    if (config.string(...route) === 'main') routes.push(route);
  }
  return routes;
}

function acrossAgents({ config, agents, tools, sandbox }: Needs): readonly Agent[] {
  if (agents.list.length < 2) return [];
  if (NARROWER.includes(config.string('tools', 'sessions', 'visibility'))) return [];
  if (config.boolean('tools', 'agentToAgent', 'enabled') === false) return [];
  if (config.items('tools', 'agentToAgent', 'allow').length > 0) return [];
  const open = config.string('agents', 'defaults', 'sandbox', 'sessionToolsVisibility') === 'all';
  return agents.list.filter((agent) => {
    if (sandbox.of(agent).mode === 'all' && !open) return false;
    return SESSION_TOOLS.some(tools.of(agent).allows);
  });
}

function boundaries({ agents, sandbox, exposure }: Needs): readonly string[] {
  const signs = agents.list.flatMap((agent) => {
    const tools = child(agent.entry, 'tools');
    const own = ['profile', 'allow', 'deny'].filter((key) => child(tools, key) !== undefined);
    return [
      ...(sandbox.of(agent).mode === 'off' ? [] : [`${agents.path}.${agent.label}.sandbox`]),
      ...own.map((key) => `${agents.path}.${agent.label}.tools.${key}`),
    ];
  });
  return [...signs, ...exposure.sharedByReference.map(({ path }) => path)];
}

export function resolveTrust(posture: Needs): Trust {
  return {
    groupsInMain: groupsInMain(posture),
    acrossAgents: acrossAgents(posture),
    boundaries: boundaries(posture),
  };
}

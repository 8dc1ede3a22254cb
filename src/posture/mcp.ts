import type { McpRegistry } from '../gather/reach.ts';
import { child } from './config.ts';
import type { ExecPolicy } from './exec.ts';
import { need } from './missing.ts';
import type { Posture } from './posture.ts';

/** MCP servers, and the agents that reach them through exec whatever skills they were given. */
export interface Mcp {
  /** Names of the servers of the config that are switched on. */
  readonly servers: readonly string[];
  /** Names of those that skills share; undefined when there is no such list. */
  readonly shared: readonly string[];
  readonly sharedPath: string;
  /** Why the shared list could not be read, in a word. */
  readonly sharedFailure: string | undefined;
  /** Agents that are held to a list of skills and may still run commands on the host. */
  readonly unheld: readonly ExecPolicy[];
}

type Needs = Pick<Posture, 'config' | 'agents' | 'exec' | 'sandbox' | 'snapshot'>;

function hasSkillList({ config }: Needs, { agent }: ExecPolicy): boolean {
  const own = child(agent?.entry, 'skills');
  return Array.isArray(own) || Array.isArray(config.get('agents', 'defaults', 'skills'));
}

function isBoxed({ sandbox }: Needs, { agent, host }: ExecPolicy): boolean {
  return host === 'sandbox' || (host === undefined && sandbox.of(agent).mode === 'all');
}

export function resolveMcp(posture: Needs): Mcp {
  const { config, exec, snapshot } = posture;
  const names = config.keys('mcp', 'servers');
  const registry = need<McpRegistry | undefined>(snapshot.mcpRegistry, 'mcpRegistry', undefined);
  return {
    servers: names.filter((name) => config.boolean('mcp', 'servers', name, 'enabled') !== false),
    shared: registry?.servers ?? [],
    sharedPath: registry?.path ?? `${snapshot.target.stateDir}/skills/config/mcporter.json`,
    sharedFailure: registry?.failure,
    unheld: exec.policies.filter(
      (policy) =>
        policy.runtimeSecurity !== 'deny' &&
        !isBoxed(posture, policy) &&
        hasSkillList(posture, policy),
    ),
  };
}

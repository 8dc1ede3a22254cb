import type { ConfigValue } from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import type { Agent } from './agents.ts';
import { child } from './config.ts';
import type { Posture } from './posture.ts';

/** What one scope may run on the host. */
export interface ExecPolicy {
  /** Id of the agent; the default agent's for the global settings. */
  readonly label: string;
  readonly agent: Agent | undefined;
  /** Where the setting that decides is written, or would be. */
  readonly route: Route;
  /** deny, allowlist or full, as OpenClaw's audit takes it: what is not written is `deny`. */
  readonly security: string;
  /** The same as the runtime takes it: what is not written is `full`. */
  readonly runtimeSecurity: string;
  /** gateway, sandbox, node or auto, as written. */
  readonly host: string | undefined;
}

export interface Exec {
  /** One for each agent, the settings of all standing for the default agent where it has no own. */
  readonly policies: readonly ExecPolicy[];
  of(agent: Agent | undefined): ExecPolicy;
}

const MODES: { readonly [mode: string]: string } = {
  deny: 'deny',
  allowlist: 'allowlist',
  ask: 'allowlist',
  auto: 'allowlist',
  full: 'full',
};

/** What `mode`, or else `security`, of a scope comes to; undefined when neither is written. */
function securityOf(scope: ConfigValue | undefined): string | undefined {
  const mode = child(scope, 'mode');
  if (typeof mode === 'string' && Object.hasOwn(MODES, mode)) return MODES[mode];
  const security = child(scope, 'security');
  return typeof security === 'string' ? security : undefined;
}

function routeOf(
  agent: Agent | undefined,
  own: ConfigValue | undefined,
  global: ConfigValue | undefined,
): Route {
  const isOwn = agent?.index !== undefined && securityOf(own) !== undefined;
  const base: Route = isOwn ? ['agents', 'list', agent.index ?? 0] : [];
  const mode = child(isOwn ? own : global, 'mode') !== undefined;
  return [...base, 'tools', 'exec', mode ? 'mode' : 'security'];
}

export function resolveExec({ config, agents }: Pick<Posture, 'config' | 'agents'>): Exec {
  const global = config.get('tools', 'exec');
  const policyOf = (agent: Agent | undefined): ExecPolicy => {
    const own = child(child(agent?.entry, 'tools'), 'exec');
    const written = securityOf(own) ?? securityOf(global);
    const host = child(own, 'host') ?? child(global, 'host');
    return {
      label: agent?.id ?? agents.defaultId,
      agent,
      route: routeOf(agent, own, global),
      security: written ?? 'deny',
      runtimeSecurity: written ?? 'full',
      host: typeof host === 'string' ? host : undefined,
    };
  };
  const byId = new Map([[agents.defaultId, policyOf(undefined)]]);
  for (const agent of agents.list) byId.set(agent.id, policyOf(agent));
  return { policies: [...byId.values()], of: policyOf };
}

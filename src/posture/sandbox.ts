import type { Route } from '../document/route.ts';
import type { Agent } from './agents.ts';
import { type ConfigObject, child, isObject, textItems } from './config.ts';
import type { Posture } from './posture.ts';
import { CORE_CHANNELS, type ToolPolicy } from './tool-policy.ts';

/** The sandbox an agent runs in, or `agents.defaults` when no agent is meant. */
interface AgentSandbox {
  /** off, non-main, all, or whatever was written. */
  readonly mode: string;
  readonly scope: string;
  readonly modeRoute: Route;
  readonly browser: {
    readonly enabled: boolean;
    readonly network: string;
    readonly cdpSourceRange: string | undefined;
  };
  /** The tools that exist inside the sandbox. */
  readonly tools: ToolPolicy;
}

export interface Sandbox {
  readonly defaults: AgentSandbox;
  of(agent: Agent | undefined): AgentSandbox;
}

const BUILT_IN_ALLOW = [
  'exec',
  'process',
  'read',
  'write',
  'edit',
  'apply_patch',
  'image',
  'sessions_list',
  'sessions_history',
  'sessions_send',
  'sessions_spawn',
  'subagents',
  'session_status',
];
const BUILT_IN_DENY = ['browser', 'canvas', 'nodes', 'cron', 'gateway', ...CORE_CHANNELS];
const DEFAULT_BROWSER_NETWORK = 'openclaw-sandbox-browser';

const at = (value: ConfigObject | undefined, ...route: Route) => {
  let found: Parameters<typeof child>[0] = value;
  for (const step of route) found = child(found, step);
  return found;
};
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function scopeOf(own: ConfigObject | undefined, base: ConfigObject | undefined): string {
  const written = text(at(own, 'scope')) ?? text(at(base, 'scope'));
  if (written) return written;
  const perSession = at(own, 'perSession') ?? at(base, 'perSession');
  if (typeof perSession === 'boolean') return perSession ? 'session' : 'shared';
  return 'agent';
}

function toolsOf({ config }: Pick<Posture, 'config'>, agent: Agent | undefined): ToolPolicy {
  const pick = (key: 'allow' | 'deny', builtIn: readonly string[]) => {
    const own = at(agent?.entry, 'tools', 'sandbox', 'tools', key);
    if (Array.isArray(own)) return textItems(own);
    const global = config.get('tools', 'sandbox', 'tools', key);
    return Array.isArray(global) ? textItems(global) : builtIn;
  };
  const allow = pick('allow', BUILT_IN_ALLOW);
  const deny = pick('deny', BUILT_IN_DENY);
  const addImage = allow.length > 0 && !allow.includes('image') && !deny.includes('image');
  return { allow: addImage ? [...allow, 'image'] : allow, deny };
}

export function resolveSandbox(posture: Pick<Posture, 'config'>): Sandbox {
  const { config } = posture;
  const base = config.object('agents', 'defaults', 'sandbox');
  const of = (agent: Agent | undefined): AgentSandbox => {
    const written = agent && at(agent.entry, 'sandbox');
    const own = isObject(written) ? written : undefined;
    const ownMode = text(at(own, 'mode'));
    const scope = scopeOf(own, base);
    const browser = (key: string) =>
      (scope === 'shared' ? undefined : at(own, 'browser', key)) ?? at(base, 'browser', key);
    return {
      mode: ownMode ?? text(at(base, 'mode')) ?? 'off',
      modeRoute:
        ownMode !== undefined && agent?.index !== undefined
          ? ['agents', 'list', agent.index, 'sandbox', 'mode']
          : ['agents', 'defaults', 'sandbox', 'mode'],
      scope,
      browser: {
        enabled: browser('enabled') === true,
        network: text(browser('network')) ?? DEFAULT_BROWSER_NETWORK,
        cdpSourceRange: text(browser('cdpSourceRange'))?.trim() || undefined,
      },
      tools: toolsOf(posture, agent),
    };
  };
  return { defaults: of(undefined), of };
}

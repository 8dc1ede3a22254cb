import type { Generation } from '../config/known-releases.ts';
import type { Route } from '../document/route.ts';
import type { Agent } from './agents.ts';
import { type ConfigObject, child, isObject, textItems } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';
import { policyAllows, type ToolPolicy } from './tool-policy.ts';
import { toolWordsOf } from './tool-words.ts';

/** The sandbox an agent runs in, or `agents.defaults` when no agent is meant. */
interface AgentSandbox {
  /** off, non-main, all, or whatever was written. */
  readonly mode: string;
  readonly scope: string;
  /** none, ro or rw: what of the workspace is inside. */
  readonly workspaceAccess: string;
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
  /** The label that the release puts on the browser containers it starts. */
  readonly browserEpoch: string;
  /** Commands that are meant for a sandbox are refused where it is off, instead of run on the host. */
  readonly failsClosed: boolean;
  of(agent: Agent | undefined): AgentSandbox;
}

const EPOCHS: { readonly [G in Generation]: string } = {
  '2026.2': '2026-02-21-novnc-auth-default',
  '2026.9': '2026-05-12-cdp-relay-auth',
};
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

function toolsOf(
  { config, snapshot }: Pick<Posture, 'config' | 'snapshot'>,
  agent: Agent | undefined,
): ToolPolicy {
  const generation = generationOf(snapshot);
  const words = toolWordsOf(generation);
  const written = (key: string) => {
    const own = at(agent?.entry, 'tools', 'sandbox', 'tools', key);
    if (Array.isArray(own)) return textItems(own);
    const global = config.get('tools', 'sandbox', 'tools', key);
    return Array.isArray(global) ? textItems(global) : undefined;
  };
  const [ownAllow, ownDeny] = [written('allow'), written('deny')];
  const also = generation === '2026.2' ? undefined : written('alsoAllow');
  const allow = [
    ...(ownAllow ?? words.sandboxAllow),
    ...(ownAllow?.length === 0 ? [] : (also ?? [])),
  ];
  const lifted = { allow: [...(ownAllow ?? []), ...(also ?? [])], deny: [] };
  const isLifted = (tool: string) =>
    generation !== '2026.2' && lifted.allow.length > 0 && policyAllows(lifted, tool, words);
  const deny = ownDeny ?? words.sandboxDeny.filter((tool) => !isLifted(tool));
  const { imageTool } = words;
  const addImage = allow.length > 0 && !allow.includes(imageTool) && !deny.includes(imageTool);
  return { allow: addImage ? [...allow, imageTool] : allow, deny };
}

export function resolveSandbox(posture: Pick<Posture, 'config' | 'snapshot'>): Sandbox {
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
      workspaceAccess:
        text(at(own, 'workspaceAccess')) ?? text(at(base, 'workspaceAccess')) ?? 'none',
      browser: {
        enabled: browser('enabled') === true,
        network: text(browser('network')) ?? DEFAULT_BROWSER_NETWORK,
        cdpSourceRange: text(browser('cdpSourceRange'))?.trim() || undefined,
      },
      tools: toolsOf(posture, agent),
    };
  };
  const generation = generationOf(posture.snapshot);
  return {
    defaults: of(undefined),
    of,
    browserEpoch: EPOCHS[generation],
    failsClosed: generation !== '2026.2',
  };
}

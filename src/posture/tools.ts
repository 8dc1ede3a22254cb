import type { ConfigValue } from '../config/tree.ts';
import type { Agent } from './agents.ts';
import { child, textItems } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';
import { policyAllows, profilePolicy, type ToolPolicy } from './tool-policy.ts';
import {
  CONTROL_TOOLS,
  FS_TOOLS,
  RUNTIME_TOOLS,
  type ToolWords,
  toolWordsOf,
} from './tool-words.ts';

/** Which tools an agent really has (`agents.defaults` when no agent is meant). */
export interface AgentTools {
  /** `agents.defaults`, or `agents.list.<id>` with the id as written. */
  readonly label: string;
  readonly agent: Agent | undefined;
  readonly profile: string | undefined;
  /** Sandbox mode of the same agent. */
  readonly sandboxMode: string;
  /** The agent's `tools.fs.workspaceOnly`, else the global one. */
  readonly workspaceOnly: boolean | undefined;
  /** As the runtime decides: `alsoAllow` widens the profile too. */
  allows(tool: string): boolean;
  /** As OpenClaw's audit decides: the profile is not widened. */
  allowsByReference(tool: string): boolean;
}

export interface Tools {
  readonly defaults: AgentTools;
  of(agent: Agent | undefined): AgentTools;
  /** `agents.defaults`, then every listed agent that has an id. */
  readonly contexts: readonly AgentTools[];
  /** Elevated tools are on unless `tools.elevated.enabled` is false. */
  readonly elevated: boolean;
  readonly words: ToolWords;
}

/** One scope's `allow`, `alsoAllow` and `deny` as a policy; undefined when nothing is written. */
export function scopePolicy(scope: ConfigValue | undefined): ToolPolicy | undefined {
  const allow = textItems(child(scope, 'allow'));
  const also = textItems(child(scope, 'alsoAllow'));
  const deny = textItems(child(scope, 'deny'));
  if (allow.length === 0 && also.length === 0 && deny.length === 0) return undefined;
  const wide = allow.length === 0 && also.length > 0 ? ['*'] : allow;
  return { allow: [...wide, ...also], deny };
}

export function resolveTools(
  posture: Pick<Posture, 'config' | 'agents' | 'sandbox' | 'snapshot'>,
): Tools {
  const { config, agents, sandbox } = posture;
  const generation = generationOf(posture.snapshot);
  const words = toolWordsOf(generation);
  const globalScope = config.get('tools');
  const globalPolicy = scopePolicy(globalScope);

  const of = (agent: Agent | undefined): AgentTools => {
    const ownScope = child(agent?.entry, 'tools');
    const ownPolicy = scopePolicy(ownScope);
    const ownProfile = child(ownScope, 'profile');
    const profile = typeof ownProfile === 'string' ? ownProfile : config.string('tools', 'profile');
    const ownWorkspaceOnly = child(child(ownScope, 'fs'), 'workspaceOnly');
    const box = sandbox.of(agent);
    const globalAlso = textItems(child(globalScope, 'alsoAllow'));
    const ownAlso = textItems(child(ownScope, 'alsoAllow'));
    const isLater = generation !== '2026.2';
    const also =
      isLater && child(ownScope, 'alsoAllow') !== undefined ? ownAlso : [...globalAlso, ...ownAlso];
    const base = profilePolicy(profile, words);
    const widened = base && { allow: [...base.allow, ...also], deny: base.deny };
    const decide = (byProfile: ToolPolicy | undefined) => (tool: string) =>
      policyAllows(byProfile, tool, words) &&
      policyAllows(globalPolicy, tool, words) &&
      policyAllows(ownPolicy, tool, words) &&
      (box.mode !== 'all' || policyAllows(box.tools, tool, words));
    return {
      label: agent ? `${agents.path}.${agent.label}` : 'agents.defaults',
      agent,
      profile,
      sandboxMode: box.mode,
      workspaceOnly:
        typeof ownWorkspaceOnly === 'boolean'
          ? ownWorkspaceOnly
          : config.boolean('tools', 'fs', 'workspaceOnly'),
      allows: decide(widened),
      // Later releases widen the profile in their audit too.
      allowsByReference: decide(isLater ? widened : base),
    };
  };
  const defaults = of(undefined);
  return {
    defaults,
    of,
    contexts: [
      defaults,
      ...agents.list.filter((a) => a.index === undefined || typeof a.entry.id === 'string').map(of),
    ],
    words,
    elevated: config.boolean('tools', 'elevated', 'enabled') !== false,
  };
}

/** The tools of a list that pass a test. */
export const runtimeToolsOf = (allows: (tool: string) => boolean) => RUNTIME_TOOLS.filter(allows);
export const fsToolsOf = (allows: (tool: string) => boolean) => FS_TOOLS.filter(allows);
export const controlToolsOf = (allows: (tool: string) => boolean) => CONTROL_TOOLS.filter(allows);

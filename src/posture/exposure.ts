import { formatRoute, type Route } from '../document/route.ts';
import { type ChannelScope, channelScopes, followsDefaults, isChannel } from './channel-scopes.ts';
import { type ConfigObject, child, isObject, textItems } from './config.ts';
import type { Posture } from './posture.ts';
import { sharedSignals, sharedSignalsByReference } from './shared-signals.ts';
import { type AgentTools, fsToolsOf, runtimeToolsOf } from './tools.ts';

/** A setting that lets strangers in. */
interface Opening {
  readonly channel: string;
  readonly route: Route;
  readonly path: string;
}

/** A context whose tools reach the host. */
export interface RiskyContext {
  readonly tools: AgentTools;
  /** Commands run outside a sandbox. */
  readonly runtime: boolean;
  readonly runtimeTools: readonly string[];
  /** Empty when they are held to the workspace. */
  readonly fsTools: readonly string[];
}

/** Who can reach the agents through channels, and what they could reach through them. */
export interface Exposure {
  /** Groups where anyone may talk to the agent. */
  readonly openGroups: readonly Opening[];
  readonly openGroupsByReference: readonly Opening[];
  /** Signs that more than one person talks to the gateway. */
  readonly shared: readonly Opening[];
  readonly sharedByReference: readonly Opening[];
  readonly risky: readonly RiskyContext[];
  readonly riskyByReference: readonly RiskyContext[];
  /** Whether some sender of a channel is allowed to switch elevated mode on. */
  elevates(channel: string): boolean;
}

function opening(channel: string, route: Route): Opening {
  return { channel, route, path: formatRoute(route) };
}

function openByReference(scopes: readonly ChannelScope[]): readonly Opening[] {
  return scopes
    .filter((scope) => scope.groupPolicy === 'open')
    .map((scope) => opening(scope.channel, [...scope.route, 'groupPolicy']));
}

/** Groups and topics may have a policy of their own. */
function* openInside(scope: ChannelScope): Generator<Opening> {
  const groups = child(scope.value, 'groups');
  if (scope.channel !== 'telegram' || !isObject(groups)) return;
  const walk = function* (list: ConfigObject, route: Route, depth: number): Generator<Opening> {
    for (const id of Object.keys(list)) {
      const group = child(list, id);
      if (!isObject(group) || group.enabled === false) continue;
      const at = [...route, id];
      if (child(group, 'groupPolicy') === 'open') {
        yield opening(scope.channel, [...at, 'groupPolicy']);
      }
      const topics = child(group, 'topics');
      if (depth === 0 && isObject(topics)) yield* walk(topics, [...at, 'topics'], 1);
    }
  };
  yield* walk(groups, [...scope.route, 'groups'], 0);
}

function open(scopes: readonly ChannelScope[]): readonly Opening[] {
  const found: Opening[] = [];
  const defaults = scopes.find((scope) => scope.channel === 'defaults' && !scope.account);
  for (const scope of scopes) {
    if (!scope.enabled || !isChannel(scope.channel)) continue;
    if (scope.groupPolicy === 'open') {
      found.push(opening(scope.channel, [...scope.route, 'groupPolicy']));
    } else if (
      scope.groupPolicy === undefined &&
      !scope.account &&
      defaults?.groupPolicy === 'open' &&
      followsDefaults(scope.channel)
    ) {
      found.push(opening(scope.channel, ['channels', 'defaults', 'groupPolicy']));
    }
    if (scope.groupPolicy !== 'disabled') found.push(...openInside(scope));
  }
  return found;
}

function riskyContexts(
  contexts: readonly AgentTools[],
  allowsOf: (tools: AgentTools) => (tool: string) => boolean,
): readonly RiskyContext[] {
  return contexts.flatMap((tools) => {
    if (tools.sandboxMode === 'all') return [];
    const runtimeTools = runtimeToolsOf(allowsOf(tools));
    const fsTools = tools.workspaceOnly === true ? [] : fsToolsOf(allowsOf(tools));
    if (runtimeTools.length === 0 && fsTools.length === 0) return [];
    return [{ tools, runtime: runtimeTools.length > 0, runtimeTools, fsTools }];
  });
}

function elevatedSenders(config: Posture['config'], channel: string): readonly string[] {
  const written = config.get('tools', 'elevated', 'allowFrom', channel);
  if (written !== undefined || channel !== 'discord') return textItems(written);
  // Discord alone falls back to its own senders when no elevated list is written for it.
  const own = config.get('channels', 'discord', 'allowFrom');
  return textItems(own ?? config.get('channels', 'discord', 'dm', 'allowFrom'));
}

export function resolveExposure(posture: Pick<Posture, 'config' | 'tools'>): Exposure {
  const { config, tools } = posture;
  const scopes = channelScopes(posture);
  const elevated = new Map<string, boolean>();
  const isSignal = ({ channel, route }: { channel: string; route: Route }) =>
    opening(channel, route);
  return {
    openGroups: open(scopes),
    openGroupsByReference: openByReference(scopes),
    shared: scopes
      .filter((s) => s.enabled && isChannel(s.channel))
      .flatMap((s) => [...sharedSignals(s)])
      .map(isSignal),
    sharedByReference: scopes.flatMap((s) => [...sharedSignalsByReference(s)]).map(isSignal),
    risky: riskyContexts(tools.contexts, (context) => context.allows),
    riskyByReference: riskyContexts(tools.contexts, (context) => context.allowsByReference),
    elevates: (channel) => {
      const known = elevated.get(channel) ?? elevatedSenders(config, channel).length > 0;
      elevated.set(channel, known);
      return known;
    },
  };
}

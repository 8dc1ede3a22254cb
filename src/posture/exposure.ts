import type { ConfigValue } from '../config/tree.ts';
import { formatRoute, type Route } from '../document/route.ts';
import { type ChannelScope, channelScopes, followsDefaults, isChannel } from './channel-scopes.ts';
import { type ConfigObject, child, isObject, textItems } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';
import { sharedSignals, sharedSignalsByReference } from './shared-signals.ts';
import { type AgentTools, controlToolsOf, fsToolsOf, runtimeToolsOf } from './tools.ts';

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

/** A context whose tools change the gateway itself. */
interface ControllingContext {
  readonly tools: AgentTools;
  readonly controls: readonly string[];
}

/** Who can reach the agents through channels, and what they could reach through them. */
export interface Exposure {
  /** Groups, and in later releases direct messages, where anyone may talk to the agent. */
  readonly openGroups: readonly Opening[];
  readonly openGroupsByReference: readonly Opening[];
  /** Signs that more than one person talks to the gateway. */
  readonly shared: readonly Opening[];
  readonly sharedByReference: readonly Opening[];
  readonly risky: readonly RiskyContext[];
  readonly riskyByReference: readonly RiskyContext[];
  /** Contexts whose tools change the gateway, with those tools. */
  readonly controlling: readonly ControllingContext[];
  /** Every place, however deep below `channels`, that lets anyone in. */
  readonly openAnywhere: readonly Opening[];
  /** Whether some sender of a channel is allowed to switch elevated mode on. */
  elevates(channel: string): boolean;
}

function opening(channel: string, route: Route): Opening {
  return { channel, route, path: formatRoute(route) };
}

/** Where direct messages are taken from anyone: `dmPolicy`, or `dm.policy` where there is none. */
function openDm({ channel, route, value }: ChannelScope): readonly Opening[] {
  const flat = child(value, 'dmPolicy');
  if (flat !== undefined) return flat === 'open' ? [opening(channel, [...route, 'dmPolicy'])] : [];
  const nested = child(child(value, 'dm'), 'policy');
  return nested === 'open' ? [opening(channel, [...route, 'dm', 'policy'])] : [];
}

/** Later releases count direct messages as well. */
function openByReference(scopes: readonly ChannelScope[], later: boolean): readonly Opening[] {
  if (later)
    return scopes.flatMap((scope) => [
      ...(scope.groupPolicy === 'open'
        ? [opening(scope.channel, [...scope.route, 'groupPolicy'])]
        : []),
      ...openDm(scope),
    ]);
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

function open(scopes: readonly ChannelScope[], later: boolean): readonly Opening[] {
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
    if (later) found.push(...openDm(scope));
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

const MAX_DEPTH = 16;

function openAnywhere(config: Posture['config']): readonly Opening[] {
  const found: Opening[] = [];
  const visit = (value: ConfigValue | undefined, route: Route): void => {
    if (route.length > MAX_DEPTH) return;
    if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...route, i]);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value))
      if ((key === 'groupPolicy' || key === 'dmPolicy') && inner === 'open')
        found.push(opening(String(route[1] ?? ''), [...route, key]));
      else visit(inner, [...route, key]);
  };
  visit(config.get('channels'), ['channels']);
  return found;
}

function elevatedSenders(config: Posture['config'], channel: string): readonly string[] {
  const written = config.get('tools', 'elevated', 'allowFrom', channel);
  if (written !== undefined || channel !== 'discord') return textItems(written);
  // Discord alone falls back to its own senders when no elevated list is written for it.
  const own = config.get('channels', 'discord', 'allowFrom');
  return textItems(own ?? config.get('channels', 'discord', 'dm', 'allowFrom'));
}

export function resolveExposure(posture: Pick<Posture, 'config' | 'tools' | 'snapshot'>): Exposure {
  const { config, tools, snapshot } = posture;
  const later = generationOf(snapshot) !== '2026.2';
  const scopes = channelScopes(posture);
  const elevated = new Map<string, boolean>();
  const isSignal = ({ channel, route }: { channel: string; route: Route }) =>
    opening(channel, route);
  return {
    openGroups: open(scopes, later),
    openGroupsByReference: openByReference(scopes, later),
    shared: scopes
      .filter((s) => s.enabled && isChannel(s.channel))
      .flatMap((s) => [...sharedSignals(s)])
      .map(isSignal),
    sharedByReference: scopes.flatMap((s) => [...sharedSignalsByReference(s)]).map(isSignal),
    risky: riskyContexts(tools.contexts, (context) => context.allows),
    riskyByReference: riskyContexts(tools.contexts, (context) => context.allowsByReference),
    controlling: tools.contexts.flatMap((context) => {
      const controls = controlToolsOf(context.allows);
      return controls.length > 0 ? [{ tools: context, controls }] : [];
    }),
    openAnywhere: openAnywhere(config),
    elevates: (channel) => {
      const known = elevated.get(channel) ?? elevatedSenders(config, channel).length > 0;
      elevated.set(channel, known);
      return known;
    },
  };
}

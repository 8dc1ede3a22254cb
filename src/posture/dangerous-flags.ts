import type { ConfigValue } from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import { type ConfigView, isObject } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** A setting with the value that makes it dangerous. */
interface Flag {
  readonly route: Route;
  readonly value: boolean | string;
}

/** Settings that take a protection away. */
export interface DangerousFlags {
  /** Those that OpenClaw's own audit lists, in its order. */
  readonly listed: readonly Flag[];
  /** The others; may name listed ones again. */
  readonly others: readonly Flag[];
  /** Whether each of the listed is a finding of its own. */
  readonly oneByOne: boolean;
}

export function resolveDangerousFlags({
  config,
  agents,
  snapshot,
}: Pick<Posture, 'config' | 'agents' | 'snapshot'>): DangerousFlags {
  const oneByOne = generationOf(snapshot) !== '2026.2';
  return {
    listed: oneByOne ? listedLater(config, agents) : listedFlags(config),
    others: otherFlags(config),
    oneByOne,
  };
}

const GATEWAY_FLAGS = [
  'allowInsecureAuth',
  'dangerouslyAllowHostHeaderOriginFallback',
  'dangerouslyDisableDeviceAuth',
];
const MAX_DEPTH = 32;

/** The flags that OpenClaw's own audit lists, in its order. */
function listedFlags(config: ConfigView): readonly Flag[] {
  const candidates: readonly Flag[] = [
    ...GATEWAY_FLAGS.map((name) => ({ route: ['gateway', 'controlUi', name], value: true })),
    { route: ['hooks', 'gmail', 'allowUnsafeExternalContent'], value: true },
    ...config.items('hooks', 'mappings').map((_, i) => ({
      route: ['hooks', 'mappings', i, 'allowUnsafeExternalContent'],
      value: true,
    })),
    { route: ['tools', 'exec', 'applyPatch', 'workspaceOnly'], value: false },
  ];
  return candidates.filter(({ route, value }) => config.boolean(...route) === value);
}

const DOCKER_FLAGS = [
  'dangerouslyAllowReservedContainerTargets',
  'dangerouslyAllowExternalBindSources',
  'dangerouslyAllowContainerNamespaceJoin',
];

function listedLater(config: ConfigView, agents: Posture['agents']): readonly Flag[] {
  const on = (...route: Route): Flag => ({ route, value: true });
  const off = (...route: Route): Flag => ({ route, value: false });
  const scopes: Route[] = [['agents', 'defaults']];
  for (const { index } of agents.list)
    if (index !== undefined) scopes.push(['agents', 'list', index]);
  const suppressions: Route = ['security', 'audit', 'suppressions'];
  const holds = ({ route, value }: Flag) => config.boolean(...route) === value;
  const before = [
    on('gateway', 'controlUi', 'dangerouslyAllowHostHeaderOriginFallback'),
    on('hooks', 'gmail', 'allowUnsafeExternalContent'),
    ...config
      .items('hooks', 'mappings')
      .map((_, i) => on('hooks', 'mappings', i, 'allowUnsafeExternalContent')),
    off('tools', 'exec', 'applyPatch', 'workspaceOnly'),
  ];
  const after = [
    on('hooks', 'allowRequestSessionKey'),
    on('browser', 'ssrfPolicy', 'dangerouslyAllowPrivateNetwork'),
    off('tools', 'fs', 'workspaceOnly'),
    ...scopes.flatMap((scope) =>
      DOCKER_FLAGS.map((flag) => on(...scope, 'sandbox', 'docker', flag)),
    ),
  ];
  const count = config.items(...suppressions).length;
  return [
    ...before.filter(holds),
    ...(count > 0 ? [{ route: suppressions, value: String(count) }] : []),
    ...after.filter(holds),
    ...mailFlags(config),
  ];
}

/** Senders that the mail plugin takes for genuine though nothing proves it. */
function mailFlags(config: ConfigView): readonly Flag[] {
  const accounts: Route = ['plugins', 'entries', 'imap', 'config', 'accounts'];
  return config.keys(...accounts).flatMap((name) => {
    const route = [...accounts, name, 'senderAuth'];
    const min = config.string(...route, 'min');
    const trusts = config.boolean(...route, 'acceptTrustedAuthservId') === true;
    return [
      ...(trusts ? [{ route: [...route, 'acceptTrustedAuthservId'], value: true }] : []),
      ...(min === 'unverified' || min === 'mutable'
        ? [{ route: [...route, 'min'], value: min }]
        : []),
    ];
  });
}

/** Settings anywhere that say of themselves that they are dangerous, and patches outside an agent's workspace. */
function otherFlags(config: ConfigView): readonly Flag[] {
  const found: Flag[] = [];
  const visit = (value: ConfigValue | undefined, route: Route): void => {
    if (route.length > MAX_DEPTH) return;
    if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...route, i]);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (inner === true && key.startsWith('dangerously'))
        found.push({ route: [...route, key], value: true });
      else visit(inner, [...route, key]);
    }
  };
  visit(config.get(), []);
  for (const i of config.items('agents', 'list').keys()) {
    const route = ['agents', 'list', i, 'tools', 'exec', 'applyPatch', 'workspaceOnly'];
    if (config.boolean(...route) === false) found.push({ route, value: false });
  }
  return found;
}

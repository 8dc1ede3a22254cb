import type { ConfigValue } from '../../config/tree.ts';
import type { Route } from '../../document/route.ts';
import { type ConfigView, isObject } from '../../posture/config.ts';

/** A setting with the value that makes it dangerous. */
export interface Flag {
  readonly route: Route;
  readonly value: boolean;
}

const GATEWAY_FLAGS = [
  'allowInsecureAuth',
  'dangerouslyAllowHostHeaderOriginFallback',
  'dangerouslyDisableDeviceAuth',
];
const MAX_DEPTH = 32;

/** The flags that OpenClaw's own audit lists, in its order. */
export function listedFlags(config: ConfigView): readonly Flag[] {
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

/** Settings anywhere that say of themselves that they are dangerous, and patches outside an agent's workspace. */
export function otherFlags(config: ConfigView): readonly Flag[] {
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

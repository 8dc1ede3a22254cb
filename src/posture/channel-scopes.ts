import type { Route } from '../document/route.ts';
import { type ConfigObject, child, isObject } from './config.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** One entry of `channels`, or one of its accounts, as far as who may talk to the agent goes. */
export interface ChannelScope {
  /** Key under `channels`; `defaults` is one too. */
  readonly channel: string;
  readonly route: Route;
  readonly value: ConfigObject;
  /** `groupPolicy` as written, else the default that OpenClaw fills in for this channel. */
  readonly groupPolicy: string | undefined;
  /** Neither the channel nor the account has `enabled: false`. */
  readonly enabled: boolean;
  readonly account: boolean;
}

/** Channels for which OpenClaw fills in `groupPolicy: "allowlist"`, accounts included. */
const ALLOWLIST_BY_DEFAULT: readonly string[] = [
  'telegram',
  'whatsapp',
  'discord',
  'signal',
  'imessage',
  'irc',
  'googlechat',
  'bluebubbles',
  'msteams',
];

/** Keys of `channels` that are no channels. */
const NO_CHANNEL: readonly string[] = ['defaults', 'modelByChannel'];

/** Whether an entry of `channels` stands for a channel. */
export const isChannel = (id: string) => !NO_CHANNEL.includes(id);

/** Whether `channels.defaults.groupPolicy` has an effect on a channel: OpenClaw fills in its own for most. */
export const followsDefaults = (id: string) =>
  isChannel(id) && id !== 'slack' && !ALLOWLIST_BY_DEFAULT.includes(id);

/** Of the channels that come with later releases only this one has a default that is filled in. */
const ALLOWLIST_BY_DEFAULT_LATER: readonly string[] = ['telegram'];

function policyOf(
  channel: string,
  value: ConfigObject,
  account: boolean,
  later: boolean,
): string | undefined {
  const written = child(value, 'groupPolicy');
  if (typeof written === 'string') return written;
  if (later)
    return !account && ALLOWLIST_BY_DEFAULT_LATER.includes(channel) ? 'allowlist' : undefined;
  const filledIn = ALLOWLIST_BY_DEFAULT.includes(channel) || (channel === 'slack' && !account);
  return filledIn ? 'allowlist' : undefined;
}

/** Every entry of `channels` followed by its accounts, in the order written. */
export function channelScopes({
  config,
  snapshot,
}: Pick<Posture, 'config' | 'snapshot'>): readonly ChannelScope[] {
  const later = generationOf(snapshot) !== '2026.2';
  const scopes: ChannelScope[] = [];
  const add = (channel: string, route: Route, value: unknown, parentOn: boolean) => {
    if (!isObject(value)) return undefined;
    const account = route.length > 2;
    const enabled = parentOn && child(value, 'enabled') !== false;
    const groupPolicy = policyOf(channel, value, account, later);
    const scope = { channel, route, value, groupPolicy, enabled, account };
    scopes.push(scope);
    return scope;
  };
  for (const channel of config.keys('channels')) {
    const route = ['channels', channel];
    const scope = add(channel, route, config.get(...route), true);
    const accounts = scope && child(scope.value, 'accounts');
    if (!scope || !isObject(accounts)) continue;
    for (const name of Object.keys(accounts)) {
      add(channel, [...route, 'accounts', name], child(accounts, name), scope.enabled);
    }
  }
  return scopes;
}

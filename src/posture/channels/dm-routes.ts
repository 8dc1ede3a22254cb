import { type ConfigObject, type ConfigView, child, isObject } from '../config.ts';
import type { Posture } from '../posture.ts';
import type { ChannelAccount } from './account.ts';
import { normalizeSender } from './senders.ts';

/** Where a direct message goes. */
export interface DmRoute {
  readonly agent: string;
  /** `session.dmScope`, or what the binding says instead. */
  readonly scope: string;
}

type Parts = Pick<Posture, 'config' | 'agents'>;

const trimmed = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Bindings that direct messages of an account may match, in the order written. */
function bindingsOf(config: ConfigView, { channel, id, first }: ChannelAccount) {
  return config.items('bindings').flatMap((binding) => {
    const match = child(binding, 'match');
    if (!isObject(binding) || !isObject(match)) return [];
    if (trimmed(child(match, 'channel')).toLowerCase() !== channel) return [];
    if (['guildId', 'teamId', 'roles'].some((key) => child(match, key) !== undefined)) return [];
    const account = trimmed(child(match, 'accountId'));
    if (account !== '*' && (account ? account !== id : !first)) return [];
    const peer = child(match, 'peer');
    const kind = trimmed(child(peer, 'kind'));
    if (peer !== undefined && kind !== 'direct' && kind !== 'dm') return [];
    return [{ binding, peer: trimmed(child(peer, 'id')), anyAccount: account === '*' }];
  });
}

/** Peers that bindings of an account single out. */
export function boundPeers(config: ConfigView, account: ChannelAccount): readonly string[] {
  return bindingsOf(config, account)
    .map(({ peer }) => peer)
    .filter((peer) => peer !== '' && peer !== '*');
}

/** The agent that answers one sender, or everyone nobody singled out; undefined when none does. */
export function routeDm(
  { config, agents }: Parts,
  account: ChannelAccount,
  sender?: string,
): DmRoute | undefined {
  const found = bindingsOf(config, account);
  const isSender = (peer: string) =>
    sender !== undefined &&
    peer !== '' &&
    normalizeSender(account.channel, peer) === normalizeSender(account.channel, sender);
  const chosen =
    found.find(({ peer }) => peer !== '*' && isSender(peer)) ??
    found.find(({ peer }) => peer === '*') ??
    found.find(({ peer, anyAccount }) => peer === '' && !anyAccount) ??
    found.find(({ peer }) => peer === '');
  const scope = config.string('session', 'dmScope') ?? 'main';
  if (chosen) return { agent: agentOf(chosen.binding), scope: scopeOf(chosen.binding) ?? scope };
  const sole = agents.list.length === 1 ? agents.list[0] : undefined;
  const owner = sole ?? agents.list.find(({ entry }) => entry.default === true);
  return owner && { agent: owner.id, scope };
}

const agentOf = (binding: ConfigObject) =>
  trimmed(child(binding, 'agentId')).toLowerCase() || 'main';
const scopeOf = (binding: ConfigObject) =>
  trimmed(child(child(binding, 'session'), 'dmScope')) || undefined;

import { textItems } from '../config.ts';
import type { Posture } from '../posture.ts';
import type { ChannelAccount } from './account.ts';
import { boundPeers, routeDm } from './dm-routes.ts';
import { normalizeSender } from './senders.ts';

/** A conversation that the direct messages of several people go into. */
export interface SharedSession {
  readonly agent: string;
  readonly accounts: readonly ChannelAccount[];
  /** How many people are known to share it; anyone at all counts as two. */
  readonly people: number;
  readonly everyone: boolean;
}

type Parts = Pick<Posture, 'config' | 'agents'>;

/** Someone who may write to an account; undefined stands for anyone nobody names. */
interface Principal {
  readonly account: ChannelAccount;
  readonly sender: string | undefined;
}

/** Who may write directly. The store only counts where pairing fills it. */
function principalsOf({ config }: Parts, account: ChannelAccount): readonly Principal[] {
  const { dm, paired } = account;
  // Synology Chat keeps a conversation for each account and user, whatever the config says.
  if (dm.policy === 'disabled' || account.channel === 'synology-chat') return [];
  const stored = dm.policy === 'allowlist' || dm.policy === 'open' ? [] : paired;
  const named = [...dm.allowFrom, ...stored.map(({ entry }) => entry)];
  const open = named.includes('*');
  const senders = named.filter((entry) => entry !== '*' && !entry.startsWith('accessGroup:'));
  const all = open ? [...senders, ...boundPeers(config, account), undefined] : senders;
  return all.map((sender) => ({ account, sender }));
}

/** One name for the identities that `session.identityLinks` says are one person's. */
function identities({ config }: Parts): (channel: string, sender: string) => string | undefined {
  const names = new Map<string, string>();
  for (const name of config.keys('session', 'identityLinks'))
    for (const link of textItems(config.get('session', 'identityLinks', name)))
      names.set(link.toLowerCase(), name.trim().toLowerCase());
  return (channel, sender) => {
    const peer = normalizeSender(channel, sender);
    return names.get(`${channel}:${peer}`) ?? names.get(peer);
  };
}

interface Bucket {
  readonly agent: string;
  readonly accounts: Map<string, ChannelAccount>;
  readonly people: Set<string>;
  /** Accounts through which anyone at all gets there. */
  readonly open: Set<string>;
  /** Senders are kept apart, unless one account admits whom another one admits too. */
  readonly byPeer: boolean;
}

/** Conversations that more than one person's direct messages go into, sorted. */
export function sharedSessions(
  parts: Parts,
  accounts: readonly ChannelAccount[],
): readonly SharedSession[] {
  const buckets = new Map<string, Bucket>();
  const identity = identities(parts);
  for (const { account, sender } of accounts.flatMap((one) => principalsOf(parts, one))) {
    const route = routeDm(parts, account, sender);
    const place = route && spaceOf(parts, account, route.scope);
    if (!route || !place) continue;
    const key = place.global ? 'global' : [route.agent, ...place.path].join(' ');
    const bucket = buckets.get(key) ?? {
      agent: route.agent,
      accounts: new Map(),
      people: new Set(),
      open: new Set(),
      byPeer: place.byPeer,
    };
    buckets.set(key, bucket);
    bucket.accounts.set(account.label, account);
    if (sender === undefined) bucket.open.add(account.label);
    else
      bucket.people.add(
        identity(account.channel, sender) ??
          `${account.label} ${normalizeSender(account.channel, sender)}`,
      );
  }
  return [...buckets.keys()].sort().flatMap((key) => {
    const bucket = buckets.get(key);
    return bucket && isShared(bucket) ? [shared(bucket)] : [];
  });
}

/** Undefined when each sender has a conversation for each account. */
function spaceOf({ config }: Parts, { channel }: ChannelAccount, scope: string) {
  const main = { global: false, byPeer: false, path: [] };
  if (config.string('session', 'scope') === 'global') return { ...main, global: true };
  if (scope === 'per-account-channel-peer') return undefined;
  if (scope === 'per-channel-peer') return { global: false, byPeer: true, path: ['peer', channel] };
  return scope === 'per-peer' ? { global: false, byPeer: true, path: ['peer'] } : main;
}

function isShared({ byPeer, accounts, people, open }: Bucket): boolean {
  return byPeer ? open.size > 0 && accounts.size > 1 : people.size + 2 * open.size > 1;
}

const shared = ({ agent, accounts, people, open }: Bucket): SharedSession => ({
  agent,
  accounts: [...accounts.values()],
  people: people.size + 2 * open.size,
  everyone: open.size > 0,
});

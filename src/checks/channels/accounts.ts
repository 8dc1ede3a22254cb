import type { ChannelAccount } from '../../posture/channels/account.ts';
import type { PairedSender } from '../../posture/channels/pairing.ts';
import type { DmAccess } from '../../posture/channels/policies.ts';
import type { Channels } from '../../posture/channels.ts';
import type { Place } from '../../posture/place.ts';
import type { Departure } from '../define.ts';

const SOURCE = 'OpenClaw 2026.2.24, observed';

/** Departures that the checks of channels have in common. */
export const LIVE_ACCOUNTS = {
  live_accounts: {
    reference:
      'Judges a channel only if `enabled` is written as true (or its plugin entry is enabled), then every account of it, switched off ones included. Slack over HTTP counts as not configured.',
    why: 'A channel with a token runs unless it is switched off, and an account that is switched off receives nothing. Judged is what can receive messages.',
    source: SOURCE,
  },
} as const satisfies { readonly [name: string]: Departure };

export const RUNTIME_DM = {
  runtime_dm: {
    reference:
      'Reads only `dm.policy` and `dm.allowFrom` of Discord and Slack, and nothing of Microsoft Teams and Feishu.',
    why: 'The gateway reads `dmPolicy` and `allowFrom` first, and obeys `dm.enabled`. Judged is what the gateway obeys.',
    source: SOURCE,
  },
} as const satisfies { readonly [name: string]: Departure };

export const ACCOUNT_STORES = {
  account_stores: {
    reference: 'Reads only the pairing store of the whole channel, and drops `*` from it.',
    why: 'Approved senders are kept per account too, and a `*` in such a file is nothing that pairing writes.',
    source: SOURCE,
  },
} as const satisfies { readonly [name: string]: Departure };

export const EVERY_ACCOUNT = {
  every_account: {
    reference:
      'Does not name the account, and therefore lists the finding once when several accounts have it.',
    why: 'Each account has to be put right by itself, so each is named.',
    source: SOURCE,
  },
} as const satisfies { readonly [name: string]: Departure };

export const ROLES_COUNT = {
  roles_count: {
    reference: 'Looks for lists of `users` in servers and channels, and overlooks `roles`.',
    why: 'A list of roles limits who may use commands just as a list of users does.',
    source: SOURCE,
  },
} as const satisfies { readonly [name: string]: Departure };

/** The accounts to judge, of one channel or of all. */
export function accountsOf(
  { accounts }: Channels,
  departs: (name: 'live_accounts') => boolean,
  channel?: string,
): readonly ChannelAccount[] {
  const live = departs('live_accounts');
  return accounts.filter(
    (account) =>
      (channel === undefined || account.channel === channel) &&
      (live ? account.active : account.audited),
  );
}

/** Who may write to an account directly; undefined when the reference does not look. */
export function dmOf(
  account: ChannelAccount,
  departs: (name: 'runtime_dm') => boolean,
): DmAccess | undefined {
  return departs('runtime_dm') ? account.dm : account.dmByReference;
}

export function pairedOf(
  account: ChannelAccount,
  departs: (name: 'account_stores') => boolean,
): readonly PairedSender[] {
  return departs('account_stores') ? account.paired : account.pairedByReference;
}

/** What the texts call an account. */
export function nameOf(
  account: ChannelAccount,
  departs: (name: 'every_account') => boolean,
): string {
  return departs('every_account') ? account.label : `channels.${account.channel}`;
}

const MAX_PLACES = 20;

/** Each place once, and not more than anybody reads. */
export function distinctPlaces(places: readonly Place[]): readonly Place[] {
  const distinct = new Map(places.map((place) => [JSON.stringify(place), place]));
  return [...distinct.values()].slice(0, MAX_PLACES);
}

/** Whether commands appear in the provider's own command menu. */
export function hasNativeCommands(account: ChannelAccount): boolean {
  return account.nativeCommands || account.nativeSkills;
}

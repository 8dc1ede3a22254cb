import { formatRoute } from '../../document/route.ts';
import type { Place } from '../place.ts';
import type { ChannelAccount } from './account.ts';
import { senderLists } from './lists.ts';
import type { PairedSender } from './pairing.ts';
import type { DmAccess } from './policies.ts';
import { isMutableEntry } from './senders.ts';

/** A list entry that names its sender by something the sender can change. */
export interface MutableEntry {
  readonly text: string;
  readonly at: Place;
}

/** The mutable entries of an account's lists and of the pairing entries given. */
export function mutableEntries(
  account: ChannelAccount,
  paired: readonly PairedSender[],
): readonly MutableEntry[] {
  const { channel } = account;
  const found: MutableEntry[] = [];
  for (const { route, entries } of senderLists(account))
    for (const entry of entries)
      if (isMutableEntry(channel, entry))
        found.push({ text: `${formatRoute(route)}: ${entry}`, at: { kind: 'config', route } });
  for (const { entry, path } of paired)
    if (isMutableEntry(channel, entry))
      found.push({ text: `${path}: ${entry}`, at: { kind: 'file', path } });
  return found;
}

/** The names among those who may write directly, which let nobody in as long as names do not count. */
export function inertEntries(
  { channel, matchesNames }: Pick<ChannelAccount, 'channel' | 'matchesNames'>,
  dm: DmAccess | undefined,
): readonly string[] {
  return matchesNames
    ? []
    : (dm?.allowFrom ?? []).filter((entry) => isMutableEntry(channel, entry));
}

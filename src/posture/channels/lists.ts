import type { ConfigValue } from '../../config/tree.ts';
import type { Route } from '../../document/route.ts';
import { child, isObject, textItems } from '../config.ts';
import type { ChannelAccount } from './account.ts';

/** A list of senders somewhere in an account's settings. */
export interface SenderList {
  readonly route: Route;
  readonly entries: readonly string[];
}

/** Where each channel keeps its lists of senders; `*` stands for any key. */
const LISTS: { readonly [channel: string]: readonly (readonly [string, ...string[]])[] } = {
  discord: [
    ['allowFrom'],
    ['dm', 'allowFrom'],
    ['guilds', '*', 'users'],
    ['guilds', '*', 'channels', '*', 'users'],
  ],
  slack: [['allowFrom'], ['dm', 'allowFrom'], ['channels', '*', 'users']],
  googlechat: [['groupAllowFrom'], ['dm', 'allowFrom'], ['groups', '*', 'users']],
  msteams: [['allowFrom'], ['groupAllowFrom']],
  mattermost: [['allowFrom'], ['groupAllowFrom']],
  irc: [['allowFrom'], ['groupAllowFrom'], ['groups', '*', 'allowFrom']],
};

function expand(value: ConfigValue | undefined, route: Route, steps: readonly string[]) {
  let found: readonly { readonly value: ConfigValue | undefined; readonly route: Route }[] = [
    { value, route },
  ];
  for (const step of steps)
    found = found.flatMap((at) => {
      const keys = step === '*' ? Object.keys(isObject(at.value) ? at.value : {}) : [step];
      return keys.map((key) => ({ value: child(at.value, key), route: [...at.route, key] }));
    });
  return found;
}

/** The non-empty lists at one pattern of an account's settings. */
export function senderListsAt(
  account: Pick<ChannelAccount, 'get' | 'routeOf'>,
  [first, ...steps]: readonly [string, ...string[]],
): readonly SenderList[] {
  return expand(account.get(first), account.routeOf(first), steps)
    .map(({ value, route }) => ({ route, entries: textItems(value) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Every list of senders that the rules about names apply to. */
export function senderLists(account: ChannelAccount): readonly SenderList[] {
  const patterns = Object.hasOwn(LISTS, account.channel) ? LISTS[account.channel] : undefined;
  return (patterns ?? []).flatMap((pattern) => senderListsAt(account, pattern));
}

import { formatRoute, type Route } from '../../document/route.ts';
import { type ConfigObject, child, isObject, textItems } from '../config.ts';
import type { Place } from '../place.ts';
import type { ChannelAccount } from './account.ts';
import type { PairedSender } from './pairing.ts';

interface List {
  readonly at: Place;
  readonly label: string;
  readonly entries: readonly string[];
}

/** Who may use commands in the Telegram groups of an account. */
export interface TelegramGroups {
  /** Entries that can never match: neither a numeric id nor a wildcard. */
  readonly invalid: readonly { readonly text: string; readonly at: Place }[];
  /** Lists that let everyone in. */
  readonly wildcards: readonly { readonly path: string; readonly at: Place }[];
  /** Some list of senders exists, whatever is in it. */
  readonly restricted: boolean;
}

/** A group, or a topic of one, with settings of its own. */
interface Room {
  readonly settings: ConfigObject;
  readonly route: Route;
}

function roomsBelow(value: unknown, route: Route): readonly Room[] {
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const settings = child(value, key);
    return isObject(settings) ? [{ settings, route: [...route, key] }] : [];
  });
}

/** Every group followed by its topics, as written. */
export function telegramRooms(account: ChannelAccount): readonly Room[] {
  return roomsBelow(account.get('groups'), account.routeOf('groups')).flatMap((group) => [
    group,
    ...roomsBelow(child(group.settings, 'topics'), [...group.route, 'topics']),
  ]);
}

const configList = (route: Route, value: Parameters<typeof textItems>[0]): List => ({
  at: { kind: 'config', route },
  label: formatRoute(route),
  entries: textItems(value).map(withoutPrefix),
});
const accountList = (account: ChannelAccount, key: string) =>
  configList(account.routeOf(key), account.get(key));
const storeLists = (paired: readonly PairedSender[]): readonly List[] =>
  paired.map(({ entry, path }) => ({
    at: { kind: 'file', path },
    label: path,
    entries: [withoutPrefix(entry)],
  }));

const withoutPrefix = (entry: string) => entry.replace(/^(?:telegram|tg):/i, '').trim();
const isInvalid = (entry: string) => entry !== '' && entry !== '*' && !/^-?\d+$/.test(entry);
const isFull = (list: List) => list.entries.length > 0;

const invalidIn = (lists: readonly List[]) =>
  lists.flatMap(({ at, label, entries }) =>
    entries.filter(isInvalid).map((entry) => ({ text: `${label}: ${entry}`, at })),
  );
const wildcardsIn = (lists: readonly List[]) =>
  lists.flatMap(({ at, label, entries }) => (entries.includes('*') ? [{ path: label, at }] : []));

/** Whether people in groups can reach the command handler at all. */
export function telegramGroupsReachable(account: ChannelAccount): boolean {
  const { policy } = account.groups;
  if (policy === 'open') return true;
  const groups = account.get('groups');
  return policy === 'allowlist' && isObject(groups) && Object.keys(groups).length > 0;
}

/** As the gateway decides: without a group list, the list for direct messages stands in for it. */
export function readTelegramGroups(account: ChannelAccount): TelegramGroups {
  const store = storeLists(account.paired);
  const groupList = accountList(account, 'groupAllowFrom');
  const dmList = accountList(account, 'allowFrom');
  const rooms = telegramRooms(account)
    .filter(({ settings }) => child(settings, 'enabled') !== false)
    .map(({ settings, route }) =>
      configList([...route, 'allowFrom'], child(settings, 'allowFrom')),
    );
  const general = isFull(groupList) ? groupList : dmList;
  return {
    invalid: invalidIn([...store, groupList, dmList, ...rooms]),
    wildcards: wildcardsIn([general, ...rooms, ...store]),
    restricted: [general, ...rooms, ...store].some(isFull),
  };
}

/** As OpenClaw's audit decides: it stops at the first group with a list of its own. */
export function readTelegramGroupsByReference(account: ChannelAccount): TelegramGroups {
  const store = storeLists(account.pairedByReference);
  const groupList = accountList(account, 'groupAllowFrom');
  const dmList = accountList(account, 'allowFrom');
  const room = telegramRooms(account)
    .map(({ settings, route }) => configList([...route, 'allowFrom'], child(settings, 'allowFrom')))
    .find(isFull);
  const rooms = room ? [room] : [];
  return {
    invalid: invalidIn([...store, groupList, dmList, ...rooms]),
    wildcards: wildcardsIn([groupList]),
    restricted: [...store, groupList, ...rooms].some(isFull),
  };
}

/** Entries of the list for direct messages alone that can never match. */
export const invalidDirectEntries = (account: ChannelAccount): TelegramGroups['invalid'] =>
  invalidIn([accountList(account, 'allowFrom')]);

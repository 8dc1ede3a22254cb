import type { ConfigValue } from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import type { ChannelScope } from './channel-scopes.ts';
import { child, isObject, textItems } from './config.ts';

/** A setting that suggests that several people talk to the agent. */
export interface SharedSignal {
  readonly channel: string;
  readonly route: Route;
}

const GROUP_LISTS = ['groups', 'guilds', 'channels', 'rooms'] as const;

/** Where every member of a listed group may talk unless `users` or `roles` name some of them. */
const MEMBERS_MAY_TALK: { readonly [list: string]: readonly string[] } = {
  guilds: ['discord'],
  channels: ['slack'],
  groups: ['googlechat'],
};

function entriesOf(list: ConfigValue | undefined): readonly (readonly [string, ConfigValue])[] {
  if (Array.isArray(list)) return textItems(list).map((id) => [id, {}]);
  return isObject(list) ? Object.entries(list) : [];
}

const hasItems = (value: ConfigValue | undefined) =>
  Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;

const anyone = (list: ConfigValue | undefined) => textItems(list).includes('*');

function* openDoors({ channel, route, value }: ChannelScope): Generator<SharedSignal> {
  if (child(value, 'dmPolicy') === 'open') yield { channel, route: [...route, 'dmPolicy'] };
  for (const key of ['allowFrom', 'groupAllowFrom']) {
    if (anyone(child(value, key))) yield { channel, route: [...route, key] };
  }
  const dm = child(value, 'dm');
  if (child(dm, 'policy') === 'open') yield { channel, route: [...route, 'dm', 'policy'] };
  if (anyone(child(dm, 'allowFrom'))) yield { channel, route: [...route, 'dm', 'allowFrom'] };
}

/** As OpenClaw's audit decides: any list of groups beside an allowlist policy is a sign. */
export function* sharedSignalsByReference(scope: ChannelScope): Generator<SharedSignal> {
  const { channel, route, value, groupPolicy } = scope;
  if (groupPolicy === 'open') yield { channel, route: [...route, 'groupPolicy'] };
  if (groupPolicy === 'allowlist') {
    for (const key of GROUP_LISTS) {
      if (hasItems(child(value, key))) yield { channel, route: [...route, key] };
    }
  }
  yield* openDoors(scope);
}

/** Whether `users` or `roles` name who may talk, in the group or in each channel listed for it. */
function isNarrowed(entry: ConfigValue): boolean {
  const names = (key: string) => textItems(child(entry, key)).length > 0;
  if (names('users') || names('roles')) return true;
  const channels = child(entry, 'channels');
  if (!isObject(channels)) return false;
  const inside = Object.values(channels);
  return inside.length > 0 && inside.every(isNarrowed);
}

/** Whether the people of the listed groups, not just the owner, get to talk to the agent. */
function isSharedList(scope: ChannelScope, key: string, list: ConfigValue | undefined): boolean {
  // `irc.channels` says which channels the bot joins, not who may talk to it.
  if (scope.channel === 'irc' && key === 'channels') return false;
  const entries = entriesOf(list).filter(
    ([, entry]) => child(entry, 'enabled') !== false && child(entry, 'allow') !== false,
  );
  if (MEMBERS_MAY_TALK[key]?.includes(scope.channel)) {
    return entries.some(([, entry]) => !isNarrowed(entry));
  }
  if (entries.some(([, entry]) => anyone(child(entry, 'allowFrom')))) return true;
  const senders = child(scope.value, 'groupAllowFrom') ?? child(scope.value, 'allowFrom');
  const several = entries.length > 1 || entries.some(([id]) => id === '*');
  return several && new Set(textItems(senders)).size !== 1;
}

/** Signs that hold: one allow-listed group, or groups where a single person is let through, are none. */
export function* sharedSignals(scope: ChannelScope): Generator<SharedSignal> {
  const { channel, route, value, groupPolicy } = scope;
  if (groupPolicy === 'open') yield { channel, route: [...route, 'groupPolicy'] };
  if (groupPolicy === 'allowlist') {
    for (const key of GROUP_LISTS) {
      if (isSharedList(scope, key, child(value, key))) yield { channel, route: [...route, key] };
    }
  }
  yield* openDoors(scope);
}

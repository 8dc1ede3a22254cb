import type { Route } from '../../document/route.ts';
import { type ConfigObject, child, isObject, textItems } from '../config.ts';
import type { ChannelAccount } from './account.ts';
import { senderListsAt } from './lists.ts';

/** Whether the account is told of any Discord server. */
export function hasGuilds(account: ChannelAccount): boolean {
  const guilds = account.get('guilds');
  return isObject(guilds) && Object.keys(guilds).length > 0;
}

/** The people listed below `dm`, which is all that OpenClaw's audit looks at. */
export const directSenders = (account: ChannelAccount) => textItems(account.get('dm', 'allowFrom'));

const hasList = (account: ChannelAccount, key: string) =>
  senderListsAt(account, ['guilds', '*', key]).length > 0 ||
  senderListsAt(account, ['guilds', '*', 'channels', '*', key]).length > 0;

/** Whether any server or channel has a list of the people it answers to. */
export const hasGuildUsers = (account: ChannelAccount) => hasList(account, 'users');

/** The same, by role. */
export const hasGuildRoles = (account: ChannelAccount) => hasList(account, 'roles');

/** Servers, or channels of one where those are listed, in which everyone is answered. */
export function broadTargets(account: ChannelAccount): readonly Route[] {
  const guilds = below(account.get('guilds'), account.routeOf('guilds'));
  return guilds.flatMap((guild) => {
    const channels = below(child(guild.settings, 'channels'), [...guild.route, 'channels']).filter(
      ({ settings }) => child(settings, 'enabled') !== false && child(settings, 'allow') !== false,
    );
    const targets = isObject(child(guild.settings, 'channels')) ? channels : [guild];
    return targets
      .filter(({ settings }) => isBroad(settings, guild.settings))
      .map(({ route }) => route);
  });
}

/** A list of a channel replaces that of its server. */
function isBroad(settings: ConfigObject, guild: ConfigObject): boolean {
  const people = ['users', 'roles'].flatMap((key) =>
    textItems(child(settings, key) ?? child(guild, key)),
  );
  return people.length === 0 || people.includes('*');
}

function below(value: unknown, route: Route) {
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const settings = child(value, key);
    return isObject(settings) ? [{ settings, route: [...route, key] }] : [];
  });
}

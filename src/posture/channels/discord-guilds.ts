import { isObject } from '../config.ts';
import type { ChannelAccount } from './account.ts';
import { senderListsAt } from './lists.ts';

/** Whether the account is told of any Discord server. */
export function hasGuilds(account: ChannelAccount): boolean {
  const guilds = account.get('guilds');
  return isObject(guilds) && Object.keys(guilds).length > 0;
}

const hasList = (account: ChannelAccount, key: string) =>
  senderListsAt(account, ['guilds', '*', key]).length > 0 ||
  senderListsAt(account, ['guilds', '*', 'channels', '*', key]).length > 0;

/** Whether any server or channel has a list of the people it answers to. */
export const hasGuildUsers = (account: ChannelAccount) => hasList(account, 'users');

/** The same, by role. */
export const hasGuildRoles = (account: ChannelAccount) => hasList(account, 'roles');

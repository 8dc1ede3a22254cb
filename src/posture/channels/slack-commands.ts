import { textItems } from '../config.ts';
import type { ChannelAccount } from './account.ts';
import { senderListsAt } from './lists.ts';

/** Whether people can call the agent with slash commands in Slack. */
export function hasSlashCommands(account: ChannelAccount): boolean {
  return (
    account.nativeCommands ||
    account.nativeSkills ||
    account.get('slashCommand', 'enabled') === true
  );
}

/** The people who may: `allowFrom`, or `dm.allowFrom` where there is none. */
export function slackOwners(account: ChannelAccount): readonly string[] {
  const own = account.get('allowFrom');
  return textItems(Array.isArray(own) ? own : account.get('dm', 'allowFrom'));
}

/** Whether any channel has a list of the people it answers to. */
export function hasChannelUsers(account: ChannelAccount): boolean {
  return senderListsAt(account, ['channels', '*', 'users']).length > 0;
}

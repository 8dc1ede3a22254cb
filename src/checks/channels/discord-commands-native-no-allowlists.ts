import {
  directSenders,
  hasGuildRoles,
  hasGuilds,
  hasGuildUsers,
} from '../../posture/channels/discord-guilds.ts';
import { defineCheck } from '../define.ts';
import {
  ACCOUNT_STORES,
  accountsOf,
  EVERY_ACCOUNT,
  hasNativeCommands,
  LIVE_ACCOUNTS,
  nameOf,
  pairedOf,
  ROLES_COUNT,
  RUNTIME_DM,
} from './accounts.ts';

export default defineCheck({
  id: 'channels.discord.commands.native.no_allowlists',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'Discord slash commands are offered, but nobody may run them',
      why: 'Without a list of people every call is refused, yours too; the usual way out, switching the access check off, would open the commands to the whole server.',
      remedy:
        'List your own user id in `{path}`, or the people you mean in `channels.discord.guilds.<id>.users`.',
      nobody: '`{account}` has servers and slash commands, but no list of people who may use them',
    },
    ko: {
      title: 'Discord 슬래시 명령이 노출되지만 실행할 수 있는 사람이 없습니다',
      why: '허용된 사람의 목록이 없어 본인을 포함한 모든 호출이 거부됩니다. 이때 흔히 하듯 접근 검사를 끄면 서버 전체에 명령이 열립니다.',
      remedy:
        '본인의 사용자 ID를 `{path}`에 넣거나 허용할 사람을 `channels.discord.guilds.<id>.users`에 나열하십시오.',
      nobody: '`{account}`에 서버와 슬래시 명령이 있지만 사용할 수 있는 사람의 목록이 없습니다',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    ...RUNTIME_DM,
    ...ACCOUNT_STORES,
    ...EVERY_ACCOUNT,
    ...ROLES_COUNT,
  },
  examples: {
    bad: [
      {
        config: '{ channels: { discord: { token: "x", guilds: { "1": {} } } } }',
        offending: '{ "1": {} }',
      },
      {
        config:
          '{ channels: { discord: { enabled: true, token: "x", allowFrom: ["5"], guilds: { "1": {} } } } }',
        compat: true,
      },
      {
        config:
          '{ channels: { discord: { enabled: true, token: "x", guilds: { "1": { roles: ["7"] } } } } }',
        compat: true,
      },
      {
        config: `{ commands: { useAccessGroups: false },
          channels: { discord: { token: "x", allowFrom: ["5"], guilds: { "1": {} } } } }`,
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      '{ channels: { discord: { token: "x", guilds: { "1": { roles: ["7"] } } } } }',
      '{ channels: { discord: { token: "x", allowFrom: ["5"], guilds: { "1": {} } } } }',
      '{ channels: { discord: { token: "x", guilds: { "1": { users: ["5"] } } } } }',
      '{ channels: { discord: { token: "x" } } }',
      '{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: { "1": {} } } } }',
      {
        config: '{ channels: { discord: { token: "x", guilds: { "1": {} } } } }',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    if (!channels.accessGroups) return;
    for (const account of accountsOf(channels, departs, 'discord')) {
      if (!hasNativeCommands(account) || account.groups.policy === 'disabled') continue;
      if (!hasGuilds(account) || hasGuildUsers(account)) continue;
      if (departs('roles_count') && hasGuildRoles(account)) continue;
      const owners = departs('runtime_dm') ? account.dm.allowFrom : directSenders(account);
      if (owners.length > 0 || pairedOf(account, departs).length > 0) continue;
      const name = nameOf(account, departs);
      const args = { account: name, path: `${name}.allowFrom` };
      const at = config.at(...account.routeOf('guilds'));
      yield report('nobody', args, at, { subject: account.index });
    }
  },
});

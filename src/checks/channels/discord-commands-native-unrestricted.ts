import { hasGuildRoles, hasGuilds, hasGuildUsers } from '../../posture/channels/discord-guilds.ts';
import { defineCheck } from '../define.ts';
import {
  accountsOf,
  EVERY_ACCOUNT,
  hasNativeCommands,
  LIVE_ACCOUNTS,
  nameOf,
  ROLES_COUNT,
} from './accounts.ts';

export default defineCheck({
  id: 'channels.discord.commands.native.unrestricted',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-862', 'ASI02'],
  text: {
    en: {
      title: "Every member of a Discord server can run the agent's slash commands",
      why: 'Slash commands, those of skills among them, run without asking who calls: any member of the server can start them.',
      remedy:
        'Remove `commands.useAccessGroups` (or set it to `true`), or list the people you mean in `channels.discord.guilds.<id>.users`.',
      unrestricted:
        '`commands.useAccessGroups` is `false`, and no server of `{account}` has a `users` list',
    },
    ko: {
      title: 'Discord 서버의 모든 구성원이 에이전트의 슬래시 명령을 실행할 수 있습니다',
      why: '스킬 명령을 포함한 슬래시 명령이 호출자를 확인하지 않고 실행되므로 서버 구성원 누구나 실행할 수 있습니다.',
      remedy:
        '`commands.useAccessGroups`를 제거하거나 `true`로 설정하십시오. 또는 허용할 사람을 `channels.discord.guilds.<id>.users`에 나열하십시오.',
      unrestricted:
        '`commands.useAccessGroups` 값이 `false`이고 `{account}`의 어느 서버에도 `users` 목록이 없습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...EVERY_ACCOUNT, ...ROLES_COUNT },
  examples: {
    bad: [
      {
        config: `{ commands: { useAccessGroups: false },
          channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
        offending: 'false',
      },
      {
        config: `{ commands: { useAccessGroups: false },
          channels: { discord: { enabled: true, token: "x", guilds: { "1": {} } } } }`,
        compat: true,
      },
      {
        config:
          '{ commands: { useAccessGroups: false }, channels: { discord: { enabled: true, token: "x", guilds: { "1": { roles: ["7"] } } } } }',
        compat: true,
      },
    ],
    good: [
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x",
        guilds: { "1": { roles: ["7"] } } } } }`,
      '{ channels: { discord: { token: "x", guilds: { "1": {} } } } }',
      `{ commands: { useAccessGroups: false },
        channels: { discord: { token: "x", guilds: { "1": { users: ["5"] } } } } }`,
      `{ commands: { useAccessGroups: false, native: false, nativeSkills: false },
        channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      `{ commands: { useAccessGroups: false },
        channels: { discord: { token: "x", groupPolicy: "disabled", guilds: { "1": {} } } } }`,
      {
        config: `{ commands: { useAccessGroups: false },
          channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    if (config.boolean('commands', 'useAccessGroups') !== false) return;
    for (const account of accountsOf(channels, departs, 'discord')) {
      if (!hasNativeCommands(account) || account.groups.policy === 'disabled') continue;
      if (!hasGuilds(account) || hasGuildUsers(account)) continue;
      if (departs('roles_count') && hasGuildRoles(account)) continue;
      const at = [
        config.at('commands', 'useAccessGroups'),
        config.at(...account.routeOf('guilds')),
      ];
      const options = { subject: account.index };
      yield report('unrestricted', { account: nameOf(account, departs) }, at, options);
    }
  },
});

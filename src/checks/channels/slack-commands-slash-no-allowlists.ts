import {
  hasChannelUsers,
  hasSlashCommands,
  slackOwners,
} from '../../posture/channels/slack-commands.ts';
import { defineCheck } from '../define.ts';
import {
  ACCOUNT_STORES,
  accountsOf,
  EVERY_ACCOUNT,
  LIVE_ACCOUNTS,
  nameOf,
  pairedOf,
} from './accounts.ts';

export default defineCheck({
  id: 'channels.slack.commands.slash.no_allowlists',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'Slack slash commands are on, but nobody is allowed to run them',
      why: 'Without a list of people every call is refused, yours too; the usual way out, switching the access check off, would open the commands to the whole workspace.',
      remedy:
        'List your own Slack user id (`U…`) in `{path}`, or the people you mean in `channels.slack.channels.<id>.users`.',
      nobody: 'Slash commands of `{account}` are on, but no list says who may use them',
    },
    ko: {
      title: 'Slack 슬래시 명령이 켜져 있지만 실행할 수 있는 사람이 없습니다',
      why: '허용된 사람의 목록이 없어 본인을 포함한 모든 호출이 거부됩니다. 이때 흔히 하듯 접근 검사를 끄면 워크스페이스 전체에 명령이 열립니다.',
      remedy:
        '본인의 Slack 사용자 ID(`U…`)를 `{path}`에 넣거나 허용할 사람을 `channels.slack.channels.<id>.users`에 나열하십시오.',
      nobody: '`{account}`의 슬래시 명령이 켜져 있지만 사용할 수 있는 사람의 목록이 없습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...ACCOUNT_STORES, ...EVERY_ACCOUNT },
  examples: {
    bad: [
      {
        config: `{ channels: { slack: {
          botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
        offending: '{ enabled: true }',
      },
      '{ commands: { native: true }, channels: { slack: { botToken: "x", appToken: "y" } } }',
      {
        config: `{ channels: { slack: {
          enabled: true, botToken: "x", appToken: "y", commands: { nativeSkills: true } } } }`,
        compat: true,
      },
    ],
    good: [
      '{ channels: { slack: { botToken: "x", appToken: "y" } } }',
      `{ channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true },
        dm: { allowFrom: ["U123"] } } } }`,
      `{ channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true },
        channels: { C1: { users: ["U123"] } } } } }`,
      `{ commands: { useAccessGroups: false }, channels: { slack: {
        botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
      {
        config: `{ channels: { slack: {
          botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    if (!channels.accessGroups) return;
    for (const account of accountsOf(channels, departs, 'slack')) {
      if (!hasSlashCommands(account)) continue;
      if (slackOwners(account).length > 0 || pairedOf(account, departs).length > 0) continue;
      if (hasChannelUsers(account)) continue;
      const name = nameOf(account, departs);
      const at =
        account.get('slashCommand', 'enabled') === true
          ? config.at(...account.routeOf('slashCommand'))
          : config.at(...account.routeOf('allowFrom'));
      const args = { account: name, path: `${name}.allowFrom` };
      yield report('nobody', args, at, { subject: account.index });
    }
  },
});

import { hasSlashCommands } from '../../posture/channels/slack-commands.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, EVERY_ACCOUNT, LIVE_ACCOUNTS, nameOf } from './accounts.ts';

export default defineCheck({
  id: 'channels.slack.commands.slash.useAccessGroups_off',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-862', 'ASI02'],
  text: {
    en: {
      title: "Everyone in the Slack workspace can run the agent's slash commands",
      why: 'Slash commands run without asking who calls: any member or guest of the workspace can steer the agent with them.',
      remedy: 'Remove `commands.useAccessGroups`, or set it to `true`.',
      off: '`commands.useAccessGroups` is `false`, and slash commands of `{account}` are on',
    },
    ko: {
      title: 'Slack 워크스페이스의 누구나 에이전트의 슬래시 명령을 실행할 수 있습니다',
      why: '슬래시 명령이 호출자를 확인하지 않고 실행되므로 워크스페이스의 구성원이나 게스트 누구나 에이전트를 조종할 수 있습니다.',
      remedy: '`commands.useAccessGroups`를 제거하거나 `true`로 설정하십시오.',
      off: '`commands.useAccessGroups` 값이 `false`이고 `{account}`의 슬래시 명령이 켜져 있습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...EVERY_ACCOUNT },
  examples: {
    bad: [
      {
        config: `{ commands: { useAccessGroups: false }, channels: { slack: {
          botToken: "x", appToken: "y", slashCommand: { enabled: true }, allowFrom: ["U1"] } } }`,
        offending: 'false',
      },
      `{ commands: { useAccessGroups: false, native: true }, channels: { slack: {
        mode: "http", botToken: "x", signingSecret: "y" } } }`,
      {
        config: `{ commands: { useAccessGroups: false }, channels: { slack: {
          enabled: true, botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
        compat: true,
      },
    ],
    good: [
      '{ commands: { useAccessGroups: false }, channels: { slack: { botToken: "x", appToken: "y" } } }',
      `{ commands: { native: true }, channels: { slack: { botToken: "x", appToken: "y" } } }`,
      {
        config: `{ commands: { useAccessGroups: false, native: true }, channels: { slack: {
          enabled: true, mode: "http", botToken: "x", signingSecret: "y" } } }`,
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    if (config.boolean('commands', 'useAccessGroups') !== false) return;
    for (const account of accountsOf(channels, departs, 'slack')) {
      if (!hasSlashCommands(account)) continue;
      const args = { account: nameOf(account, departs) };
      const at = config.at('commands', 'useAccessGroups');
      yield report('off', args, at, { subject: account.index });
    }
  },
});

import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.groups.open',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  fix: 'open_groups',
  refs: ['CWE-284', 'ASI02'],
  text: {
    en: {
      title: 'Everyone in the groups of {channel} can give the agent orders',
      why: 'What comes in over a channel steers the agent: whoever is in a group with it, or is added to one later, can use its tools and your data.',
      remedy:
        'Set `{path}` to `allowlist` and list the groups and senders that you mean (`groups`, `guilds` or `channels`, and `groupAllowFrom`, as the channel has it).',
      open: '`{path}` is `open`: every member of every group, room or channel that `{account}` is in can give the agent orders',
      by_default:
        '`{path}` is not set, and this channel then takes `open`: every member of every group, room or channel that `{account}` is in can give the agent orders',
    },
    ko: {
      title: '{channel} 그룹의 모든 구성원이 에이전트에게 지시할 수 있습니다',
      why: '채널로 들어오는 내용이 에이전트를 움직입니다. 에이전트와 같은 그룹에 있는 사람과 나중에 추가되는 사람까지 도구와 데이터를 사용할 수 있습니다.',
      remedy:
        '`{path}` 값을 `allowlist`로 바꾸고 허용할 그룹과 발신자를 나열하십시오(채널에 따라 `groups`, `guilds`, `channels`와 `groupAllowFrom`).',
      open: '`{path}` 값이 `open`입니다. `{account}` 계정이 속한 모든 그룹, 방, 채널의 모든 구성원이 에이전트에게 지시할 수 있습니다',
      by_default:
        '`{path}` 값이 없으면 이 채널은 `open`으로 동작합니다. `{account}` 계정이 속한 모든 그룹, 방, 채널의 모든 구성원이 에이전트에게 지시할 수 있습니다',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    every_channel: {
      reference: 'Looks only at the channels whose package brings this check.',
      why: 'An open group is open whichever package carries it.',
      source: 'OpenClaw 2026.9.6, observed',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { whatsapp: {}, irc: { host: "h", nick: "n", groupPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
        offending: '"open"',
      },
      // What is not written is open in these channels.
      { config: '{ channels: { discord: { token: "x" } } }', openclawVersion: '2026.9.6' },
      {
        config: '{ channels: { slack: { botToken: "x", appToken: "y" } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
      {
        config:
          '{ channels: { defaults: { groupPolicy: "open" }, signal: { account: "+15550001111" } } }',
        openclawVersion: '2026.9.6',
        offending: '"open"',
        compat: true,
      },
      // An account inherits from its channel.
      {
        config:
          '{ channels: { telegram: { groupPolicy: "open", accounts: { a: { botToken: "1:x" } } } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
      {
        config: '{ channels: { zalouser: { groupPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      { config: '{ channels: { telegram: { botToken: "1:x" } } }', openclawVersion: '2026.9.6' },
      {
        config: '{ channels: { discord: { token: "x", groupPolicy: "allowlist" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { discord: { enabled: false, token: "x", groupPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
      },
      // Telegram has a default of its own, whatever the defaults of all channels say.
      {
        config:
          '{ channels: { defaults: { groupPolicy: "open" }, telegram: { botToken: "1:x" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { zalouser: { groupPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const { channel, groups, index, label } = account;
      if (groups.policy !== 'open') continue;
      if (!departs('every_channel') && !REFERENCE.has(channel)) continue;
      const args = { channel, account: label, path: formatRoute(groups.route) };
      const message = config.has(...groups.route) ? 'open' : 'by_default';
      yield report(message, args, config.at(...groups.route), { subject: index });
    }
  },
});

const REFERENCE: ReadonlySet<string> = new Set(
  `telegram discord slack whatsapp signal imessage irc line mattermost matrix msteams googlechat feishu
  nextcloud-talk zalo`.split(/\s+/),
);

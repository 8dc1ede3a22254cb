import { countSenders } from '../../posture/channels/senders.ts';
import { defineCheck } from '../define.ts';
import {
  ACCOUNT_STORES,
  accountsOf,
  dmOf,
  EVERY_ACCOUNT,
  LIVE_ACCOUNTS,
  nameOf,
  pairedOf,
  RUNTIME_DM,
} from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.dm.scope_main_multiuser',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-668', 'ASI06'],
  text: {
    en: {
      title: 'Several people share one conversation over {channel}',
      why: "Everyone who may write to the agent continues the same session: one person can ask for what another one said, and can plant instructions that act in the other one's name.",
      remedy:
        'Set `session.dmScope` to `per-channel-peer`, so that each sender has a session of their own.',
      remedy_accounts:
        'Set `session.dmScope` to `per-account-channel-peer`, so that each sender has a session of their own on each account.',
      several:
        '`session.dmScope` is `{scope}`, and {count} people may write to `{account}`: all of them share the main session',
      everyone:
        '`session.dmScope` is `{scope}`, and everyone may write to `{account}`: all of them share the main session',
      shared:
        '`session.dmScope` is `{scope}`, and more than one person may write to `{account}`: they share the main session',
    },
    ko: {
      title: '{channel}에서 여러 사람이 하나의 대화를 공유합니다',
      why: '메시지를 보낼 수 있는 모든 사람이 같은 세션을 이어 쓰므로, 한 사람이 다른 사람의 대화 내용을 물어보거나 다른 사람의 이름으로 실행될 지시를 심을 수 있습니다.',
      remedy:
        '`session.dmScope` 값을 `per-channel-peer`로 설정하여 발신자마다 세션을 분리하십시오.',
      remedy_accounts:
        '`session.dmScope` 값을 `per-account-channel-peer`로 설정하여 계정별, 발신자별로 세션을 분리하십시오.',
      several:
        '`session.dmScope` 값이 `{scope}`이고 {count}명이 `{account}`에 메시지를 보낼 수 있습니다. 모두 메인 세션을 공유합니다',
      everyone:
        '`session.dmScope` 값이 `{scope}`이고 누구나 `{account}`에 메시지를 보낼 수 있습니다. 모두 메인 세션을 공유합니다',
      shared:
        '`session.dmScope` 값이 `{scope}`이고 두 명 이상이 `{account}`에 메시지를 보낼 수 있습니다. 이들은 메인 세션을 공유합니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...RUNTIME_DM, ...ACCOUNT_STORES, ...EVERY_ACCOUNT },
  examples: {
    bad: [
      {
        config: `{ session: { dmScope: "main" }, channels: { telegram: { botToken: "1:x", allowFrom: ["1", "2"] } } }`,
        offending: '"main"',
      },
      '{ channels: { discord: { token: "x", allowFrom: ["1", "2"] } } }',
      '{ channels: { telegram: { botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] } } }',
      {
        config: '{ channels: { telegram: { botToken: "1:x", allowFrom: ["1"] } } }',
        files: [
          {
            path: '.openclaw/credentials/telegram-default-allowFrom.json',
            content: '{"version":1,"allowFrom":["2"]}',
          },
        ],
      },
      {
        config: `{ channels: { telegram: { enabled: true, botToken: "1:x", allowFrom: ["1", "2"] } } }`,
        compat: true,
      },
    ],
    good: [
      `{ session: { dmScope: "per-channel-peer" },
        channels: { telegram: { botToken: "1:x", allowFrom: ["1", "2"] } } }`,
      '{ channels: { telegram: { botToken: "1:x", allowFrom: ["1", "tg:1"] } } }',
      '{ channels: { telegram: { botToken: "1:x", dmPolicy: "disabled", allowFrom: ["1", "2"] } } }',
      {
        config: '{ channels: { discord: { enabled: true, token: "x", allowFrom: ["1", "2"] } } }',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    const scope = config.string('session', 'dmScope') ?? 'main';
    if (scope !== 'main') return;
    for (const account of accountsOf(channels, departs)) {
      const dm = dmOf(account, departs);
      if (!dm || dm.policy === 'disabled') continue;
      const { channel, index, several } = account;
      const entries = [...dm.allowFrom, ...pairedOf(account, departs).map(({ entry }) => entry)];
      const count = countSenders(channel, entries);
      if (count <= 1) continue;
      const args = { channel, scope, account: nameOf(account, departs) };
      const at = [config.at('session', 'dmScope'), config.at(...dm.allowFromRoute)];
      const options = { subject: index, remedy: several ? 'remedy_accounts' : 'remedy' } as const;
      if (!departs('every_account')) yield report('shared', args, at, options);
      else if (Number.isFinite(count)) yield report('several', { ...args, count }, at, options);
      else yield report('everyone', args, at, options);
    }
  },
});

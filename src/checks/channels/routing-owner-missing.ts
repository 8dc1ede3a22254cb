import { routeDm } from '../../posture/channels/dm-routes.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.routing.owner_missing.{account}',
  severity: 'warn',
  needs: ['channels', 'config', 'agents'],
  when: [
    ['agents', 'ownership'],
    ['agents', 'list'],
  ],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'No agent is told to answer direct messages over {channel}',
      why: 'With several agents and none marked as the default, a message that no binding fits is answered by nobody; the quick way out, a binding for everything, may hand it to an agent with too many rights.',
      remedy:
        'Add to `bindings` an entry with the `agentId` you mean and `match: { channel: "{channel}", accountId: "{account}" }`.',
      nobody:
        'No entry of `bindings` fits direct messages of `{name}`, and no agent is the default',
    },
    ko: {
      title: '{channel} DM에 답할 에이전트가 정해지지 않았습니다',
      why: '에이전트가 여럿이고 기본 에이전트가 없으면 어느 binding에도 맞지 않는 메시지에는 아무도 답하지 않습니다. 급히 모든 메시지용 binding을 만들면 권한이 지나친 에이전트가 답할 수 있습니다.',
      remedy:
        '`bindings`에 원하는 `agentId`와 `match: { channel: "{channel}", accountId: "{account}" }` 항목을 추가하십시오.',
      nobody: '`{name}`의 DM에 맞는 `bindings` 항목이 없고 기본 에이전트도 없습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      {
        config: `{ agents: { ownership: "explicit", entries: { a: {}, b: {} } },
          channels: { telegram: { botToken: "1:x", allowFrom: ["1"] } } }`,
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config: `{ agents: { ownership: "explicit", entries: { a: {}, b: {} } },
          bindings: [{ agentId: "a", match: { channel: "telegram" } }],
          channels: { telegram: { botToken: "1:x", allowFrom: ["1"] } } }`,
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { telegram: { botToken: "1:x", allowFrom: ["1"] } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: `{ agents: { list: [{ id: "a", default: true }, { id: "b" }] },
          channels: { telegram: { botToken: "1:x", allowFrom: ["1"] } } }`,
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config, agents }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      if (account.dm.policy === 'disabled' || routeDm({ config, agents }, account)) continue;
      const { channel, id, label, index } = account;
      const args = { channel, account: id, name: label };
      yield report('nobody', args, config.at('bindings'), { subject: index });
    }
  },
});

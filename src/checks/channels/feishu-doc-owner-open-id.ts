import { defineCheck } from '../define.ts';
import { accountsOf, EVERY_ACCOUNT, LIVE_ACCOUNTS, nameOf } from './accounts.ts';

export default defineCheck({
  id: 'channels.feishu.doc_owner_open_id',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels', 'feishu']],
  refs: ['CWE-732', 'ASI02'],
  text: {
    en: {
      title: 'The agent can give away Feishu documents',
      why: 'The tool for documents lets the caller name who gets access to what it creates: a message with instructions in it can have your text written into a document of the attacker.',
      remedy:
        'Set `{path}` to `false` unless the agent is to create documents, and let only people you trust write to it.',
      on: '`{path}` is not `false`, so the tool for documents is on for `{account}`',
    },
    ko: {
      title: '에이전트가 Feishu 문서를 남에게 넘길 수 있습니다',
      why: '문서 도구는 만든 문서에 접근할 사람을 호출자가 정하게 합니다. 지시가 숨은 메시지 하나로 사용자의 내용이 공격자의 문서에 쓰일 수 있습니다.',
      remedy:
        '에이전트가 문서를 만들 필요가 없다면 `{path}` 값을 `false`로 설정하고, 신뢰하는 사람만 에이전트에게 메시지를 보낼 수 있게 하십시오.',
      on: '`{path}` 값이 `false`가 아니어서 `{account}`의 문서 도구가 켜져 있습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...EVERY_ACCOUNT },
  examples: {
    bad: [
      {
        config: '{ channels: { feishu: { appId: "a", appSecret: "b" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ channels: { feishu: { appId: "a", appSecret: "b", tools: { doc: false }, accounts: { x: { tools: { doc: true } } } } } }',
        openclawVersion: '2026.9.6',
        offending: 'true',
        compat: true,
      },
    ],
    good: [
      {
        config: '{ channels: { feishu: { appId: "a", appSecret: "b", tools: { doc: false } } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { feishu: { enabled: false, appId: "a", appSecret: "b" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { feishu: { tools: {} } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs, 'feishu')) {
      if (account.get('tools', 'doc') === false) continue;
      const name = nameOf(account, departs);
      const args = { account: name, path: `${name}.tools.doc` };
      const at = config.at(...account.routeOf('tools', 'doc'));
      yield report('on', args, at, { subject: account.index });
    }
  },
});

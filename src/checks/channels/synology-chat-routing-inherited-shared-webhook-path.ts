import { formatRoute } from '../../document/route.ts';
import { inheritedPaths } from '../../posture/channels/synology.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.synology-chat.routing.inherited-shared-webhook-path',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels', 'synology-chat']],
  refs: ['CWE-441'],
  text: {
    en: {
      title: 'An account of Synology Chat has no webhook path of its own',
      why: 'Calls for one account may be taken for calls of another, with the rights of the other; OpenClaw therefore does not start such an account.',
      remedy: 'Give `{account}` a path of its own in `{path}`, and use it in its outgoing webhook.',
      shared: '`{path}` is not set, so `{account}` shares `{value}` with other accounts',
    },
    ko: {
      title: 'Synology Chat 계정에 자체 webhook 경로가 없습니다',
      why: '한 계정으로 온 호출이 다른 계정의 권한으로 처리될 수 있어 OpenClaw가 해당 계정을 시작하지 않습니다.',
      remedy:
        '`{account}`의 경로를 `{path}`에 따로 설정하고 해당 outgoing webhook에도 사용하십시오.',
      shared: '`{path}` 값이 없어 `{account}` 계정이 다른 계정과 `{value}` 경로를 함께 씁니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      {
        config: `{ channels: { "synology-chat": { token: "t", incomingUrl: "https://nas.example/w", accounts: { default: {}, b: { token: "u" } } } } }`,
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config: `{ channels: { "synology-chat": { token: "t", incomingUrl: "https://nas.example/w", accounts: { default: {}, b: { token: "u", webhookPath: "/webhook/b" } } } } }`,
        openclawVersion: '2026.9.6',
      },
      {
        config: `{ channels: { "synology-chat": { token: "t", accounts: { default: {}, b: { enabled: false, token: "u" } } } } }`,
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const { account, route, value } of inheritedPaths(
      accountsOf(channels, departs, 'synology-chat'),
    )) {
      const args = { account: account.label, path: formatRoute(route), value };
      yield report('shared', args, config.at(...route), { subject: account.index });
    }
  },
});

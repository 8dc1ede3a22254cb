import { formatRoute } from '../../document/route.ts';
import { repeatedPaths } from '../../posture/channels/synology.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.synology-chat.routing.duplicate-webhook-path',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels', 'synology-chat']],
  refs: ['CWE-441'],
  text: {
    en: {
      title: 'Several accounts of Synology Chat have one webhook path',
      why: 'The gateway cannot tell which account a call is for, and refuses to serve the path twice: an account is not reached, or reached by the calls of another.',
      remedy: 'Give each account a `webhookPath` of its own.',
      shared: 'The path of `{account}` (`{path}`) is `{value}`, which another account has too',
    },
    ko: {
      title: '여러 Synology Chat 계정의 webhook 경로가 같습니다',
      why: '게이트웨이가 어느 계정으로 온 호출인지 알 수 없고 같은 경로를 두 번 열지 않으므로, 계정에 닿지 못하거나 다른 계정의 호출이 들어옵니다.',
      remedy: '계정마다 다른 `webhookPath`를 설정하십시오.',
      shared: '`{account}`의 경로(`{path}`) `{value}`를 다른 계정도 사용합니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      {
        config: `{ channels: { "synology-chat": { accounts: { a: { token: "t", webhookPath: "/w" }, b: { token: "u", webhookPath: "/w" } } } } }`,
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config: `{ channels: { "synology-chat": { accounts: { a: { token: "t", webhookPath: "/w" }, b: { token: "u", webhookPath: "/v" } } } } }`,
        openclawVersion: '2026.9.6',
      },
      {
        config: `{ channels: { "synology-chat": { accounts: { a: { token: "t" } } } } }`,
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const { account, route, value } of repeatedPaths(
      accountsOf(channels, departs, 'synology-chat'),
    )) {
      const args = { account: account.label, path: formatRoute(route), value };
      yield report('shared', args, config.at(...route), { subject: account.index });
    }
  },
});

import { formatRoute } from '../../document/route.ts';
import { repeatedUrls } from '../../posture/channels/synology.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.synology-chat.routing.duplicate-webhook-url',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels', 'synology-chat']],
  refs: ['CWE-441'],
  text: {
    en: {
      title: 'Several accounts of Synology Chat have one public webhook address',
      why: 'Calls and attachments of one account reach another: people who may only talk to one agent get at what the other one sends.',
      remedy:
        'Give each account a `webhookUrl` of its own, and let the reverse proxy pass it to the `webhookPath` of that account.',
      shared: 'The address of `{account}` (`{path}`) is that of another account too: {value}',
    },
    ko: {
      title: '여러 Synology Chat 계정의 공개 webhook 주소가 같습니다',
      why: '한 계정의 호출과 첨부 파일이 다른 계정에 닿으므로, 한 에이전트와만 대화할 수 있는 사람이 다른 에이전트가 보낸 내용을 볼 수 있습니다.',
      remedy:
        '계정마다 다른 `webhookUrl`을 설정하고 리버스 프록시가 해당 계정의 `webhookPath`로 넘기게 하십시오.',
      shared: '`{account}`의 주소(`{path}`)를 다른 계정도 사용합니다: {value}',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      {
        config: `{ channels: { "synology-chat": { accounts: { a: { token: "t", webhookPath: "/a", webhookUrl: "https://g.example/w" }, b: { token: "u", webhookPath: "/b", webhookUrl: "https://g.example/w" } } } } }`,
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config: `{ channels: { "synology-chat": { accounts: { a: { token: "t", webhookUrl: "https://g.example/a" }, b: { token: "u", webhookUrl: "https://g.example/b" } } } } }`,
        openclawVersion: '2026.9.6',
      },
      {
        config: `{ channels: { "synology-chat": { accounts: { a: { token: "t", webhookUrl: "https://g.example/w" }, b: { enabled: false, token: "u", webhookUrl: "https://g.example/w" } } } } }`,
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const { account, route, value } of repeatedUrls(
      accountsOf(channels, departs, 'synology-chat'),
    )) {
      const args = { account: account.label, path: formatRoute(route), value };
      yield report('shared', args, config.at(...route), { subject: account.index });
    }
  },
});

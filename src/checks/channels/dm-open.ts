import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, dmOf, LIVE_ACCOUNTS, RUNTIME_DM } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.dm.open',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-306', 'ASI02'],
  text: {
    en: {
      title: 'Anyone can message the agent directly over {channel}',
      why: 'Whoever finds the account can give the agent orders, and the agent carries them out with its own tools and your data.',
      remedy:
        'Set `{path}` to `pairing` (you approve each new sender) or to `allowlist`, and take `*` out of `{list}`.',
      open: '`{path}` is `open`: every stranger who can write to `{account}` talks to the agent',
    },
    ko: {
      title: '{channel}에서 누구나 에이전트에게 직접 메시지를 보낼 수 있습니다',
      why: '계정을 찾아낸 사람은 누구든 에이전트에게 지시할 수 있고, 에이전트는 자신의 도구와 사용자의 데이터로 그 지시를 수행합니다.',
      remedy:
        '`{path}` 값을 `pairing`(새 발신자를 직접 승인) 또는 `allowlist`로 바꾸고 `{list}`에서 `*`를 제거하십시오.',
      open: '`{path}` 값이 `open`입니다. `{account}`에 메시지를 보낼 수 있는 모르는 사람 누구나 에이전트와 대화합니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...RUNTIME_DM },
  examples: {
    bad: [
      {
        config:
          '{ channels: { telegram: { botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] } } }',
        offending: '"open"',
      },
      '{ channels: { discord: { token: "x", dmPolicy: "open", allowFrom: ["*"] } } }',
      '{ channels: { slack: { mode: "http", botToken: "x", signingSecret: "y", dmPolicy: "open", allowFrom: ["*"] } } }',
      `{ channels: { msteams: { appId: "a", appPassword: "b", tenantId: "c",
        dmPolicy: "open", allowFrom: ["*"] } } }`,
      {
        config: `{ channels: { telegram: { enabled: true, accounts: {
          a: { enabled: false, botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] } } } } }`,
        compat: true,
      },
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x" } } }',
      // An account has a policy of its own, whatever the channel says.
      `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: { botToken: "1:x" } } } } }`,
      '{ channels: { telegram: { enabled: false, botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] } } }',
      '{ channels: { discord: { token: "x", dm: { enabled: false, policy: "open", allowFrom: ["*"] } } } }',
      '{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }',
      {
        config:
          '{ channels: { discord: { enabled: true, token: "x", dmPolicy: "open", allowFrom: ["*"] } } }',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const dm = dmOf(account, departs);
      if (dm?.policy !== 'open') continue;
      const args = {
        channel: account.channel,
        account: account.label,
        path: formatRoute(dm.policyRoute),
        list: formatRoute(dm.allowFromRoute),
      };
      yield report('open', args, config.at(...dm.policyRoute), { subject: account.index });
    }
  },
});

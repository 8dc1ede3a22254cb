import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, dmOf, LIVE_ACCOUNTS, RUNTIME_DM } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.dm.open_invalid',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'Open DM policy of {channel} contradicts its allowlist',
      why: 'OpenClaw accepts an open policy only together with `*` in the allowlist: the config is refused, or the gateway does something else than it says.',
      remedy: 'Set `{path}` to `allowlist` and keep `{list}` as the list of people you mean.',
      contradicts: '`{path}` is `open`, but `{list}` of `{account}` does not hold `*`',
    },
    ko: {
      title: '{channel}의 open DM 정책이 허용 목록과 모순됩니다',
      why: 'OpenClaw는 허용 목록에 `*`가 있을 때만 open 정책을 받아들입니다. 설정이 거부되거나 게이트웨이가 설정과 다르게 동작합니다.',
      remedy: '`{path}` 값을 `allowlist`로 바꾸고 `{list}`에는 허용할 사람만 남기십시오.',
      contradicts: '`{path}` 값은 `open`이지만 `{account}`의 `{list}`에 `*`가 없습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...RUNTIME_DM },
  examples: {
    bad: [
      {
        config:
          '{ channels: { "synology-chat": { token: "t", incomingUrl: "https://nas.example/w", dmPolicy: "open" } } }',
        offending: '"open"',
      },
      {
        config: `{ channels: { discord: { enabled: true, token: "x", allowFrom: ["*"],
          dm: { policy: "open", allowFrom: ["1"] } } } }`,
        compat: true,
      },
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x", dmPolicy: "open", allowFrom: ["*"] } } }',
      `{ channels: { discord: { enabled: true, token: "x", allowFrom: ["*"],
        dm: { policy: "open", allowFrom: ["1"] } } } }`,
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const dm = dmOf(account, departs);
      if (dm?.policy !== 'open' || dm.allowFrom.includes('*')) continue;
      const args = {
        channel: account.channel,
        account: account.label,
        path: formatRoute(dm.policyRoute),
        list: formatRoute(dm.allowFromRoute),
      };
      const at = [config.at(...dm.policyRoute), config.at(...dm.allowFromRoute)];
      yield report('contradicts', args, at, { subject: account.index });
    }
  },
});

import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, dmOf, LIVE_ACCOUNTS, RUNTIME_DM } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.dm.disabled',
  severity: 'info',
  needs: ['channels', 'config'],
  when: [['channels']],
  text: {
    en: {
      title: 'Direct messages over {channel} are switched off',
      why: 'Nobody, you included, reaches the agent by direct message: worth knowing when an answer fails to come.',
      remedy:
        'Nothing to do if that is meant; otherwise set the DM policy of `{account}` to `pairing`.',
      disabled: '`{path}` is `{value}`: nobody can write to `{account}` directly',
    },
    ko: {
      title: '{channel}의 DM이 꺼져 있습니다',
      why: '사용자 본인을 포함해 누구도 DM으로 에이전트에 닿을 수 없습니다. 답이 오지 않을 때 확인할 사항입니다.',
      remedy:
        '의도한 것이라면 조치할 필요가 없습니다. 아니라면 `{account}`의 DM 정책을 `pairing`으로 설정하십시오.',
      disabled:
        '`{path}` 값이 `{value}`입니다. 아무도 `{account}`에 직접 메시지를 보낼 수 없습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...RUNTIME_DM },
  examples: {
    bad: [
      {
        config: '{ channels: { signal: { account: "+15550001111", dmPolicy: "disabled" } } }',
        offending: '"disabled"',
      },
      '{ channels: { googlechat: { serviceAccountFile: "/x.json", dm: { enabled: false } } } }',
      {
        config:
          '{ channels: { telegram: { enabled: true, botToken: "1:x", dmPolicy: "disabled" } } }',
        compat: true,
      },
    ],
    good: [
      '{ channels: { signal: { account: "+15550001111" } } }',
      {
        config: '{ channels: { discord: { enabled: true, token: "x", dm: { enabled: false } } } }',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const dm = dmOf(account, departs);
      if (dm?.policy !== 'disabled') continue;
      const args = {
        channel: account.channel,
        account: account.label,
        path: formatRoute(dm.policyRoute),
        value: dm.policyValue,
      };
      yield report('disabled', args, config.at(...dm.policyRoute), { subject: account.index });
    }
  },
});

import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import {
  ACCOUNT_STORES,
  accountsOf,
  dmOf,
  LIVE_ACCOUNTS,
  pairedOf,
  RUNTIME_DM,
} from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.dm.locked',
  severity: 'info',
  needs: ['channels', 'config'],
  when: [['channels']],
  text: {
    en: {
      title: 'Nobody may write to the agent directly over {channel} yet',
      why: 'Nobody, you included, is answered by direct message: worth knowing when an answer fails to come.',
      remedy:
        'Nothing to do if that is meant; otherwise put your own id in `{list}`, or write to the agent and approve the pairing code (`openclaw pairing approve {channel} <code>`).',
      remedy_list: 'Nothing to do if that is meant; otherwise put the ids you mean in `{list}`.',
      nobody: '`{path}` is `{policy}`, and no sender is listed or approved for `{account}`',
    },
    ko: {
      title: '아직 {channel}에서 에이전트에게 DM을 보낼 수 있는 사람이 없습니다',
      why: '사용자 본인을 포함해 누구의 DM에도 답하지 않습니다. 답이 오지 않을 때 확인할 사항입니다.',
      remedy:
        '의도한 것이라면 조치할 필요가 없습니다. 아니라면 본인의 ID를 `{list}`에 넣거나, 에이전트에게 메시지를 보낸 뒤 페어링 코드를 승인하십시오(`openclaw pairing approve {channel} <code>`).',
      remedy_list:
        '의도한 것이라면 조치할 필요가 없습니다. 아니라면 허용할 ID를 `{list}`에 넣으십시오.',
      nobody: '`{path}` 값이 `{policy}`이고 `{account}`에 나열되거나 승인된 발신자가 없습니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...RUNTIME_DM, ...ACCOUNT_STORES },
  examples: {
    bad: [
      {
        config: '{ channels: { irc: { host: "h", nick: "n", dmPolicy: "allowlist" } } }',
        openclawVersion: '2026.9.6',
        offending: '"allowlist"',
      },
      { config: '{ channels: { telegram: { botToken: "1:x" } } }', openclawVersion: '2026.9.6' },
      {
        config: '{ channels: { signal: { account: "+15550001111", allowFrom: [] } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config: '{ channels: { telegram: { botToken: "1:x", allowFrom: ["1"] } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { telegram: { botToken: "1:x", dmPolicy: "disabled" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { telegram: { botToken: "1:x", dmPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
      },
      { config: '{ channels: { telegram: { botToken: "1:x" } } }' },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const dm = dmOf(account, departs);
      if (!dm || dm.policy === 'open' || dm.policy === 'disabled') continue;
      if (dm.allowFrom.length > 0 || pairedOf(account, departs).length > 0) continue;
      const { channel, index, label } = account;
      const path = formatRoute(dm.policyRoute);
      const list = formatRoute(dm.allowFromRoute);
      const args = { channel, account: label, path, policy: dm.policy, list };
      const remedy = dm.policy === 'pairing' ? 'remedy' : 'remedy_list';
      yield report('nobody', args, config.at(...dm.policyRoute), { subject: index, remedy });
    }
  },
});

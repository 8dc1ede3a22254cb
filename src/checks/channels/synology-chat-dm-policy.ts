import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.synology-chat.dm.policy',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels', 'synology-chat']],
  refs: ['CWE-284', 'ASI02'],
  text: {
    en: {
      title: 'Who may write over Synology Chat is not what anyone means',
      why: 'Everyone on the Synology can give the agent orders, or nobody reaches it at all and the usual way out is to open it to everyone.',
      remedy: 'Set `{path}` to `allowlist` and list the user ids you mean in `{list}`.',
      everyone: '`{path}` is `open` and `{list}` holds `*`: everyone can write to `{account}`',
      open_to_nobody:
        '`{path}` is `open`, but `{list}` is empty: `{account}` does not start, and nobody reaches it',
      allowlist_empty:
        '`{path}` is `allowlist`, but `{list}` is empty: `{account}` does not start, and nobody reaches it',
    },
    ko: {
      title: 'Synology Chat에서 메시지를 보낼 수 있는 사람이 의도와 다르게 설정되었습니다',
      why: 'Synology의 누구나 에이전트에게 지시할 수 있거나, 아무도 닿지 못합니다. 이때 흔히 하듯 모두에게 열면 누구나 지시할 수 있게 됩니다.',
      remedy: '`{path}` 값을 `allowlist`로 바꾸고 허용할 사용자 ID를 `{list}`에 나열하십시오.',
      everyone:
        '`{path}` 값이 `open`이고 `{list}`에 `*`가 있습니다. 누구나 `{account}`에 메시지를 보낼 수 있습니다',
      open_to_nobody:
        '`{path}` 값은 `open`이지만 `{list}`가 비어 있습니다. `{account}` 계정이 시작되지 않아 아무도 닿지 못합니다',
      allowlist_empty:
        '`{path}` 값은 `allowlist`이지만 `{list}`가 비어 있습니다. `{account}` 계정이 시작되지 않아 아무도 닿지 못합니다',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    true_level: {
      reference: 'Calls a list that lets nobody in critical.',
      why: 'An account that does not start is reached by nobody (info); critical is one that everyone reaches.',
      source: 'OpenClaw 2026.9.6, observed',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { "synology-chat": { token: "t", dmPolicy: "open", allowedUserIds: ["*"] } } }',
        openclawVersion: '2026.9.6',
        severity: 'critical',
        offending: '"open"',
      },
      {
        config: '{ channels: { "synology-chat": { token: "t" } } }',
        openclawVersion: '2026.9.6',
        severity: 'info',
      },
      {
        config: '{ channels: { "synology-chat": { token: "t", dmPolicy: "open" } } }',
        openclawVersion: '2026.9.6',
        severity: 'critical',
        compat: true,
      },
    ],
    good: [
      {
        config: '{ channels: { "synology-chat": { token: "t", allowedUserIds: ["5"] } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { "synology-chat": { token: "t" } } }',
        env: { SYNOLOGY_ALLOWED_USER_IDS: '5' },
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { "synology-chat": { token: "t", dmPolicy: "disabled" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs, 'synology-chat')) {
      const { dm, index, label } = account;
      const everyone = dm.policy === 'open' && dm.allowFrom.includes('*');
      const nobody = dm.allowFrom.length === 0 ? EMPTY.get(dm.policy) : undefined;
      const kind = everyone ? 'everyone' : nobody;
      if (kind === undefined) continue;
      const path = formatRoute(dm.policyRoute);
      const args = { account: label, path, list: formatRoute(dm.allowFromRoute) };
      const harmless = kind !== 'everyone' && departs('true_level');
      yield report(kind, args, config.at(...dm.policyRoute), {
        subject: index,
        severity: harmless ? 'info' : 'critical',
      });
    }
  },
});

const EMPTY: ReadonlyMap<string, 'open_to_nobody' | 'allowlist_empty'> = new Map([
  ['open', 'open_to_nobody'],
  ['allowlist', 'allowlist_empty'],
]);

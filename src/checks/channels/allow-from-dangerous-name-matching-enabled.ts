import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.allowFrom.dangerous_name_matching_enabled',
  severity: 'info',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-290', 'ASI03'],
  text: {
    en: {
      title: 'Allowlists of {channel} accept names that anyone can take',
      why: 'Names, nicknames and addresses can be changed: someone who takes the name of an allowed person is let in as that person.',
      remedy:
        'Replace names in the allowlists by the stable ids of the people meant, then remove `dangerouslyAllowNameMatching`.',
      enabled: '`{path}` is `true` for `{account}`',
    },
    ko: {
      title: '{channel} 허용 목록이 누구나 쓸 수 있는 이름으로도 통과시킵니다',
      why: '이름, 닉네임, 주소는 바꿀 수 있으므로 허용된 사람의 이름을 차지한 사람이 그 사람으로 통과합니다.',
      remedy:
        '허용 목록의 이름을 해당 사람의 고정 ID로 바꾼 다음 `dangerouslyAllowNameMatching`을 제거하십시오.',
      enabled: '`{account}`에 적용되는 `{path}` 값이 `true`입니다',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    teams_too: {
      reference: 'Does not look at `channels.msteams.dangerouslyAllowNameMatching`.',
      why: 'It widens the allowlists of Microsoft Teams just as it does elsewhere.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  examples: {
    bad: [
      {
        config: '{ channels: { discord: { token: "x", dangerouslyAllowNameMatching: true } } }',
        offending: 'true',
      },
      `{ channels: { msteams: { appId: "a", appPassword: "b", tenantId: "c",
        dangerouslyAllowNameMatching: true } } }`,
      {
        config: `{ channels: { slack: { enabled: true, accounts: {
          w: { enabled: false, botToken: "x", appToken: "y", dangerouslyAllowNameMatching: true } } } } }`,
        compat: true,
      },
    ],
    good: [
      '{ channels: { discord: { token: "x" } } }',
      '{ channels: { discord: { enabled: false, token: "x", dangerouslyAllowNameMatching: true } } }',
      {
        config: '{ channels: { discord: { token: "x", dangerouslyAllowNameMatching: true } } }',
        compat: true,
      },
      {
        config: `{ plugins: { entries: { msteams: { enabled: true } } }, channels: { msteams: {
          appId: "a", appPassword: "b", tenantId: "c", dangerouslyAllowNameMatching: true } } }`,
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const { channel, matchesNames, index } = account;
      if (!matchesNames || (channel === 'msteams' && !departs('teams_too'))) continue;
      const route = account.routeOf('dangerouslyAllowNameMatching');
      const path = formatRoute(route);
      const args = { channel, path, account: account.label };
      yield report('enabled', args, config.at(...route), { subject: index });
    }
  },
});

import { formatRoute } from '../../document/route.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.synology-chat.reply.dangerous_name_matching_enabled',
  severity: 'info',
  needs: ['channels', 'config'],
  when: [['channels', 'synology-chat']],
  refs: ['CWE-290', 'ASI03'],
  text: {
    en: {
      title: 'Replies over Synology Chat go to whoever bears the name',
      why: 'Names can be changed: someone who takes the name of a person is sent the answers that are meant for that person.',
      remedy: 'Remove `{path}`: replies then go to the user id that wrote.',
      enabled: '`{path}` is `true` for `{account}`',
    },
    ko: {
      title: 'Synology Chat의 답장이 그 이름을 쓰는 사람에게 갑니다',
      why: '이름은 바꿀 수 있으므로 다른 사람의 이름을 차지하면 그 사람에게 갈 답을 받습니다.',
      remedy: '`{path}` 설정을 제거하십시오. 그러면 답장이 메시지를 쓴 사용자 ID로 갑니다.',
      enabled: '`{account}`에 적용되는 `{path}` 값이 `true`입니다',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      {
        config:
          '{ channels: { "synology-chat": { token: "t", dangerouslyAllowNameMatching: true } } }',
        openclawVersion: '2026.9.6',
        offending: 'true',
      },
    ],
    good: [
      {
        config: '{ channels: { "synology-chat": { token: "t" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ channels: { "synology-chat": { token: "t", dangerouslyAllowNameMatching: true } } }',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs, 'synology-chat')) {
      if (!account.matchesNames) continue;
      const route = account.routeOf('dangerouslyAllowNameMatching');
      const args = { account: account.label, path: formatRoute(route) };
      yield report('enabled', args, config.at(...route), { subject: account.index });
    }
  },
});

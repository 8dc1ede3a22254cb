import { isObject } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, LIVE_ACCOUNTS } from './accounts.ts';

export default defineCheck({
  id: 'channels.zalouser.groups.mutable_entries',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels', 'zalouser']],
  refs: ['CWE-290', 'ASI03'],
  text: {
    en: {
      title: 'Zalo groups are named by changeable names',
      why: 'The name of a group can be changed and taken: such an entry matches no group, or whichever group bears the name today.',
      remedy:
        'Replace each of these keys of `groups` by the id of the group (`openclaw directory groups list --channel zalouser`), and leave `dangerouslyAllowNameMatching` off.',
      names: 'Names instead of ids in groups of `{account}` ({count}): {entries}',
    },
    ko: {
      title: 'Zalo 그룹이 바꿀 수 있는 이름으로 지정되었습니다',
      why: '그룹 이름은 바꾸거나 차지할 수 있습니다. 이런 항목은 어느 그룹과도 일치하지 않거나 지금 그 이름을 쓰는 그룹과 일치합니다.',
      remedy:
        '`groups`의 해당 키를 그룹 ID로 바꾸고(`openclaw directory groups list --channel zalouser`) `dangerouslyAllowNameMatching`은 끈 상태로 두십시오.',
      names: '`{account}`의 그룹에 ID가 아닌 이름이 {count}개 있습니다: {entries}',
    },
  },
  departures: { ...LIVE_ACCOUNTS },
  examples: {
    bad: [
      {
        config: '{ channels: { zalouser: { groups: { "123456789": {}, "Work Chat": {} } } } }',
        openclawVersion: '2026.9.6',
        severity: 'warn',
      },
      {
        config:
          '{ channels: { zalouser: { dangerouslyAllowNameMatching: true, groups: { Work: {} } } } }',
        openclawVersion: '2026.9.6',
        severity: 'info',
        compat: true,
      },
    ],
    good: [
      {
        config:
          '{ channels: { zalouser: { groups: { "123456789": {}, "group:5": {}, "*": {} } } } }',
        openclawVersion: '2026.9.6',
      },
      { config: '{ channels: { zalouser: { groups: { Work: {} } } } }' },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs, 'zalouser')) {
      const groups = account.get('groups');
      const entries = Object.keys(isObject(groups) ? groups : {}).filter(isName);
      if (entries.length === 0) continue;
      const args = { account: account.label, count: entries.length, entries };
      const route = account.routeOf('groups');
      const at = entries.map((key) => config.at(...route, key));
      yield report('names', args, at, {
        subject: account.index,
        severity: account.matchesNames ? 'info' : 'warn',
      });
    }
  },
});

const isName = (key: string) => key !== '*' && !/^(?:(?:zalouser|zlu):)?(?:group:)?\d+$/i.test(key);

import { formatRoute } from '../../document/route.ts';
import { telegramRooms } from '../../posture/channels/telegram-groups.ts';
import { child } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'policy.telegram_group_open',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-284', 'ASI02'],
  text: {
    en: {
      title: 'One Telegram group or topic is open to all its members',
      why: 'The setting of the group overrides that of the account: everyone in that group, and everyone who is added to it later, can give the agent orders.',
      remedy:
        'Remove `{path}` (the policy of the account then holds) or set it to `allowlist`, and list the senders you mean in `allowFrom` of the group.',
      open: '`{path}` is `open`, while the group policy of `{account}` is `{policy}`',
    },
    ko: {
      title: 'Telegram 그룹 또는 토픽 하나가 모든 구성원에게 열려 있습니다',
      why: '그룹의 설정이 계정의 설정보다 우선하므로, 그 그룹의 모든 구성원과 나중에 추가되는 사람까지 에이전트에게 지시할 수 있습니다.',
      remedy:
        '`{path}`를 제거하여 계정의 정책을 따르게 하거나 `allowlist`로 바꾸고, 허용할 발신자를 그룹의 `allowFrom`에 나열하십시오.',
      open: '`{account}`의 그룹 정책은 `{policy}`인데 `{path}` 값이 `open`입니다',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { groupPolicy: "open" } } } } }',
        offending: '"open"',
      },
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { topics: { "5": { groupPolicy: "open" } } } } } } }',
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { groupPolicy: "allowlist" } } } } }',
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { enabled: false, groupPolicy: "open" } } } } }',
      '{ channels: { telegram: { enabled: false, botToken: "1:x", groups: { "-1": { groupPolicy: "open" } } } } }',
      // The account as a whole is open: that is another finding.
      '{ channels: { telegram: { botToken: "1:x", groupPolicy: "open", groups: { "-1": { groupPolicy: "open" } } } } }',
    ],
  },
  *run({ channels, config }, report) {
    for (const account of channels.accounts) {
      const { channel, groups, index } = account;
      if (channel !== 'telegram' || groups.policy === 'open' || !account.active) continue;
      for (const { settings, route } of telegramRooms(account)) {
        if (child(settings, 'enabled') === false || child(settings, 'groupPolicy') !== 'open')
          continue;
        const place = [...route, 'groupPolicy'];
        const args = { path: formatRoute(place), account: account.label, policy: groups.policy };
        yield report('open', args, config.at(...place), { subject: index });
      }
    }
  },
});

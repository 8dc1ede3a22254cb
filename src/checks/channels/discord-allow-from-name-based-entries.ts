import { mutableEntries } from '../../posture/channels/mutable.ts';
import { defineCheck } from '../define.ts';
import { ACCOUNT_STORES, accountsOf, distinctPlaces, LIVE_ACCOUNTS, pairedOf } from './accounts.ts';

export default defineCheck({
  id: 'channels.discord.allowFrom.name_based_entries',
  severity: 'warn',
  needs: ['channels'],
  when: [['channels']],
  refs: ['CWE-290', 'ASI03'],
  text: {
    en: {
      title: 'Discord allowlists name people by changeable names',
      why: 'Names and tags on Discord can be changed and taken over: the entry admits whoever bears the name today, not the person you meant.',
      remedy:
        'Replace each of these entries by the numeric user id (Discord: Developer Mode, then Copy User ID).',
      names: 'Names instead of ids in lists of `{account}` ({count}): {entries}',
    },
    ko: {
      title: 'Discord 허용 목록이 바꿀 수 있는 이름으로 사람을 지정합니다',
      why: 'Discord의 이름과 태그는 바꾸거나 가로챌 수 있습니다. 이런 항목은 지정하려던 사람이 아니라 지금 그 이름을 쓰는 사람을 통과시킵니다.',
      remedy: '해당 항목을 숫자 사용자 ID로 바꾸십시오(Discord 개발자 모드에서 사용자 ID 복사).',
      names: '`{account}`의 목록에 ID가 아닌 이름이 {count}개 있습니다: {entries}',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...ACCOUNT_STORES },
  examples: {
    bad: [
      {
        config: '{ channels: { discord: { token: "x", allowFrom: ["bob#1234", "123"] } } }',
        offending: '["bob#1234", "123"]',
      },
      '{ channels: { discord: { token: "x", guilds: { "1": { channels: { c: { users: ["bob"] } } } } } } }',
      {
        config: `{ channels: { discord: { token: "x", dangerouslyAllowNameMatching: true, allowFrom: ["bob"] } } }`,
        severity: 'info',
      },
      {
        config: '{ channels: { discord: { token: "x" } } }',
        files: [
          {
            path: '.openclaw/credentials/discord-default-allowFrom.json',
            content: '{"version":1,"allowFrom":["eve"]}',
          },
        ],
      },
      {
        config:
          '{ channels: { discord: { enabled: true, token: "x", dm: { allowFrom: ["user: "] } } } }',
        compat: true,
      },
    ],
    good: [
      '{ channels: { discord: { token: "x", allowFrom: ["123", "<@!456>", "user:9", "pk:a", "*"] } } }',
      {
        config: '{ channels: { discord: { enabled: true, token: "x" } } }',
        files: [
          {
            path: '.openclaw/credentials/discord-default-allowFrom.json',
            content: '{"version":1,"allowFrom":["eve"]}',
          },
        ],
        compat: true,
      },
    ],
  },
  *run({ channels }, report, departs) {
    for (const account of accountsOf(channels, departs, 'discord')) {
      const found = mutableEntries(account, pairedOf(account, departs));
      if (found.length === 0) continue;
      const args = {
        account: account.label,
        count: found.length,
        entries: found.map(({ text }) => text),
      };
      yield report('names', args, distinctPlaces(found.map(({ at }) => at)), {
        severity: account.matchesNames ? 'info' : 'warn',
        subject: account.index,
      });
    }
  },
});

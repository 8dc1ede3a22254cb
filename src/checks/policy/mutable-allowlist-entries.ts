import { formatRoute } from '../../document/route.ts';
import { mutableEntries } from '../../posture/channels/mutable.ts';
import { distinctPlaces } from '../channels/accounts.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'policy.mutable_allowlist_entries',
  severity: 'warn',
  needs: ['channels'],
  when: [['channels']],
  refs: ['CWE-290', 'ASI03'],
  text: {
    en: {
      title: 'Allowlists of {channel} name people by changeable names',
      why: 'A name, nickname or address can be changed or taken over: such an entry matches nobody, or whoever bears the name today.',
      remedy:
        'Replace each of these entries by the stable id of the person ({id}), and leave `dangerouslyAllowNameMatching` off.',
      names: 'Names instead of ids in lists of `{account}` ({count}): {entries}',
    },
    ko: {
      title: '{channel} 허용 목록이 바꿀 수 있는 이름으로 사람을 지정합니다',
      why: '이름, 닉네임, 주소는 바꾸거나 가로챌 수 있습니다. 이런 항목은 아무와도 일치하지 않거나 지금 그 이름을 쓰는 사람과 일치합니다.',
      remedy:
        '해당 항목을 그 사람의 고정 ID({id})로 바꾸고 `dangerouslyAllowNameMatching`은 끈 상태로 두십시오.',
      names: '`{account}`의 목록에 ID가 아닌 이름이 {count}개 있습니다: {entries}',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { slack: { botToken: "x", appToken: "y", allowFrom: ["bob", "U12345678"] } } }',
        offending: '["bob", "U12345678"]',
      },
      '{ channels: { irc: { host: "h", nick: "n", groups: { "#a": { allowFrom: ["alice"] } } } } }',
      '{ channels: { googlechat: { serviceAccountFile: "/x.json", dm: { allowFrom: ["bob@example.com"] } } } }',
      {
        config:
          '{ channels: { mattermost: { botToken: "t", baseUrl: "https://mm.example", dangerouslyAllowNameMatching: true, allowFrom: ["@bob"] } } }',
        severity: 'info',
      },
      {
        config: '{ channels: { msteams: { appId: "a", appPassword: "b", tenantId: "c" } } }',
        files: [
          {
            path: '.openclaw/credentials/msteams-allowFrom.json',
            content: '{"version":1,"allowFrom":["bob@example.com"]}',
          },
        ],
      },
    ],
    good: [
      '{ channels: { slack: { botToken: "x", appToken: "y", allowFrom: ["slack:U12345678", "<@U12345678>", "*"] } } }',
      '{ channels: { irc: { host: "h", nick: "n", allowFrom: ["alice!a@example.org"] } } }',
      '{ channels: { slack: { enabled: false, botToken: "x", appToken: "y", allowFrom: ["bob"] } } }',
      '{ channels: { discord: { token: "x", allowFrom: ["bob"] } } }',
      {
        config: '{ channels: { slack: { botToken: "x", appToken: "y", allowFrom: ["bob"] } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ channels }, report) {
    for (const account of channels.accounts) {
      const { channel, index } = account;
      // Discord has a check of its own.
      if (channel === 'discord' || !account.active) continue;
      // Names that let nobody in have a check of their own.
      const list = account.inert.length > 0 ? formatRoute(account.dm.allowFromRoute) : undefined;
      const found = mutableEntries(account, account.paired).filter(
        ({ at }) => at.kind !== 'config' || formatRoute(at.route) !== list,
      );
      if (found.length === 0) continue;
      const args = {
        channel,
        account: account.label,
        id: STABLE_IDS.get(channel) ?? 'id',
        count: found.length,
        entries: found.map(({ text }) => text),
      };
      yield report('names', args, distinctPlaces(found.map(({ at }) => at)), {
        severity: account.matchesNames ? 'info' : 'warn',
        subject: index,
      });
    }
  },
});

/** What a lasting id looks like, for people who have to find it. */
const STABLE_IDS: ReadonlyMap<string, string> = new Map([
  ['slack', '`U0123ABCD`'],
  ['googlechat', '`users/1234567890`'],
  ['msteams', 'AAD object id'],
  ['mattermost', '`user:` + 26 × `a-z0-9`'],
  ['irc', '`nick!user@host`'],
]);

import {
  invalidDirectEntries,
  readTelegramGroups,
  readTelegramGroupsByReference,
  telegramGroupsReachable,
} from '../../posture/channels/telegram-groups.ts';
import { defineCheck } from '../define.ts';
import {
  ACCOUNT_STORES,
  accountsOf,
  distinctPlaces,
  EVERY_ACCOUNT,
  LIVE_ACCOUNTS,
  nameOf,
} from './accounts.ts';

export default defineCheck({
  id: 'channels.telegram.allowFrom.invalid_entries',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-1288'],
  text: {
    en: {
      title: 'Telegram allowlists hold entries that match nobody',
      why: 'Telegram senders are compared by numeric id. A name in the list lets nobody in, and what looks like a restriction is none you can rely on.',
      remedy:
        'Replace each of these entries by the numeric user id (ask @userinfobot, or read it in the gateway log).',
      invalid: 'Entries that are no numeric id in lists of `{account}` ({count}): {entries}',
    },
    ko: {
      title: 'Telegram 허용 목록에 아무와도 일치하지 않는 항목이 있습니다',
      why: 'Telegram 발신자는 숫자 ID로 비교합니다. 목록의 이름은 아무도 통과시키지 못하므로 제한처럼 보여도 의지할 수 없습니다.',
      remedy:
        '해당 항목을 숫자 사용자 ID로 바꾸십시오(@userinfobot에 묻거나 게이트웨이 로그에서 확인).',
      invalid: '`{account}`의 목록에 숫자 ID가 아닌 항목이 {count}개 있습니다: {entries}',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    ...ACCOUNT_STORES,
    ...EVERY_ACCOUNT,
    every_list: {
      reference: 'Stops at the first group or topic that has an allowlist.',
      why: 'Entries of the lists after it match nobody either.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  examples: {
    bad: [
      {
        config: `{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} }, groupAllowFrom: ["@bob", "tg:123"] } } }`,
        offending: '["@bob", "tg:123"]',
      },
      `{ channels: { telegram: { botToken: "1:x", groups: {
        "-1": { allowFrom: ["1"] }, "-2": { topics: { "5": { allowFrom: ["bob"] } } } } } } }`,
      {
        config: '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} } } } }',
        files: [
          {
            path: '.openclaw/credentials/telegram-default-allowFrom.json',
            content: '{"version":1,"allowFrom":["bob"]}',
          },
        ],
      },
      {
        config: `{ channels: { telegram: { enabled: true, botToken: "1:x", groupPolicy: "open", allowFrom: ["bob"] } } }`,
        compat: true,
      },
      {
        config: '{ channels: { telegram: { botToken: "1:x", allowFrom: ["@bob"] } } }',
        openclawVersion: '2026.9.6',
        offending: '["@bob"]',
        compat: true,
      },
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} }, groupAllowFrom: ["123", "tg:-5", 55, "*"] } } }',
      // Nobody in a group can reach the agent.
      '{ channels: { telegram: { botToken: "1:x", allowFrom: ["@bob"] } } }',
      '{ commands: { text: false }, channels: { telegram: { botToken: "1:x", groupPolicy: "open", allowFrom: ["@bob"] } } }',
      {
        config: `{ channels: { telegram: { enabled: true, botToken: "1:x", groups: {
          "-1": { allowFrom: ["1"] }, "-2": { allowFrom: ["bob"] } } } } }`,
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    const noCommands = config.boolean('commands', 'text') === false;
    const read = departs('every_list') ? readTelegramGroups : readTelegramGroupsByReference;
    for (const account of accountsOf(channels, departs, 'telegram')) {
      const { directLists } = account.traits;
      const reachable = telegramGroupsReachable(account) && (directLists || !noCommands);
      if (!reachable && !directLists) continue;
      const invalid = reachable ? read(account).invalid : invalidDirectEntries(account);
      if (invalid.length === 0) continue;
      const entries = invalid.map(({ text }) => text);
      const args = { account: nameOf(account, departs), count: invalid.length, entries };
      const at = distinctPlaces(invalid.map((entry) => entry.at));
      yield report('invalid', args, at, { subject: account.index });
    }
  },
});

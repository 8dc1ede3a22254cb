import {
  readTelegramGroups,
  readTelegramGroupsByReference,
  telegramGroupsReachable,
} from '../../posture/channels/telegram-groups.ts';
import { defineCheck } from '../define.ts';
import { ACCOUNT_STORES, accountsOf, EVERY_ACCOUNT, LIVE_ACCOUNTS, nameOf } from './accounts.ts';

export default defineCheck({
  id: 'channels.telegram.groups.allowFrom.missing',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-862', 'ASI02'],
  text: {
    en: {
      title: 'Telegram groups have no list of people who may command the agent',
      why: "Nothing limits who in the group is obeyed: every member, and everyone who is added later, can run the agent's commands.",
      remedy:
        'List the numeric ids of the people you mean in `{path}` (or in `allowFrom` of the group).',
      missing: 'Groups reach `{account}`, but no `groupAllowFrom` and no `allowFrom` is set',
      missing_skills:
        'Groups reach `{account}`, skill commands included, but no `groupAllowFrom` and no `allowFrom` is set',
    },
    ko: {
      title: 'Telegram 그룹에서 에이전트에 명령할 수 있는 사람의 목록이 없습니다',
      why: '그룹의 누구를 따를지 제한이 없으므로 모든 구성원과 나중에 추가되는 사람까지 에이전트의 명령을 실행할 수 있습니다.',
      remedy: '허용할 사람의 숫자 ID를 `{path}`(또는 그룹의 `allowFrom`)에 나열하십시오.',
      missing:
        '그룹에서 `{account}`에 닿을 수 있지만 `groupAllowFrom`도 `allowFrom`도 설정되어 있지 않습니다',
      missing_skills:
        '스킬 명령까지 그룹에서 `{account}`에 닿을 수 있지만 `groupAllowFrom`도 `allowFrom`도 설정되어 있지 않습니다',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    ...ACCOUNT_STORES,
    ...EVERY_ACCOUNT,
    own_list_counts: {
      reference: 'Says that no list exists although `allowFrom` of the account is set.',
      why: 'Without `groupAllowFrom` the gateway takes `allowFrom` for groups too.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  examples: {
    bad: [
      {
        config: '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} } } } }',
        offending: '{ "-1": {} }',
      },
      '{ channels: { telegram: { accounts: { a: { botToken: "1:x" }, b: { botToken: "2:y", groupPolicy: "open" } } } } }',
      {
        config:
          '{ channels: { telegram: { enabled: true, botToken: "1:x", groups: { "-1": {} }, allowFrom: ["123"] } } }',
        compat: true,
      },
      {
        config:
          '{ channels: { telegram: { enabled: true, botToken: "1:x", groups: { "-1": {} } } } }',
        files: [
          {
            path: '.openclaw/credentials/telegram-default-allowFrom.json',
            content: '{"version":1,"allowFrom":["123"]}',
          },
        ],
        compat: true,
      },
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} }, allowFrom: ["123"] } } }',
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { topics: { "5": { allowFrom: ["1"] } } } } } } }',
      '{ channels: { telegram: { botToken: "1:x", groupPolicy: "disabled", groups: { "-1": {} } } } }',
      {
        config: '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} } } } }',
        files: [
          {
            path: '.openclaw/credentials/telegram-default-allowFrom.json',
            content: '{"version":1,"allowFrom":["123"]}',
          },
        ],
      },
      {
        config: '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} } } } }',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    if (config.boolean('commands', 'text') === false) return;
    const read = departs('own_list_counts') ? readTelegramGroups : readTelegramGroupsByReference;
    for (const account of accountsOf(channels, departs, 'telegram')) {
      if (!telegramGroupsReachable(account)) continue;
      const { restricted, wildcards } = read(account);
      if (restricted || wildcards.length > 0) continue;
      const name = nameOf(account, departs);
      const args = { account: name, path: `${name}.groupAllowFrom` };
      const at = [
        config.at(...(account.get('groups') ? account.routeOf('groups') : account.groups.route)),
        config.at(...account.route, 'groupAllowFrom'),
      ];
      yield report(account.nativeSkills ? 'missing_skills' : 'missing', args, at, {
        subject: account.index,
      });
    }
  },
});

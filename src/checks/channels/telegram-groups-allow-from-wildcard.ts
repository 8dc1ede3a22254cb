import {
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
  id: 'channels.telegram.groups.allowFrom.wildcard',
  severity: 'critical',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-862', 'ASI02'],
  text: {
    en: {
      title: 'Every member of a Telegram group can command the agent',
      why: "The list of senders holds a wildcard: whoever is in the group, or is added to it later, runs the agent's commands and skills.",
      remedy: 'Replace `*` in {paths} by the numeric ids of the people you mean.',
      wildcard: '`*` is in {paths}, which decides who may use commands in groups of `{account}`',
    },
    ko: {
      title: 'Telegram 그룹의 모든 구성원이 에이전트에 명령할 수 있습니다',
      why: '발신자 목록에 와일드카드가 있어, 그룹에 있거나 나중에 추가된 누구든 에이전트의 명령과 스킬을 실행합니다.',
      remedy: '{paths}의 `*`를 허용할 사람의 숫자 ID로 바꾸십시오.',
      wildcard: '`{account}`의 그룹에서 누가 명령을 쓸 수 있는지 정하는 {paths}에 `*`가 있습니다',
    },
  },
  departures: {
    ...LIVE_ACCOUNTS,
    ...ACCOUNT_STORES,
    ...EVERY_ACCOUNT,
    every_list: {
      reference:
        'Looks at `groupAllowFrom` only; a `*` in the list of one group or topic passes for an allowlist.',
      why: 'Such a list admits every member of that group. Where there is no `groupAllowFrom`, the gateway uses `allowFrom`, so a `*` there counts too.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} }, groupAllowFrom: ["*"] } } }',
        offending: '["*"]',
      },
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { allowFrom: ["*"] } } } } }',
      '{ channels: { telegram: { botToken: "1:x", dmPolicy: "open", allowFrom: ["*"], groups: { "-1": {} } } } }',
      {
        config:
          '{ channels: { telegram: { enabled: true, botToken: "1:x", groupPolicy: "open", groupAllowFrom: ["*"] } } }',
        compat: true,
      },
    ],
    good: [
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": {} }, groupAllowFrom: ["123"] } } }',
      '{ channels: { telegram: { botToken: "1:x", groupAllowFrom: ["*"] } } }',
      '{ commands: { text: false }, channels: { telegram: { botToken: "1:x", groups: { "-1": {} }, groupAllowFrom: ["*"] } } }',
      '{ channels: { telegram: { botToken: "1:x", groups: { "-1": { allowFrom: ["1"] }, "-2": { enabled: false, allowFrom: ["*"] } } } } }',
      {
        config:
          '{ channels: { telegram: { enabled: true, botToken: "1:x", groups: { "-1": { allowFrom: ["*"] } } } } }',
        compat: true,
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    if (config.boolean('commands', 'text') === false) return;
    const read = departs('every_list') ? readTelegramGroups : readTelegramGroupsByReference;
    for (const account of accountsOf(channels, departs, 'telegram')) {
      if (!telegramGroupsReachable(account)) continue;
      const { wildcards } = read(account);
      if (wildcards.length === 0) continue;
      const paths = departs('every_account')
        ? wildcards.map(({ path }) => `\`${path}\``)
        : ['`groupAllowFrom`'];
      const args = { account: nameOf(account, departs), paths };
      const at = distinctPlaces(wildcards.map((list) => list.at));
      yield report('wildcard', args, at, { subject: account.index });
    }
  },
});

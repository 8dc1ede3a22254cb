import { formatRoute } from '../../document/route.ts';
import { inertEntries } from '../../posture/channels/mutable.ts';
import { defineCheck } from '../define.ts';
import { accountsOf, dmOf, LIVE_ACCOUNTS, RUNTIME_DM } from './accounts.ts';

export default defineCheck({
  id: 'channels.{channel}.allowFrom.mutable_entries_inert',
  severity: 'warn',
  needs: ['channels', 'config'],
  when: [['channels']],
  refs: ['CWE-1288', 'ASI03'],
  text: {
    en: {
      title: 'The allowlist of {channel} holds names, which let nobody in',
      why: 'Senders are compared by id only: the people you meant are refused, and whoever then turns name matching on lets in anyone who takes such a name.',
      remedy:
        'Replace each of these entries by the stable id of the person, and leave `dangerouslyAllowNameMatching` off.',
      inert: '{count} of {total} entries of `{path}` are names that cannot match: {entries}',
    },
    ko: {
      title: '{channel} 허용 목록에 아무도 통과시키지 못하는 이름이 있습니다',
      why: '발신자는 ID로만 비교하므로 지정하려던 사람이 거부됩니다. 이때 이름 대조를 켜면 그 이름을 차지한 누구나 통과합니다.',
      remedy:
        '해당 항목을 그 사람의 고정 ID로 바꾸고 `dangerouslyAllowNameMatching`은 끈 상태로 두십시오.',
      inert: '`{path}`의 항목 {total}개 중 {count}개가 일치할 수 없는 이름입니다: {entries}',
    },
  },
  departures: { ...LIVE_ACCOUNTS, ...RUNTIME_DM },
  examples: {
    bad: [
      {
        config:
          '{ channels: { slack: { botToken: "x", appToken: "y", allowFrom: ["bob", "U12345678"] } } }',
        openclawVersion: '2026.9.6',
        offending: '["bob", "U12345678"]',
      },
      {
        config: '{ channels: { discord: { token: "x", allowFrom: ["bob#1234"] } } }',
        openclawVersion: '2026.9.6',
        compat: true,
      },
    ],
    good: [
      {
        config:
          '{ channels: { slack: { botToken: "x", appToken: "y", allowFrom: ["U12345678", "*", "accessGroup:team"] } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ channels: { slack: { botToken: "x", appToken: "y", dangerouslyAllowNameMatching: true, allowFrom: ["bob"] } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ channels: { slack: { botToken: "x", appToken: "y", allowFrom: ["bob"] } } }',
      },
    ],
  },
  *run({ channels, config }, report, departs) {
    for (const account of accountsOf(channels, departs)) {
      const dm = dmOf(account, departs);
      const inert = inertEntries(account, dm);
      if (!dm || inert.length === 0) continue;
      const args = {
        channel: account.channel,
        path: formatRoute(dm.allowFromRoute),
        count: inert.length,
        total: dm.allowFrom.length,
        entries: inert,
      };
      yield report('inert', args, config.at(...dm.allowFromRoute), { subject: account.index });
    }
  },
});

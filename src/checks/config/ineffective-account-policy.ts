import type { Route } from '../../document/route.ts';
import { formatRoute } from '../../document/route.ts';
import type { ConfigView } from '../../posture/config.ts';
import { isObject } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';
import { needKnownRelease } from './issues.ts';

/** What an account gets that does not write the policy itself, and in which channels. */
const POLICIES = [
  {
    key: 'dmPolicy',
    filledIn: 'pairing',
    channels: ['telegram', 'whatsapp', 'signal', 'imessage', 'irc', 'bluebubbles'],
  },
  {
    key: 'groupPolicy',
    filledIn: 'allowlist',
    channels: [
      'telegram',
      'whatsapp',
      'discord',
      'signal',
      'imessage',
      'irc',
      'googlechat',
      'bluebubbles',
    ],
  },
] as const;

/** Accounts that run and do not write the policy themselves. */
function silentAccounts(config: ConfigView, channel: string, key: string): readonly string[] {
  return config.keys('channels', channel, 'accounts').filter((account) => {
    const route: Route = ['channels', channel, 'accounts', account];
    const section = config.get(...route);
    return isObject(section) && section.enabled !== false && !config.has(...route, key);
  });
}

export default defineCheck({
  id: 'config.ineffective.account_policy',
  severity: 'info',
  needs: ['config', 'snapshot'],
  when: [['channels']],
  refs: ['CWE-1188', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Accounts do not take over the policy of their channel',
      why: 'OpenClaw 2026.2 gives every account a policy of its own when none is written there. A stricter policy of the channel does not protect these accounts, and a wider one does not open them.',
      remedy: 'Write `{key}` in each account.',
      unread: '`{path}` is `{value}`, but it is `{effective}` that holds for: `{accounts}`',
    },
    ko: {
      title: '계정이 채널의 정책을 이어받지 않습니다',
      why: 'OpenClaw 2026.2는 계정에 정책이 쓰여 있지 않으면 계정마다 자체 기본값을 적용합니다. 채널의 더 엄격한 정책은 이 계정들을 보호하지 않으며, 더 느슨한 정책도 적용되지 않습니다.',
      remedy: '각 계정에 `{key}` 설정을 쓰십시오.',
      unread:
        '`{path}` 값이 `{value}`이지만 다음 계정에는 `{effective}` 정책이 적용됩니다: `{accounts}`',
    },
  },
  examples: {
    bad: [
      {
        config: '{channels: {telegram: {dmPolicy: "disabled", accounts: {work: {}, home: {}}}}}',
        offending: '"disabled"',
      },
      '{channels: {discord: {groupPolicy: "disabled", accounts: {a: {groupPolicy: "open"}, b: {}}}}}',
    ],
    good: [
      '{channels: {telegram: {dmPolicy: "disabled"}}}',
      '{channels: {telegram: {dmPolicy: "disabled", accounts: {work: {dmPolicy: "allowlist"}}}}}',
      '{channels: {telegram: {dmPolicy: "pairing", accounts: {work: {}}}}}',
      '{channels: {slack: {groupPolicy: "disabled", accounts: {work: {}}}}}',
      '{channels: {signal: {dmPolicy: "disabled", accounts: {work: {enabled: false}}}}}',
    ],
  },
  *run({ config, snapshot }, report) {
    for (const { key, filledIn, channels } of POLICIES)
      for (const channel of channels) {
        const route = ['channels', channel, key];
        const value = config.string(...route);
        if (value === undefined || value === filledIn) continue;
        const accounts = silentAccounts(config, channel, key);
        if (accounts.length === 0) continue;
        needKnownRelease(snapshot);
        const args = { path: formatRoute(route), value, effective: filledIn, accounts, key };
        yield report('unread', args, config.at(...route));
      }
  },
});

import { type ConfigView, child } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

/** Channels whose `groupPolicy` is `allowlist` when nothing is written. */
const ALLOWLIST_BY_DEFAULT = new Set([
  'telegram',
  'whatsapp',
  'discord',
  'slack',
  'signal',
  'imessage',
  'irc',
  'googlechat',
  'bluebubbles',
  'msteams',
]);

function groupPolicies(config: ConfigView): readonly (string | undefined)[] {
  return config.keys('channels').map((name) => {
    if (config.object('channels', name) === undefined) return undefined;
    const written = child(config.object('channels', name), 'groupPolicy');
    if (typeof written === 'string') return written;
    return ALLOWLIST_BY_DEFAULT.has(name) ? 'allowlist' : undefined;
  });
}

const state = (on: boolean) => (on ? 'on' : 'off');

export default defineCheck({
  id: 'summary.attack_surface',
  severity: 'info',
  needs: ['config', 'tools', 'hooks', 'browser'],
  text: {
    en: {
      title: 'What this gateway exposes',
      why: 'The more of this is open or on, the more a single hostile message can do.',
      counted:
        'Groups: {open} channel sections answer every group (`groupPolicy: open`), {allowlist} answer listed ones only. Elevated tools: {elevated}. Webhooks: {webhooks}. Internal hooks: {internal}. Browser control: {browser}. Trust model: one operator, or people who trust one another, per gateway; it does not keep hostile tenants apart.',
    },
    ko: {
      title: '이 게이트웨이가 외부에 드러내는 기능입니다',
      why: '열려 있거나 켜져 있는 항목이 많을수록 악의적인 메시지 하나가 할 수 있는 일이 늘어납니다.',
      counted:
        '그룹: 모든 그룹에 응답하는 채널 섹션(`groupPolicy: open`) {open}개, 허용 목록에 있는 그룹에만 응답하는 채널 섹션 {allowlist}개. 상승 권한(elevated) 도구: {elevated}. 웹훅: {webhooks}. 내부 훅: {internal}. 브라우저 제어: {browser}. 신뢰 모델: 게이트웨이 하나는 운영자 한 명 또는 서로 신뢰하는 사람들만 사용해야 하며, 적대적인 사용자들을 서로 격리해 주지 않습니다.',
    },
  },
  examples: {
    bad: [
      '{}',
      '{ channels: { telegram: { groupPolicy: "open" }, discord: {} }, hooks: { enabled: true } }',
    ],
    good: [],
  },
  *run({ config, tools, hooks, browser }, report) {
    const policies = groupPolicies(config);
    yield report(
      'counted',
      {
        open: policies.filter((policy) => policy === 'open').length,
        allowlist: policies.filter((policy) => policy === 'allowlist').length,
        elevated: state(tools.elevated),
        webhooks: state(hooks.enabled),
        internal: state(hooks.internalEnabled),
        browser: state(browser.enabled),
      },
      config.at(),
    );
  },
});

import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, isRemote } from '../gateway/reach.ts';

const ON = 'hooks: { enabled: true, allowRequestSessionKey: true }';
const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1" }, ${ON} }`;

export default defineCheck({
  id: 'hooks.request_session_key_enabled',
  severity: 'critical',
  needs: ['config', 'hooks', 'gateway'],
  when: [['hooks']],
  refs: ['CWE-639'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Webhook callers choose the session',
      why: 'Whoever has the webhook token can put words into any conversation of your agents, private ones included.',
      remedy:
        'Remove `hooks.allowRequestSessionKey`; if callers need it, limit them with `hooks.allowedSessionKeyPrefixes`, for example `["hook:"]`.',
      on: '`hooks.allowRequestSessionKey` is `true`.',
    },
    ko: {
      title: '웹훅 호출자가 세션을 고를 수 있습니다',
      why: '웹훅 토큰을 가진 사람은 비공개 대화를 포함하여 에이전트의 어떤 대화에든 말을 끼워 넣을 수 있습니다.',
      remedy:
        '`hooks.allowRequestSessionKey`를 제거합니다. 꼭 필요하다면 `hooks.allowedSessionKeyPrefixes`로 제한합니다(예: `["hook:"]`).',
      on: '`hooks.allowRequestSessionKey` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [
      { config: `{ gateway: { bind: "lan" }, ${ON} }`, offending: 'true' },
      `{ gateway: { tailscale: { mode: "funnel" } }, ${ON} }`,
      { config: `{ ${ON} }`, severity: 'warn' },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: [
      '{ hooks: { enabled: true } }',
      '{ hooks: { enabled: false, allowRequestSessionKey: true } }',
    ],
  },
  *run({ config, hooks, gateway }, report, departs) {
    if (!hooks.enabled || !hooks.allowRequestSessionKey) return;
    const severity = isRemote(gateway, departs('custom_loopback')) ? 'critical' : 'warn';
    yield report('on', {}, config.at('hooks', 'allowRequestSessionKey'), { severity });
  },
});

import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, isRemote } from '../gateway/reach.ts';

const ON = 'hooks: { enabled: true, allowRequestSessionKey: true }';
const LOCAL = `{ gateway: { bind: "custom", customBindHost: "127.0.0.1" }, ${ON} }`;

export default defineCheck({
  id: 'hooks.request_session_key_prefixes_missing',
  severity: 'critical',
  needs: ['config', 'hooks', 'gateway'],
  when: [['hooks']],
  refs: ['CWE-639'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Webhook callers may name any session at all',
      why: 'Nothing keeps a caller to sessions meant for webhooks: a call can name your main session or one of another channel.',
      remedy:
        'Set `hooks.allowedSessionKeyPrefixes` to the prefixes meant for webhooks, for example `["hook:"]`, or remove `hooks.allowRequestSessionKey`.',
      empty:
        '`hooks.allowRequestSessionKey` is `true` and `hooks.allowedSessionKeyPrefixes` names no prefix.',
    },
    ko: {
      title: '웹훅 호출자가 아무 세션이나 지정할 수 있습니다',
      why: '웹훅용 세션으로 제한하는 장치가 없으므로 호출자가 주 세션이나 다른 채널의 세션을 지정할 수 있습니다.',
      remedy:
        '`hooks.allowedSessionKeyPrefixes`에 웹훅용 접두사를 지정하거나(예: `["hook:"]`), `hooks.allowRequestSessionKey`를 제거합니다.',
      empty:
        '`hooks.allowRequestSessionKey` 값이 `true`인데 `hooks.allowedSessionKeyPrefixes`에 지정된 접두사가 없습니다.',
    },
  },
  examples: {
    bad: [
      `{ gateway: { bind: "lan" }, ${ON} }`,
      {
        config:
          '{ hooks: { enabled: true, allowRequestSessionKey: true, allowedSessionKeyPrefixes: [" "] } }',
        severity: 'warn',
        offending: '[" "]',
      },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: [
      '{ hooks: { enabled: true } }',
      '{ hooks: { enabled: true, allowRequestSessionKey: true, allowedSessionKeyPrefixes: ["hook:"] } }',
    ],
  },
  *run({ config, hooks, gateway }, report, departs) {
    if (!hooks.enabled || !hooks.allowRequestSessionKey || hooks.hasSessionKeyPrefixes) return;
    const severity = isRemote(gateway, departs('custom_loopback')) ? 'critical' : 'warn';
    yield report('empty', {}, config.at('hooks', 'allowedSessionKeyPrefixes'), { severity });
  },
});

import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'hooks.default_session_key_unset',
  severity: 'warn',
  needs: ['config', 'hooks'],
  when: [['hooks']],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'Webhook runs get a new session every time',
      why: 'Each call opens a session of its own with a generated key, so what a webhook made an agent do is scattered and hard to review or limit.',
      remedy: 'Set `hooks.defaultSessionKey`, for example to `hook:ingress`.',
      unset: 'Webhooks are on and `hooks.defaultSessionKey` is not set.',
    },
    ko: {
      title: '웹훅이 실행될 때마다 새 세션이 만들어집니다',
      why: '호출마다 자동 생성된 키로 별도의 세션이 열리므로, 웹훅이 에이전트에게 시킨 일이 흩어져 검토하거나 제한하기 어렵습니다.',
      remedy: '`hooks.defaultSessionKey`를 설정합니다(예: `hook:ingress`).',
      unset: '웹훅이 켜져 있는데 `hooks.defaultSessionKey`가 설정되어 있지 않습니다.',
    },
  },
  examples: {
    bad: [
      '{ hooks: { enabled: true } }',
      { config: '{ hooks: { enabled: true, defaultSessionKey: "  " } }', offending: '"  "' },
    ],
    good: ['{}', '{ hooks: { enabled: true, defaultSessionKey: "hook:ingress" } }'],
  },
  *run({ config, hooks }, report) {
    if (!hooks.enabled || hooks.hasDefaultSessionKey) return;
    yield report('unset', {}, config.at('hooks', 'defaultSessionKey'));
  },
});

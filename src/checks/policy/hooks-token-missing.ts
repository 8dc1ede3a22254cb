import { defineCheck } from '../define.ts';
import { TOKEN_REFERENCE } from '../hooks/token-reference.ts';

export default defineCheck({
  id: 'policy.hooks_token_missing',
  severity: 'warn',
  needs: ['config', 'hooks'],
  when: [['hooks']],
  refs: ['CWE-306'],
  text: {
    en: {
      title: 'Webhooks are on without a token',
      why: 'Without a token of their own webhooks either refuse every call or have nothing to refuse a stranger with.',
      remedy:
        'Set `hooks.token` to `{reference}` and put 32 or more random characters in that variable, or set `hooks.enabled` to `false`.',
      missing: '`hooks.enabled` is `true` and `hooks.token` is not set.',
    },
    ko: {
      title: '웹훅이 토큰 없이 켜져 있습니다',
      why: '전용 토큰이 없으면 웹훅은 모든 호출을 거부하거나, 낯선 호출을 거부할 방법이 없게 됩니다.',
      remedy:
        '`hooks.token`을 `{reference}`(으)로 설정하고 그 환경 변수에 32자 이상의 무작위 값을 넣거나, `hooks.enabled`를 `false`로 설정합니다.',
      missing: '`hooks.enabled` 값이 `true`인데 `hooks.token`이 설정되어 있지 않습니다.',
    },
  },
  examples: {
    bad: ['{ hooks: { enabled: true } }', '{ hooks: { enabled: true, token: "  " } }'],
    good: [
      '{}',
      '{ hooks: { enabled: true, token: "0123456789abcdef01234567" } }',
      '{ hooks: { enabled: false } }',
    ],
  },
  *run({ config, hooks }, report) {
    if (!hooks.enabled || hooks.token) return;
    // A variable that is not set is reported where the config is checked.
    if (config.secret('hooks', 'token')?.kind === 'env') return;
    yield report('missing', { reference: TOKEN_REFERENCE }, config.at('hooks', 'token'));
  },
});

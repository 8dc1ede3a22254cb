import { defineCheck } from '../define.ts';
import { TOKEN_REFERENCE } from './token-reference.ts';

const MIN_LENGTH = 24;

export default defineCheck({
  id: 'hooks.token_too_short',
  severity: 'warn',
  needs: ['config', 'hooks'],
  when: [['hooks']],
  refs: ['CWE-521'],
  text: {
    en: {
      title: 'Webhook token is short',
      why: 'A short token can be guessed by trying, and whoever has it makes your agents do what a call says.',
      remedy:
        'Set `hooks.token` to `{reference}` and put 32 or more random characters in that variable.',
      short: '`hooks.token` has {length} characters; {min} or more are expected.',
    },
    ko: {
      title: '웹훅 토큰이 짧습니다',
      why: '짧은 토큰은 반복 시도로 알아낼 수 있으며, 토큰을 가진 사람은 자신이 보낸 내용을 에이전트가 실행하게 만들 수 있습니다.',
      remedy:
        '`hooks.token`을 `{reference}`으로 설정하고 그 환경 변수에 32자 이상의 무작위 값을 넣습니다.',
      short: '`hooks.token` 값이 {length}자입니다. {min}자 이상이어야 합니다.',
    },
  },
  examples: {
    bad: [
      { config: '{ hooks: { enabled: true, token: "short" } }', offending: '"short"' },
      '{ hooks: { enabled: true, token: " 0123456789abcdef0123456 " } }',
    ],
    good: [
      '{ hooks: { enabled: false, token: "short" } }',
      '{ hooks: { enabled: true, token: "0123456789abcdef01234567" } }',
      '{ hooks: { enabled: true, token: "   " } }',
    ],
  },
  *run({ config, hooks }, report) {
    const { enabled, token } = hooks;
    if (!enabled || !token || token.length === 0 || token.length >= MIN_LENGTH) return;
    const args = { length: token.length, min: MIN_LENGTH, reference: TOKEN_REFERENCE };
    yield report('short', args, config.at('hooks', 'token'));
  },
});

import type { Auth } from '../../posture/auth.ts';
import { defineCheck } from '../define.ts';

/** A dummy, one character repeated, or a text that only marks where a secret belongs. */
const isWeak = (secret: Auth['token']) =>
  secret !== undefined &&
  secret.length > 0 &&
  (secret.weak === true || secret.kind === 'placeholder');

export default defineCheck({
  id: 'policy.credential_weak',
  severity: 'warn',
  needs: ['config', 'auth', 'hooks'],
  refs: ['CWE-1391', 'CWE-521'],
  text: {
    en: {
      title: 'A secret is a value that everyone tries first',
      why: 'One character repeated, a dummy or a placeholder is guessed at once, however long it is.',
      remedy:
        'Replace it with 32 or more random characters, for example from `openssl rand -hex 32`.',
      weak: '`{setting}` is one character repeated, a well-known dummy or a placeholder.',
    },
    ko: {
      title: '누구나 가장 먼저 시도해 볼 값을 비밀 값으로 쓰고 있습니다',
      why: '같은 문자의 반복, 예시 값, 자리 표시자는 아무리 길어도 바로 알아낼 수 있습니다.',
      remedy: '32자 이상의 무작위 값(예: `openssl rand -hex 32`의 출력)으로 바꿉니다.',
      weak: '`{setting}` 값이 같은 문자의 반복이거나 잘 알려진 예시 값 또는 자리 표시자입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { token: "aaaaaaaaaaaaaaaaaaaaaaaa" } } }',
        offending: '"aaaaaaaaaaaaaaaaaaaaaaaa"',
      },
      '{ gateway: { auth: { mode: "password", password: "changeme" } } }',
      '{ hooks: { enabled: true, token: "<your-token>" } }',
    ],
    good: [
      '{}',
      '{ gateway: { auth: { token: "0123456789abcdef01234567" } } }',
      '{ gateway: { auth: { mode: "none", password: "changeme" } } }',
      '{ hooks: { enabled: false, token: "changeme" } }',
    ],
  },
  *run({ config, auth, hooks }, report) {
    const { mode, token, tokenAt, password, passwordAt } = auth;
    if (mode === 'token' && isWeak(token))
      yield report('weak', { setting: 'gateway.auth.token' }, tokenAt);
    if (mode === 'password' && isWeak(password))
      yield report('weak', { setting: 'gateway.auth.password' }, passwordAt, { subject: 1 });
    if (hooks.enabled && isWeak(hooks.token))
      yield report('weak', { setting: 'hooks.token' }, config.at('hooks', 'token'), { subject: 2 });
  },
});

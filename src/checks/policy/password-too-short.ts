import { defineCheck } from '../define.ts';
import { TEXT } from '../gateway/password-too-short.ts';

const MIN_LENGTH = 16;

export default defineCheck({
  id: 'policy.password_too_short',
  severity: 'warn',
  needs: ['auth'],
  refs: ['CWE-521'],
  text: TEXT,
  examples: {
    bad: [
      '{ gateway: { auth: { mode: "password", password: "short" } } }',
      { env: { OPENCLAW_GATEWAY_PASSWORD: 'short' } },
    ],
    good: [
      '{}',
      '{ gateway: { auth: { password: "a long enough password" } } }',
      '{ gateway: { auth: { mode: "token", password: "short" } } }',
    ],
  },
  *run({ auth }, report) {
    const { mode, password, passwordAt } = auth;
    if (mode !== 'password' || !password || password.length === 0) return;
    if (password.length >= MIN_LENGTH) return;
    yield report('short', { length: password.length, min: MIN_LENGTH }, passwordAt);
  },
});

import { defineCheck } from '../define.ts';

const MIN_LENGTH = 24;

/** `policy.password_too_short` says the same. */
export const TEXT = {
  en: {
    title: 'Gateway password is short',
    why: 'A short password can be guessed by trying, and whoever has it controls your agents.',
    remedy: 'Put a password of {min} or more random characters in `OPENCLAW_GATEWAY_PASSWORD`.',
    short: 'The gateway password has {length} characters; {min} or more are expected.',
  },
  ko: {
    title: '게이트웨이 비밀번호가 짧습니다',
    why: '짧은 비밀번호는 반복 시도로 알아낼 수 있으며, 비밀번호를 가진 사람은 에이전트를 제어합니다.',
    remedy: '{min}자 이상의 무작위 비밀번호를 `OPENCLAW_GATEWAY_PASSWORD`에 넣습니다.',
    short: '게이트웨이 비밀번호가 {length}자입니다. {min}자 이상이어야 합니다.',
  },
} as const;

export default defineCheck({
  id: 'gateway.password_too_short',
  severity: 'warn',
  needs: ['auth'],
  refs: ['CWE-521'],
  text: TEXT,
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "password", password: "a long enough one" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ gateway: { auth: { mode: "password", password: "0123456789abcdef0123456789abcdef" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ gateway: { auth: { mode: "password", password: "null" } } }',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ gateway: { auth: { token: "0123456789abcdef0123456789abcdef", mode: "token", password: "short" } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ auth }, report) {
    const { mode, password, passwordAt, activeIsNothing } = auth;
    if (mode !== 'password' || !password || activeIsNothing) return;
    if (password.length === 0 || password.length >= MIN_LENGTH) return;
    yield report('short', { length: password.length, min: MIN_LENGTH }, passwordAt);
  },
});

import { defineCheck } from '../define.ts';
import { TEXT_REFERENCE } from './reach.ts';

const MIN_LENGTH = 24;

export default defineCheck({
  id: 'gateway.token_too_short',
  severity: 'warn',
  needs: ['auth'],
  refs: ['CWE-521'],
  departures: { text_reference: TEXT_REFERENCE },
  text: {
    en: {
      title: 'Gateway token is short',
      why: 'A short token can be guessed by trying, and whoever has it controls your agents.',
      remedy:
        'Put a token of 32 or more random characters (for example from `openssl rand -hex 32`) in `OPENCLAW_GATEWAY_TOKEN` or `gateway.auth.token`.',
      short: 'The gateway token has {length} characters; {min} or more are expected.',
    },
    ko: {
      title: '게이트웨이 토큰이 짧습니다',
      why: '짧은 토큰은 반복 시도로 알아낼 수 있으며, 토큰을 가진 사람은 에이전트를 제어합니다.',
      remedy:
        '32자 이상의 무작위 토큰(예: `openssl rand -hex 32`의 출력)을 `OPENCLAW_GATEWAY_TOKEN` 또는 `gateway.auth.token`에 넣습니다.',
      short: '게이트웨이 토큰이 {length}자입니다. {min}자 이상이어야 합니다.',
    },
  },
  examples: {
    bad: [
      '{ gateway: { auth: { token: "short" } } }',
      '{ gateway: { auth: { mode: "token", token: "  0123456789abcdef0123456 " } } }',
      { env: { OPENCLAW_GATEWAY_TOKEN: 'short' } },
      {
        config: '{ gateway: { auth: { token: "$GW_TOKEN" } } }',
        env: { GW_TOKEN: 'short' },
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      '{}',
      {
        config: '{ gateway: { auth: { token: "$GW_TOKEN" } } }',
        env: { GW_TOKEN: 'short' },
        openclawVersion: '2026.9.6',
        compat: true,
      },
      '{ gateway: { auth: { token: "0123456789abcdef01234567" } } }',
      '{ gateway: { auth: { mode: "password", token: "short" } } }',
      {
        config: '{ gateway: { auth: { token: "0123456789abcdef01234567" } } }',
        env: { OPENCLAW_GATEWAY_TOKEN: 'short' },
      },
    ],
  },
  *run({ auth }, report, departs) {
    if (auth.textReference && !departs('text_reference')) return;
    const { mode, token, tokenAt, activeIsNothing } = auth;
    if (
      mode !== 'token' ||
      !token ||
      activeIsNothing ||
      token.length === 0 ||
      token.length >= MIN_LENGTH
    )
      return;
    yield report('short', { length: token.length, min: MIN_LENGTH }, tokenAt);
  },
});

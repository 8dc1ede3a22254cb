import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.token_placeholder_value',
  severity: 'critical',
  needs: ['auth'],
  refs: ['CWE-1391'],
  text: {
    en: {
      title: 'Gateway token is no secret',
      why: 'A script that failed wrote what is no token: the gateway refuses to start, and a release that does not would accept anyone who tries the obvious.',
      remedy:
        'Put a token of 32 or more random characters (for example from `openssl rand -hex 32`) in `OPENCLAW_GATEWAY_TOKEN`.',
      nothing: 'The gateway token is blank, or reads `undefined` or `null`.',
    },
    ko: {
      title: '게이트웨이 토큰이 비밀 값이 아닙니다',
      why: '실패한 스크립트가 비밀 값이 아닌 것을 적어 넣었습니다. 게이트웨이는 시작을 거부하며, 거부하지 않는 릴리스라면 뻔한 값을 시도하는 누구나 들어올 수 있습니다.',
      remedy:
        '32자 이상의 무작위 값(예: `openssl rand -hex 32`의 출력)을 `OPENCLAW_GATEWAY_TOKEN`에 넣습니다.',
      nothing: '게이트웨이의 비밀 값이 비어 있거나 `undefined` 또는 `null`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "token", token: "undefined" } } }',
        offending: '"undefined"',
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ gateway: { auth: { mode: "token", token: "  " } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ gateway: { auth: { mode: "token", token: "0123456789abcdef0123456789abcdef" } } }',
        openclawVersion: '2026.9.6',
      },
      { config: '{ gateway: { auth: { mode: "token" } } }', openclawVersion: '2026.9.6' },
      {
        config: `{ gateway: { auth: { mode: "token", token: "\${NOT_SET}" } } }`,
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ auth }, report) {
    if (auth.mode === 'token' && auth.activeIsNothing) yield report('nothing', {}, auth.activeAt);
  },
});

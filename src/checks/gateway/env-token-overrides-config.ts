import { defineCheck } from '../define.ts';

const REFERENCE = '$' + '{OPENCLAW_GATEWAY_TOKEN}';

export default defineCheck({
  id: 'gateway.env_token_overrides_config',
  severity: 'warn',
  needs: ['auth', 'config'],
  refs: ['CWE-1188'],
  text: {
    en: {
      title: 'Gateway token of the environment differs from the config',
      why: 'Local clients and the service use the token of the config, while tools that are given an address use the one of the environment: whoever believes the old token is gone may be wrong.',
      remedy:
        'Unset `OPENCLAW_GATEWAY_TOKEN`, or write the reference `{reference}` to it as `gateway.auth.token`.',
      differs: '`OPENCLAW_GATEWAY_TOKEN` is set beside another `gateway.auth.token`.',
    },
    ko: {
      title: '환경 변수의 게이트웨이 토큰이 설정과 다릅니다',
      why: '로컬 클라이언트와 서비스는 설정의 토큰을 쓰고, 주소를 지정한 도구는 환경 변수의 토큰을 씁니다. 이전 토큰이 없어졌다고 믿는 것이 틀릴 수 있습니다.',
      remedy:
        '`OPENCLAW_GATEWAY_TOKEN`을 해제하거나, `gateway.auth.token`에 이 변수를 가리키는 `{reference}`을 씁니다.',
      differs:
        '다른 `gateway.auth.token` 값이 있는데 `OPENCLAW_GATEWAY_TOKEN`도 설정되어 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { token: "0123456789abcdef0123456789abcdef" } } }',
        env: { OPENCLAW_GATEWAY_TOKEN: 'fedcba9876543210fedcba9876543210' },
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config: '{ gateway: { auth: { token: "0123456789abcdef0123456789abcdef" } } }',
        env: { OPENCLAW_GATEWAY_TOKEN: '0123456789abcdef0123456789abcdef' },
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ gateway: { mode: "remote", auth: { token: "0123456789abcdef0123456789abcdef" } } }',
        env: { OPENCLAW_GATEWAY_TOKEN: 'fedcba9876543210fedcba9876543210' },
        openclawVersion: '2026.9.6',
      },
      {
        config: '{ gateway: { auth: { token: "0123456789abcdef0123456789abcdef" } } }',
        env: {
          OPENCLAW_GATEWAY_TOKEN: 'fedcba9876543210fedcba9876543210',
          OPENCLAW_SERVICE_KIND: 'gateway',
        },
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ auth, config }, report) {
    if (!auth.environmentDisagrees) return;
    yield report('differs', { reference: REFERENCE }, [
      config.at('gateway', 'auth', 'token'),
      { kind: 'env', name: 'OPENCLAW_GATEWAY_TOKEN' },
    ]);
  },
});

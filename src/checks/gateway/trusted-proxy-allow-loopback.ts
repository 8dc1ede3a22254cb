import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.trusted_proxy_allow_loopback',
  severity: 'warn',
  needs: ['auth', 'config'],
  refs: ['CWE-348'],
  text: {
    en: {
      title: 'Programs on this machine pass for the proxy',
      why: 'Whoever can open a connection on this machine writes the user header himself, and is let in as any user.',
      remedy:
        'Remove `gateway.auth.trustedProxy.allowLoopback`, and let the proxy connect from an address of its own.',
      on: '`gateway.auth.trustedProxy.allowLoopback` is `true`.',
    },
    ko: {
      title: '이 시스템의 프로그램이 프록시로 통합니다',
      why: '이 시스템에서 연결을 열 수 있는 누구나 사용자 헤더를 직접 적어 어떤 사용자로든 들어올 수 있습니다.',
      remedy:
        '`gateway.auth.trustedProxy.allowLoopback`을 제거하고, 프록시가 자체 주소에서 접속하게 합니다.',
      on: '`gateway.auth.trustedProxy.allowLoopback` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", allowLoopback: true } } } }',
        offending: 'true',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", allowLoopback: false } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
  },
  *run({ auth, config }, report) {
    if (auth.mode !== 'trusted-proxy' || !auth.trustedProxy.allowLoopback) return;
    yield report('on', {}, config.at('gateway', 'auth', 'trustedProxy', 'allowLoopback'));
  },
});

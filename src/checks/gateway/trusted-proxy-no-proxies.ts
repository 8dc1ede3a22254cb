import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.trusted_proxy_no_proxies',
  severity: 'critical',
  needs: ['config', 'gateway', 'auth'],
  when: [['gateway', 'auth']],
  refs: ['CWE-290'],
  text: {
    en: {
      title: 'Proxy authentication without a proxy to trust',
      why: 'The gateway refuses every request until it knows the addresses of the proxy, and an answer made in a hurry is often too wide.',
      remedy:
        'Set `gateway.trustedProxies` to the exact addresses your proxy connects from, for example `["10.0.0.2"]`.',
      empty: '`gateway.auth.mode` is `trusted-proxy` and `gateway.trustedProxies` is empty.',
    },
    ko: {
      title: '프록시 인증을 쓰면서 신뢰할 프록시가 없습니다',
      why: '프록시 주소를 알기 전까지 게이트웨이는 모든 요청을 거부하며, 급하게 지정하면 범위가 너무 넓어지기 쉽습니다.',
      remedy:
        '`gateway.trustedProxies`에 프록시가 접속해 오는 정확한 주소를 지정합니다(예: `["10.0.0.2"]`).',
      empty:
        '`gateway.auth.mode` 값이 `trusted-proxy`인데 `gateway.trustedProxies` 값이 비어 있습니다.',
    },
  },
  examples: {
    bad: [
      '{ gateway: { auth: { mode: "trusted-proxy" } } }',
      {
        config: '{ gateway: { auth: { mode: "trusted-proxy" }, trustedProxies: [] } }',
        offending: '[]',
      },
    ],
    good: ['{}', '{ gateway: { auth: { mode: "trusted-proxy" }, trustedProxies: ["10.0.0.2"] } }'],
  },
  *run({ config, gateway, auth }, report) {
    if (auth.mode !== 'trusted-proxy' || gateway.trustedProxies.length > 0) return;
    yield report('empty', {}, config.at('gateway', 'trustedProxies'));
  },
});

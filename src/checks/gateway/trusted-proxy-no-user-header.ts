import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'gateway.trusted_proxy_no_user_header',
  severity: 'critical',
  needs: ['config', 'auth'],
  when: [['gateway', 'auth']],
  refs: ['CWE-290'],
  text: {
    en: {
      title: 'Proxy authentication without a user header',
      why: 'The gateway cannot tell who the proxy let through, so nobody can be told apart or refused.',
      remedy:
        'Set `gateway.auth.trustedProxy.userHeader` to the header in which your proxy puts the user, for example `x-forwarded-user`.',
      missing:
        '`gateway.auth.mode` is `trusted-proxy` and `gateway.auth.trustedProxy.userHeader` is not set.',
    },
    ko: {
      title: '프록시 인증을 쓰면서 사용자 헤더가 없습니다',
      why: '게이트웨이가 프록시를 통과한 사람이 누구인지 알 수 없으므로 사용자를 구별하거나 거부할 수 없습니다.',
      remedy:
        '`gateway.auth.trustedProxy.userHeader`에 프록시가 사용자를 담아 보내는 헤더를 지정합니다(예: `x-forwarded-user`).',
      missing:
        '`gateway.auth.mode` 값이 `trusted-proxy`인데 `gateway.auth.trustedProxy.userHeader`가 설정되어 있지 않습니다.',
    },
  },
  examples: {
    bad: ['{ gateway: { auth: { mode: "trusted-proxy" } } }'],
    good: [
      '{}',
      '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user" } } } }',
    ],
  },
  *run({ config, auth }, report) {
    if (auth.mode !== 'trusted-proxy' || auth.trustedProxy.userHeader !== undefined) return;
    yield report('missing', {}, config.at('gateway', 'auth', 'trustedProxy', 'userHeader'));
  },
});

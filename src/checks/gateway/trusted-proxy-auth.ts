import { defineCheck } from '../define.ts';
import { isTooWide } from '../policy/cidr.ts';

const COMPLETE =
  '{ gateway: { auth: { mode: "trusted-proxy", trustedProxy: { userHeader: "x-user", allowUsers: ["a@example.com"] } }, trustedProxies: ["10.0.0.2"] } }';

export default defineCheck({
  id: 'gateway.trusted_proxy_auth',
  severity: 'critical',
  needs: ['gateway', 'auth'],
  when: [['gateway', 'auth']],
  refs: ['CWE-290'],
  departures: {
    complete: {
      reference: 'Is critical in trusted-proxy mode even when everything is configured.',
      why: 'With proxies, header and users named, nothing in the config is wrong; what is left is to be verified at the proxy, so it is information.',
      source: 'OpenClaw 2026.2.24, observed; openclaw/openclaw#91284',
    },
  },
  text: {
    en: {
      title: 'Authentication is left to a proxy',
      why: 'The gateway believes a header: whoever reaches it past the proxy, or makes the proxy pass the header through, can claim to be anyone.',
      remedy:
        'Verify that the proxy authenticates every request, that it overwrites the user header, and that nothing but the addresses in `gateway.trustedProxies` can reach the gateway port.',
      incomplete:
        '`gateway.auth.mode` is `trusted-proxy`, and proxies, user header or allowed users are missing or too wide.',
      complete:
        '`gateway.auth.mode` is `trusted-proxy`; proxies, user header and allowed users are named.',
    },
    ko: {
      title: '인증을 프록시에 맡기고 있습니다',
      why: '게이트웨이는 헤더를 그대로 믿습니다. 프록시를 거치지 않고 접근하거나 프록시가 헤더를 그대로 전달하게 만들 수 있는 사람은 누구로든 위장할 수 있습니다.',
      remedy:
        '프록시가 모든 요청을 인증하는지, 사용자 헤더를 덮어쓰는지, `gateway.trustedProxies`의 주소 외에는 게이트웨이 포트에 접근할 수 없는지 확인합니다.',
      incomplete:
        '`gateway.auth.mode` 값이 `trusted-proxy`인데 프록시, 사용자 헤더, 허용 사용자 중 빠졌거나 범위가 너무 넓은 것이 있습니다.',
      complete:
        '`gateway.auth.mode` 값이 `trusted-proxy`이고 프록시, 사용자 헤더, 허용 사용자가 지정되어 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { auth: { mode: "trusted-proxy" } } }',
        offending: '"trusted-proxy"',
      },
      COMPLETE.replace('10.0.0.2', '0.0.0.0/0'),
      { config: COMPLETE, severity: 'info' },
      { config: COMPLETE, compat: true },
    ],
    good: ['{}', '{ gateway: { auth: { mode: "token" } } }'],
  },
  *run({ gateway, auth }, report, departs) {
    if (auth.mode !== 'trusted-proxy') return;
    const { userHeader, allowUsers } = auth.trustedProxy;
    const proxies = gateway.trustedProxies;
    const complete =
      proxies.length > 0 &&
      !proxies.some(isTooWide) &&
      userHeader !== undefined &&
      allowUsers.length > 0;
    const at = auth.modeAt;
    if (!complete) yield report('incomplete', {}, at);
    else yield report('complete', {}, at, { severity: departs('complete') ? 'info' : 'critical' });
  },
});

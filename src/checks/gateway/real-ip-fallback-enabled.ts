import { defineCheck } from '../define.ts';
import { CUSTOM_LOOPBACK, listensBeyond } from './reach.ts';

const STRICT_LOOPBACK = ['127.0.0.1', '::1', '127.0.0.1/32', '::1/128'];
const LOCAL = '{ gateway: { bind: "custom", customBindHost: "::1", allowRealIpFallback: true } }';

export default defineCheck({
  id: 'gateway.real_ip_fallback_enabled',
  severity: 'critical',
  needs: ['config', 'gateway', 'auth'],
  when: [['gateway']],
  refs: ['CWE-348', 'CWE-290'],
  departures: { custom_loopback: CUSTOM_LOOPBACK },
  text: {
    en: {
      title: 'Gateway believes the X-Real-IP header',
      why: 'A client that can set the header pretends to come from this machine or another trusted address.',
      remedy:
        'Remove `gateway.allowRealIpFallback` and let the proxy send `X-Forwarded-For`; if you need it, make the proxy overwrite `X-Real-IP` on every request.',
      on: '`gateway.allowRealIpFallback` is `true`; `gateway.bind` is `{bind}`, auth mode `{mode}`, trusted proxies: `{proxies}`.',
    },
    ko: {
      title: '게이트웨이가 X-Real-IP 헤더를 신뢰합니다',
      why: '이 헤더를 설정할 수 있는 클라이언트는 이 시스템이나 다른 신뢰된 주소에서 온 것처럼 위장할 수 있습니다.',
      remedy:
        '`gateway.allowRealIpFallback`을 제거하고 프록시가 `X-Forwarded-For`를 보내게 합니다. 꼭 필요하다면 프록시가 모든 요청의 `X-Real-IP`를 덮어쓰게 합니다.',
      on: '`gateway.allowRealIpFallback` 값이 `true`입니다. `gateway.bind` 값: `{bind}`, 인증 모드: `{mode}`, 신뢰하는 프록시: `{proxies}`.',
    },
  },
  examples: {
    bad: [
      { config: '{ gateway: { bind: "lan", allowRealIpFallback: true } }', offending: 'true' },
      '{ gateway: { auth: { mode: "trusted-proxy" }, trustedProxies: ["127.0.0.0/8"], allowRealIpFallback: true } }',
      {
        config:
          '{ gateway: { auth: { mode: "trusted-proxy" }, trustedProxies: ["127.0.0.1", "::1/128"], allowRealIpFallback: true } }',
        severity: 'warn',
      },
      {
        config: '{ gateway: { trustedProxies: ["10.0.0.2"], allowRealIpFallback: true } }',
        severity: 'warn',
      },
      { config: LOCAL, severity: 'warn' },
      { config: LOCAL, compat: true },
    ],
    good: ['{}', '{ gateway: { bind: "lan", allowRealIpFallback: false } }'],
  },
  *run({ config, gateway, auth }, report, departs) {
    if (config.boolean('gateway', 'allowRealIpFallback') !== true) return;
    const { bind, trustedProxies } = gateway;
    const outsideProxy =
      auth.mode === 'trusted-proxy' && trustedProxies.some((ip) => !STRICT_LOOPBACK.includes(ip));
    const beyond = listensBeyond(gateway, departs('custom_loopback'));
    yield report(
      'on',
      { bind, mode: auth.mode, proxies: trustedProxies },
      config.at('gateway', 'allowRealIpFallback'),
      { severity: beyond || outsideProxy ? 'critical' : 'warn' },
    );
  },
});

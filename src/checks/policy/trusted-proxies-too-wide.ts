import { defineCheck } from '../define.ts';
import { listensBeyond } from '../gateway/reach.ts';
import { isTooWide } from './cidr.ts';

const ROUTE = ['gateway', 'trustedProxies'] as const;

export default defineCheck({
  id: 'policy.trusted_proxies_too_wide',
  severity: 'warn',
  needs: ['config', 'gateway', 'auth'],
  refs: ['CWE-290', 'CWE-348'],
  text: {
    en: {
      title: 'Trusted proxies cover a huge range of addresses',
      why: 'Anyone in the range can claim in a header to come from any address and, in trusted-proxy mode, to be any user.',
      remedy:
        'Set `gateway.trustedProxies` to the exact addresses your proxy connects from, for example `["127.0.0.1"]`.',
      wide: '`gateway.trustedProxies` contains `{ranges}`.',
    },
    ko: {
      title: '신뢰하는 프록시의 주소 범위가 지나치게 넓습니다',
      why: '이 범위에 있는 사람은 누구나 헤더로 자신의 주소를, trusted-proxy 모드에서는 사용자까지 마음대로 주장할 수 있습니다.',
      remedy:
        '`gateway.trustedProxies`에 프록시가 접속해 오는 정확한 주소를 지정합니다(예: `["127.0.0.1"]`).',
      wide: '`gateway.trustedProxies`에 `{ranges}` 범위가 들어 있습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { trustedProxies: ["127.0.0.1", "0.0.0.0/0"] } }',
        offending: '"0.0.0.0/0"',
      },
      {
        config:
          '{ gateway: { bind: "lan", auth: { mode: "trusted-proxy" }, trustedProxies: ["::/0"] } }',
        severity: 'critical',
      },
    ],
    good: ['{}', '{ gateway: { trustedProxies: ["10.0.0.0/8", "fd00::/48"] } }'],
  },
  *run({ config, gateway, auth }, report) {
    const wide = config.items(...ROUTE).flatMap((item, i) => {
      const range = typeof item === 'string' ? item.trim() : '';
      return isTooWide(range) ? [{ range, at: config.at(...ROUTE, i) }] : [];
    });
    if (wide.length === 0) return;
    const forgeable = auth.mode === 'trusted-proxy' && listensBeyond(gateway, true);
    yield report(
      'wide',
      { ranges: wide.map(({ range }) => range) },
      wide.map(({ at }) => at),
      { severity: forgeable ? 'critical' : 'warn' },
    );
  },
});

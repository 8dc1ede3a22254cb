import { defineCheck } from '../define.ts';

const CADDY = {
  software: 'caddy',
  file: '/etc/caddy/Caddyfile',
  line: 2,
  port: 18789,
  forwardedFor: 'overwritten',
  realIp: 'passed',
  host: 'listed',
  overwritten: [],
} as const;

export default defineCheck({
  id: 'live.proxy_not_declared',
  severity: 'warn',
  needs: ['config', 'gateway', 'ways'],
  refs: ['CWE-348'],
  text: {
    en: {
      title: 'A reverse proxy leads to the gateway, and the config knows of none',
      why: 'Without `gateway.trustedProxies` everyone who comes through the proxy has one and the same address: a limit on wrong passwords hits all or nobody, and the log names no one.',
      remedy:
        'Set `gateway.trustedProxies` to the proxy’s own address alone, `["127.0.0.1"]` for one on this host, after its rule overwrites X-Forwarded-For; or remove the rule.',
      leads: '{software} leads to port {port} of the gateway; `gateway.trustedProxies` is empty.',
    },
    ko: {
      title: '리버스 프록시가 게이트웨이로 이어지는데 설정에는 없습니다',
      why: '`gateway.trustedProxies`가 없으면 프록시를 거쳐 온 사람은 모두 같은 주소를 갖습니다. 비밀번호 시도 제한은 모두에게 걸리거나 아무에게도 걸리지 않고, 로그로는 아무도 구별하지 못합니다.',
      remedy:
        '프록시 규칙이 X-Forwarded-For를 덮어쓰게 한 뒤 `gateway.trustedProxies`에 프록시의 주소만 넣으십시오(이 호스트라면 `["127.0.0.1"]`). 아니면 그 규칙을 제거하십시오.',
      leads:
        '{software}이(가) 게이트웨이의 {port} 포트로 이어지는데 `gateway.trustedProxies`가 비어 있습니다.',
    },
  },
  examples: {
    bad: [{ config: '{ gateway: {} }', ways: { proxies: [CADDY] } }],
    good: [
      { config: '{ gateway: { trustedProxies: ["127.0.0.1"] } }', ways: { proxies: [CADDY] } },
      { ways: {} },
    ],
  },
  *run({ config, gateway, ways }, report) {
    if (gateway.trustedProxies.length > 0) return;
    for (const { software, file, line, port } of ways.proxies())
      yield report('leads', { software, port }, [
        config.at('gateway', 'trustedProxies'),
        { kind: 'file', path: file, line },
      ]);
  },
});

import { defineCheck } from '../define.ts';

const NGINX = {
  software: 'nginx',
  file: '/etc/nginx/sites-enabled/gateway',
  line: 7,
  port: 18789,
  forwardedFor: 'overwritten',
  realIp: 'overwritten',
  host: 'listed',
  overwritten: [],
} as const;

export default defineCheck({
  id: 'live.proxy_headers_from_clients',
  severity: 'warn',
  needs: ['config', 'gateway', 'ways'],
  refs: ['CWE-348', 'CWE-290'],
  text: {
    en: {
      title: 'A reverse proxy lets its clients say where they come from',
      why: 'The gateway takes the client’s address from these headers. Who can set it to 127.0.0.1 passes for this host: no limit on wrong passwords, and devices that pair by themselves.',
      passed:
        '{software} leads to port {port} and passes on the X-Forwarded-For that the client sent; `gateway.trustedProxies` lets it be believed.',
      appended:
        '{software} leads to port {port} and adds to the X-Forwarded-For that the client sent instead of replacing it; `gateway.trustedProxies` lets it be believed.',
      remedy:
        'Let the proxy set X-Forwarded-For to the address of its peer and nothing else: nginx `proxy_set_header X-Forwarded-For $remote_addr;`, Apache `RequestHeader unset X-Forwarded-For early`, Traefik without `forwardedHeaders.insecure`, Caddy without `trusted_proxies`.',
      real_ip:
        '{software} leads to port {port} and passes on the X-Real-IP that the client sent; `gateway.allowRealIpFallback` lets it be believed.',
      remedy_real_ip:
        'Set `gateway.allowRealIpFallback` to `false`, or let the proxy set the header: nginx `proxy_set_header X-Real-IP $remote_addr;`, Caddy `header_up -X-Real-IP`.',
      unmarked:
        '{software} leads to port {port} and sets no X-Forwarded-For: whoever comes through it without one looks like this host.',
    },
    ko: {
      title: '리버스 프록시가 클라이언트의 출처 주장을 그대로 전달합니다',
      why: '게이트웨이는 이 헤더에서 클라이언트의 주소를 얻습니다. 이를 127.0.0.1로 바꿀 수 있으면 이 호스트로 행세하여, 비밀번호 시도 제한을 받지 않고 기기가 저절로 페어링됩니다.',
      passed:
        '{software}이(가) {port} 포트로 이어지며 클라이언트가 보낸 X-Forwarded-For를 그대로 전달합니다. `gateway.trustedProxies` 때문에 이 값을 믿게 됩니다.',
      appended:
        '{software}이(가) {port} 포트로 이어지며 클라이언트가 보낸 X-Forwarded-For를 바꾸지 않고 뒤에 덧붙입니다. `gateway.trustedProxies` 때문에 이 값을 믿게 됩니다.',
      remedy:
        '프록시가 X-Forwarded-For를 상대방의 주소만으로 설정하게 하십시오. nginx는 `proxy_set_header X-Forwarded-For $remote_addr;`, Apache는 `RequestHeader unset X-Forwarded-For early`를 쓰고, Traefik은 `forwardedHeaders.insecure`를, Caddy는 `trusted_proxies`를 쓰지 마십시오.',
      real_ip:
        '{software}이(가) {port} 포트로 이어지며 클라이언트가 보낸 X-Real-IP를 그대로 전달합니다. `gateway.allowRealIpFallback` 때문에 이 값을 믿게 됩니다.',
      remedy_real_ip:
        '`gateway.allowRealIpFallback`을 `false`로 설정하거나 프록시가 헤더를 설정하게 하십시오. nginx는 `proxy_set_header X-Real-IP $remote_addr;`, Caddy는 `header_up -X-Real-IP`입니다.',
      unmarked:
        '{software}이(가) {port} 포트로 이어지며 X-Forwarded-For를 설정하지 않습니다. 이 헤더 없이 프록시를 거쳐 온 사람은 모두 이 호스트처럼 보입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ gateway: { trustedProxies: ["127.0.0.1"] } }',
        ways: { proxies: [{ ...NGINX, forwardedFor: 'appended' }] },
      },
      {
        config: '{ gateway: { trustedProxies: ["127.0.0.1"], allowRealIpFallback: true } }',
        ways: { proxies: [{ ...NGINX, realIp: 'passed' }] },
      },
      { ways: { proxies: [{ ...NGINX, forwardedFor: 'passed' }] } },
    ],
    good: [
      {
        config: '{ gateway: { trustedProxies: ["127.0.0.1"], allowRealIpFallback: true } }',
        ways: { proxies: [NGINX] },
      },
      {
        config: '{ gateway: { trustedProxies: ["127.0.0.1"] } }',
        ways: { proxies: [{ ...NGINX, realIp: 'passed' }] },
      },
    ],
  },
  *run({ config, gateway, ways }, report) {
    const believed = gateway.trustedProxies.length > 0;
    const realIpBelieved = believed && config.boolean('gateway', 'allowRealIpFallback') === true;
    for (const { software, file, line, port, forwardedFor, realIp } of ways.proxies()) {
      const rule = { kind: 'file', path: file, line } as const;
      const trust = config.at('gateway', 'trustedProxies');
      if (forwardedFor !== 'overwritten' && believed)
        yield report(forwardedFor, { software, port }, [rule, trust]);
      else if (forwardedFor === 'passed') yield report('unmarked', { software, port }, rule);
      if (realIp === 'passed' && realIpBelieved)
        yield report(
          'real_ip',
          { software, port },
          [rule, config.at('gateway', 'allowRealIpFallback')],
          { remedy: 'remedy_real_ip' },
        );
    }
  },
});

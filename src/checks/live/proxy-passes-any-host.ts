import { defineCheck } from '../define.ts';

const NGINX = {
  software: 'nginx',
  file: '/etc/nginx/sites-enabled/gateway',
  line: 7,
  port: 18789,
  forwardedFor: 'overwritten',
  realIp: 'overwritten',
  overwritten: ['host'],
} as const;
const FALLBACK = '{ gateway: { controlUi: { dangerouslyAllowHostHeaderOriginFallback: true } } }';

export default defineCheck({
  id: 'live.proxy_passes_any_host',
  severity: 'critical',
  needs: ['config', 'gateway', 'ways'],
  refs: ['CWE-346', 'CWE-350'],
  text: {
    en: {
      title: 'A reverse proxy passes on any Host, and the gateway takes it for its own name',
      why: 'A page whose name was made to lead to the proxy (DNS rebinding) has the same name in `Origin` and `Host`. The gateway then takes it for the Control UI.',
      remedy:
        'Remove `gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` and list the addresses of the Control UI in `gateway.controlUi.allowedOrigins`; let the proxy send a fixed name (nginx `proxy_set_header Host $server_name;`) and answer other names with an error.',
      passes:
        '{software} leads to port {port} and sends whatever Host the client asked for; `gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` is `true`.',
    },
    ko: {
      title: '리버스 프록시가 전달하는 임의의 Host를 게이트웨이가 자기 이름으로 여깁니다',
      why: '이름이 프록시를 가리키도록 바뀐 페이지(DNS 리바인딩)는 `Origin`과 `Host`에 같은 이름을 갖습니다. 그러면 게이트웨이는 이를 Control UI로 여깁니다.',
      remedy:
        '`gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback`을 제거하고 Control UI의 주소를 `gateway.controlUi.allowedOrigins`에 적으십시오. 프록시는 정해진 이름을 보내고(nginx `proxy_set_header Host $server_name;`) 다른 이름에는 오류로 답하게 하십시오.',
      passes:
        '{software}이(가) {port} 포트로 이어지며 클라이언트가 요청한 Host를 그대로 보냅니다. `gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback` 값이 `true`입니다.',
    },
  },
  examples: {
    bad: [
      {
        config: FALLBACK,
        ways: { proxies: [{ ...NGINX, host: 'client' }] },
        offending: 'true',
      },
    ],
    good: [
      { config: FALLBACK, ways: { proxies: [{ ...NGINX, host: 'listed' }] } },
      { config: FALLBACK, ways: { proxies: [{ ...NGINX, host: 'upstream' }] } },
      { ways: { proxies: [{ ...NGINX, host: 'client' }] } },
    ],
  },
  *run({ config, gateway, ways }, report) {
    if (!gateway.hostHeaderOriginFallback) return;
    const route = ['gateway', 'controlUi', 'dangerouslyAllowHostHeaderOriginFallback'] as const;
    for (const { software, file, line, port, host } of ways.proxies())
      if (host === 'client')
        yield report('passes', { software, port }, [
          config.at(...route),
          { kind: 'file', path: file, line },
        ]);
  },
});

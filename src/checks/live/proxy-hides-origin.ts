import { defineCheck } from '../define.ts';

const NGINX = {
  software: 'nginx',
  file: '/etc/nginx/sites-enabled/gateway',
  line: 7,
  port: 18789,
  forwardedFor: 'overwritten',
  realIp: 'overwritten',
  host: 'listed',
} as const;

export default defineCheck({
  id: 'live.proxy_hides_origin',
  severity: 'warn',
  needs: ['ways'],
  refs: ['CWE-346', 'CWE-1385'],
  text: {
    en: {
      title: 'A reverse proxy hides from the gateway which page a connection comes from',
      why: 'The gateway tells pages of other sites from its own by `Origin`. With the header removed or replaced, a page of any site that the owner visits connects through the proxy as if it were the Control UI or no page at all.',
      remedy:
        'Take the line about `Origin` out of the proxy’s rule, and list the address of the Control UI in `gateway.controlUi.allowedOrigins` instead.',
      hides: '{software} leads to port {port} and sets or removes the Origin that the client sent.',
    },
    ko: {
      title: '리버스 프록시가 연결이 어느 페이지에서 왔는지 게이트웨이에 숨깁니다',
      why: '게이트웨이는 `Origin`으로 다른 사이트의 페이지를 구별합니다. 이 헤더를 제거하거나 바꾸면 소유자가 방문한 어느 사이트의 페이지든 Control UI이거나 페이지가 아닌 것처럼 프록시를 거쳐 연결합니다.',
      remedy:
        '프록시 규칙에서 `Origin`에 관한 줄을 빼고, 대신 Control UI의 주소를 `gateway.controlUi.allowedOrigins`에 적으십시오.',
      hides:
        '{software}이(가) {port} 포트로 이어지며 클라이언트가 보낸 Origin을 바꾸거나 제거합니다.',
    },
  },
  examples: {
    bad: [{ ways: { proxies: [{ ...NGINX, overwritten: ['x-forwarded-for', 'origin'] }] } }],
    good: [{ ways: { proxies: [{ ...NGINX, overwritten: ['x-forwarded-for'] }] } }],
  },
  *run({ ways }, report) {
    for (const { software, file, line, port, overwritten } of ways.proxies())
      if (overwritten.includes('origin'))
        yield report('hides', { software, port }, { kind: 'file', path: file, line });
  },
});

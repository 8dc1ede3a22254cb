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
const auth = (mode: string) =>
  `{ gateway: { trustedProxies: ["127.0.0.1"], auth: { mode: "${mode}", trustedProxy: { userHeader: "X-User" } } } }`;

export default defineCheck({
  id: 'live.proxy_user_header_from_clients',
  severity: 'critical',
  needs: ['config', 'auth', 'ways'],
  refs: ['CWE-290', 'CWE-348'],
  text: {
    en: {
      title: 'A reverse proxy lets its clients say who they are',
      why: 'With `gateway.auth.mode: "trusted-proxy"` the header is the credential. Who sends it through a proxy that does not set it itself is whoever he says.',
      remedy:
        'Let the rule set `{header}` to what the proxy’s own sign-in found, or to nothing: nginx `proxy_set_header {header} $upstream_http_…;` after `auth_request`, Caddy `forward_auth` with `copy_headers {header}`, Traefik `authResponseHeaders`, Apache `RequestHeader set {header}`.',
      passed:
        '{software} leads to port {port} and does not set `{header}`, by which the gateway knows the user.',
    },
    ko: {
      title: '리버스 프록시가 클라이언트의 신원 주장을 그대로 전달합니다',
      why: '`gateway.auth.mode: "trusted-proxy"`에서는 이 헤더가 인증 정보입니다. 프록시가 스스로 설정하지 않으면 이 헤더를 보낸 사람은 주장하는 누구든 됩니다.',
      remedy:
        '프록시의 로그인에서 얻은 값 또는 빈 값으로 규칙에서 `{header}` 헤더를 설정하십시오. nginx는 `auth_request` 뒤에 `proxy_set_header {header} $upstream_http_…;`, Caddy는 `forward_auth`와 `copy_headers {header}`, Traefik은 `authResponseHeaders`, Apache는 `RequestHeader set {header}`입니다.',
      passed:
        '{software}이(가) {port} 포트로 이어지며, 게이트웨이가 사용자를 알아보는 `{header}` 헤더를 설정하지 않습니다.',
    },
  },
  examples: {
    bad: [
      {
        config: auth('trusted-proxy'),
        ways: { proxies: [{ ...NGINX, overwritten: ['x-forwarded-for'] }] },
        offending: '"X-User"',
      },
    ],
    good: [
      { config: auth('trusted-proxy'), ways: { proxies: [{ ...NGINX, overwritten: ['x-user'] }] } },
      { config: auth('token'), ways: { proxies: [{ ...NGINX, overwritten: [] }] } },
    ],
  },
  *run({ config, auth, ways }, report) {
    const header = auth.trustedProxy.userHeader;
    if (auth.mode !== 'trusted-proxy' || header === undefined) return;
    const at = config.at('gateway', 'auth', 'trustedProxy', 'userHeader');
    for (const { software, file, line, port, overwritten } of ways.proxies())
      if (!overwritten.includes(header.toLowerCase()))
        yield report('passed', { software, port, header }, [
          at,
          { kind: 'file', path: file, line },
        ]);
  },
});

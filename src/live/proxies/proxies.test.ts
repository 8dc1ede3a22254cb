import { expect, test } from 'vitest';
import { findApacheRoutes } from './apache.ts';
import { findCaddyRoutes } from './caddy.ts';
import { findNginxRoutes, nginxContext } from './nginx.ts';
import { findTraefikHeaders, findTraefikRoutes } from './traefik.ts';

const nginx = (location: string, server = '') => `
http {
  upstream claw { server 127.0.0.1:18789; keepalive 8; }
  server {
    listen 443 ssl; # public; really
    ${server}
    location / {
      ${location}
    }
  }
}`;

test.each([
  ['proxy_pass http://127.0.0.1:18789;', '', 'passed', 'passed'],
  ['proxy_pass http://claw/;', '', 'passed', 'passed'],
  [
    'proxy_pass http://localhost:18789; proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Real-IP "$remote_addr";',
    '',
    'overwritten',
    'overwritten',
  ],
  [
    'proxy_pass http://claw; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    '',
    'appended',
    'passed',
  ],
  // Inherited while the location sets none of its own …
  [
    'proxy_pass http://claw;',
    'proxy_set_header X-Forwarded-For $remote_addr;',
    'overwritten',
    'passed',
  ],
  // … and hidden as soon as it sets any.
  [
    'proxy_pass http://claw; proxy_set_header Host $host;',
    'proxy_set_header X-Forwarded-For $remote_addr;',
    'passed',
    'passed',
  ],
  [
    'proxy_pass http://claw; proxy_set_header X-Forwarded-For $http_x_forwarded_for;',
    '',
    'passed',
    'passed',
  ],
])('nginx: %s %s', (location, server, forwardedFor, realIp) => {
  expect(findNginxRoutes(nginx(location, server))).toMatchObject([
    { port: 18789, line: 8, forwardedFor, realIp },
  ]);
});

test('nginx: comments, other hosts and torn files', () => {
  expect(findNginxRoutes('location / { # proxy_pass http://127.0.0.1:18789;\n }')).toEqual([]);
  expect(findNginxRoutes('location / { proxy_pass http://192.0.2.1:18789; }')).toEqual([]);
  expect(findNginxRoutes('a { b { proxy_pass http://127.0.0.1:1')).toHaveLength(1);
  expect(findNginxRoutes('{'.repeat(100_000))).toEqual([]);
  expect(findNginxRoutes('}'.repeat(1000))).toEqual([]);
});

test.each([
  ['reverse_proxy localhost:18789', 'overwritten', 'passed'],
  ['reverse_proxy :18789 {\n header_up X-Real-IP {remote_host}\n}', 'overwritten', 'overwritten'],
  ['reverse_proxy /ws* 127.0.0.1:18789', 'overwritten', 'passed'],
  [
    'reverse_proxy {\n to http://127.0.0.1:18789\n header_up -X-Real-IP\n}',
    'overwritten',
    'overwritten',
  ],
  ['reverse_proxy localhost:18789 {\n trusted_proxies 0.0.0.0/0\n}', 'passed', 'passed'],
  [
    'reverse_proxy localhost:18789 {\n header_up X-Forwarded-For {header.X-Forwarded-For}\n}',
    'passed',
    'passed',
  ],
])('caddy: %s', (rule, forwardedFor, realIp) => {
  const text = `{\n  email me@example.org\n}\nclaw.example.org {\n  handle {\n    ${rule}\n  }\n}\n`;
  expect(findCaddyRoutes(text)).toMatchObject([{ port: 18789, line: 6, forwardedFor, realIp }]);
});

test('traefik: a server by its url; what an entry point trusts', () => {
  const dynamic =
    'http:\n  services:\n    claw:\n      loadBalancer:\n        servers:\n          - url: "http://127.0.0.1:18789"\n';
  expect(findTraefikRoutes(dynamic)).toMatchObject([
    { port: 18789, line: 6, forwardedFor: 'overwritten', realIp: 'overwritten' },
  ]);
  const lax = `entryPoints:\n  web:\n    forwardedHeaders:\n      insecure: true\n${dynamic}`;
  expect(findTraefikRoutes(lax)).toMatchObject([{ forwardedFor: 'appended', realIp: 'passed' }]);
  expect(findTraefikRoutes('url = "http://127.0.0.1:18789"')).toHaveLength(1);
});

test('apache: adds to what the client sent unless it is taken away before', () => {
  const rule = 'ProxyPass "/" "http://127.0.0.1:18789/"\n';
  expect(findApacheRoutes(rule)).toMatchObject([
    { port: 18789, line: 1, forwardedFor: 'appended', realIp: 'passed' },
  ]);
  expect(findApacheRoutes(`RequestHeader unset X-Forwarded-For early\n${rule}`)).toMatchObject([
    { forwardedFor: 'overwritten', realIp: 'passed' },
  ]);
  expect(findApacheRoutes('RewriteRule ^/(.*) "ws://localhost:18789/$1" [P,L]')).toHaveLength(1);
  expect(findApacheRoutes(`# ${rule}`)).toEqual([]);
});

test.each([
  ['', 'upstream', []],
  ['proxy_set_header Host $http_host;', 'client', []],
  ['proxy_set_header Host "$host";', 'client', []],
  ['proxy_set_header Host gw.example.org;', 'listed', []],
  ['proxy_set_header Host $server_name;', 'listed', []],
  ['proxy_set_header Host 127.0.0.1:18789;', 'upstream', []],
  ['proxy_set_header Origin "";', 'upstream', ['origin']],
  ['proxy_set_header Origin $http_origin; proxy_set_header X-User $user;', 'upstream', ['x-user']],
  ['include common; proxy_set_header X-Role "";', 'client', ['x-user', 'x-role']],
])('nginx: host and other headers of %s', (lines, host, overwritten) => {
  const context = nginxContext([], (name) =>
    name === 'common'
      ? 'proxy_set_header Host $host; proxy_set_header X-User $u; include common;'
      : undefined,
  );
  const text = nginx(`proxy_pass http://claw; ${lines}`);
  const [route] = findNginxRoutes(text, context);
  expect(route?.host).toBe(host);
  expect(route?.overwritten.toSorted()).toEqual(overwritten.toSorted());
});

test('nginx: what stands in other files: upstreams, and headers for all sites', () => {
  const main = 'http { proxy_set_header X-Forwarded-For $remote_addr; include sites-enabled/*; }';
  const upstream = 'upstream claw { server 127.0.0.1:18789; }';
  const context = nginxContext([main, upstream], () => undefined);
  const site = 'server { location / { proxy_pass http://claw; } }';
  expect(findNginxRoutes(site, context)).toMatchObject([
    { port: 18789, forwardedFor: 'overwritten', overwritten: ['x-forwarded-for'] },
  ]);
  expect(findNginxRoutes(site)).toEqual([]);
});

const caddy = (site: string, rule: string, before = '') =>
  findCaddyRoutes(`${before}\n${site} {\n  ${rule}\n}\n`)[0];
const TO = 'reverse_proxy localhost:18789';

test.each([
  ['claw.example.org', TO, 'listed'],
  ['https://claw.example.org:8443, *.example.org', TO, 'listed'],
  [':443', TO, 'client'],
  ['http://', TO, 'client'],
  ['claw.example.org, :80', TO, 'client'],
  [':443', `${TO} {\n header_up Host {upstream_hostport}\n}`, 'upstream'],
  [':443', `${TO} {\n header_up Host gw.example.org\n}`, 'listed'],
  [':443', `${TO} {\n header_up Host {host}\n}`, 'client'],
])('caddy: host of %s with %s', (site, rule, host) => {
  expect(caddy(site, rule)?.host).toBe(host);
});

test('caddy: headers that are set before a rule, in it, and in a snippet', () => {
  const names = (rule: string, before?: string) => caddy('a.example', rule, before)?.overwritten;
  expect(names(`${TO} {\n header_up -Origin\n header_up +X-A b\n}`)).toEqual(['origin']);
  expect(names(`${TO} {\n header_up X-User {header.X-User}\n}`)).toEqual([]);
  const auth = 'forward_auth localhost:9091 {\n uri /verify\n copy_headers Remote-User A>X-B\n}';
  expect(names(`${auth}\n ${TO}`)).toEqual(['remote-user', 'x-b']);
  expect(names(`request_header -X-User\n ${TO}`)).toEqual(['x-user']);
  const snippet = `(claw) {\n ${TO} {\n header_up X-User {user}\n }\n}`;
  expect(names('import claw', snippet)).toEqual(['x-user']);
  expect(findCaddyRoutes('(a) {\n import a\n}\nx.example {\n import a\n}')).toEqual([]);
  expect(findCaddyRoutes(`claw.example.org\n${TO}`)).toMatchObject([{ host: 'listed' }]);
});

const SERVER = 'url: http://127.0.0.1:18789\n';

test.each([
  ['rule: "Host(`claw.example.org`)"\n', 'listed'],
  ['rule: "PathPrefix(`/`)"\n', 'client'],
  ['rule: "Host(`a`)"\nrule: "HostRegexp(`.*`)"\n', 'client'],
  ['passHostHeader: false\n', 'upstream'],
  ['', 'client'],
])('traefik: host by %s', (lines, host) => {
  expect(findTraefikRoutes(lines + SERVER)).toMatchObject([{ host }]);
});

test.each([
  [
    'headers:\n  customRequestHeaders:\n    X-User: ""\n    Origin: ""\n  other: 1\n',
    ['x-user', 'origin'],
  ],
  [
    'forwardAuth:\n  authResponseHeaders:\n  - X-User\n  - "X-Role"\n  address: http://x\n',
    ['x-user', 'x-role'],
  ],
  ['authResponseHeaders = ["X-User", "X-Role"]\naddress = "y"\n', ['x-user', 'x-role']],
  [
    '[http.middlewares.a.headers.customRequestHeaders]\n  X-User = ""\n[other]\n  X-No = ""\n',
    ['x-user'],
  ],
  ['basicAuth:\n  headerField: X-User\n  realm: x\n', ['x-user']],
  ['# customRequestHeaders:\n#   X-User: ""\n', []],
])('traefik: headers of %s', (text, names) => {
  expect(findTraefikHeaders(text)).toEqual(names);
});

test('apache: host and headers', () => {
  const rule = 'ProxyPass "/" "http://127.0.0.1:18789/"\n';
  expect(findApacheRoutes(rule)).toMatchObject([{ host: 'upstream', overwritten: [] }]);
  const more =
    'ProxyPreserveHost On\nRequestHeader set X-User "%{REMOTE_USER}s"\nRequestHeader unset Origin\n';
  expect(findApacheRoutes(more + rule)).toMatchObject([
    { host: 'client', overwritten: ['x-user', 'origin'] },
  ]);
});

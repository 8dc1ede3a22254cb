import { expect, test } from 'vitest';
import { findApacheRoutes } from './apache.ts';
import { findCaddyRoutes } from './caddy.ts';
import { findNginxRoutes } from './nginx.ts';
import { findTraefikRoutes } from './traefik.ts';

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
  expect(findNginxRoutes(nginx(location, server))).toEqual([
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
  expect(findCaddyRoutes(text)).toEqual([{ port: 18789, line: 6, forwardedFor, realIp }]);
});

test('traefik: a server by its url; what an entry point trusts', () => {
  const dynamic =
    'http:\n  services:\n    claw:\n      loadBalancer:\n        servers:\n          - url: "http://127.0.0.1:18789"\n';
  expect(findTraefikRoutes(dynamic)).toEqual([
    { port: 18789, line: 6, forwardedFor: 'overwritten', realIp: 'overwritten' },
  ]);
  const lax = `entryPoints:\n  web:\n    forwardedHeaders:\n      insecure: true\n${dynamic}`;
  expect(findTraefikRoutes(lax)).toMatchObject([{ forwardedFor: 'appended', realIp: 'passed' }]);
  expect(findTraefikRoutes('url = "http://127.0.0.1:18789"')).toHaveLength(1);
});

test('apache: adds to what the client sent unless it is taken away before', () => {
  const rule = 'ProxyPass "/" "http://127.0.0.1:18789/"\n';
  expect(findApacheRoutes(rule)).toEqual([
    { port: 18789, line: 1, forwardedFor: 'appended', realIp: 'passed' },
  ]);
  expect(findApacheRoutes(`RequestHeader unset X-Forwarded-For early\n${rule}`)).toMatchObject([
    { forwardedFor: 'overwritten', realIp: 'passed' },
  ]);
  expect(findApacheRoutes('RewriteRule ^/(.*) "ws://localhost:18789/$1" [P,L]')).toHaveLength(1);
  expect(findApacheRoutes(`# ${rule}`)).toEqual([]);
});

import { expect, test } from 'vitest';
import { isConnected, parseServeStatus } from './tailscale.ts';

test('handlers, forwarded TCP and foreground sessions, public ones marked', () => {
  const status = {
    TCP: { '443': { HTTPS: true }, '8443': { TCPForward: '127.0.0.1:18790' } },
    Web: {
      'host.tail1.ts.net:443': {
        Handlers: {
          '/': { Proxy: 'http://127.0.0.1:18789' },
          '/docs': { Path: '/srv/docs' },
          '/plain': { Text: 'hello' },
        },
      },
      'host.tail1.ts.net:10000': {
        Handlers: { '/': { Proxy: 'https+insecure://localhost:18789/ui' } },
      },
    },
    AllowFunnel: { 'host.tail1.ts.net:443': true, 'host.tail1.ts.net:10000': false },
    Foreground: {
      session: {
        Web: { 'host.tail1.ts.net:8080': { Handlers: { '/': { Proxy: '18789' } } } },
        AllowFunnel: { 'host.tail1.ts.net:8080': true },
      },
    },
  };
  expect(parseServeStatus(status)).toEqual([
    { port: 443, target: 18789, funnel: true },
    { port: 10000, target: 18789, funnel: false },
    { port: 8443, target: 18790, funnel: false },
    { port: 8080, target: 18789, funnel: true },
  ]);
});

test.each([null, [], 'text', {}, { Web: 1, TCP: [], AllowFunnel: null, Foreground: 'x' }])(
  'nothing comes of %j',
  (status) => {
    expect(parseServeStatus(status)).toEqual([]);
    expect(isConnected(status)).toBe(false);
  },
);

test('a target on another host is not ours', () => {
  const Web = { 'a:443': { Handlers: { '/': { Proxy: 'http://192.0.2.7:18789' } } } };
  expect(parseServeStatus({ Web })).toEqual([]);
});

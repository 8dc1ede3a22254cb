import { expect, test } from 'vitest';
import { planProbe } from './plan.ts';

type Written = { readonly [name: string]: string };

function plan(settings: Written, env: Written = {}, more: { port?: number; tls?: boolean } = {}) {
  return planProbe({
    setting: (...route) => settings[route.join('.')],
    env: (name) => env[name],
    port: more.port,
    tls: more.tls === true,
  });
}

const remote = (url: string, more: Written = {}) =>
  plan({ 'gateway.mode': 'remote', 'gateway.remote.url': url, ...more });

test('this host: the port and the credentials of the environment come first', () => {
  const auth = { 'gateway.auth.token': 'of config', 'gateway.auth.password': ' pass ' };
  expect(plan(auth, { OPENCLAW_GATEWAY_TOKEN: ' of env ' }, { port: 4000 })).toMatchObject({
    shown: 'ws://127.0.0.1:4000',
    loopback: true,
    auth: { token: 'of env', password: 'pass' },
  });
  expect(plan({}, { OPENCLAW_GATEWAY_PORT: '5000' }, { port: 4000, tls: true })).toMatchObject({
    shown: 'wss://127.0.0.1:5000',
    auth: {},
  });
  expect(plan({}, {}, { port: 70_000 })).toMatchObject({ kind: 'not_asked' });
});

test('credentials given by the caller take the place of all others', () => {
  const given = { token: ' mine ', password: '' };
  const settings: Written = {
    'gateway.auth.token': 'a',
    'gateway.auth.password': 'b',
    'gateway.remote.url': 'wss://gw.example',
    'gateway.remote.token': 'c',
  };
  const sources = (mode: string) => ({
    setting: (...route: readonly (string | number)[]) =>
      route.join('.') === 'gateway.mode' ? mode : settings[route.join('.')],
    env: () => 'd',
    given,
    port: undefined,
    tls: false,
  });
  expect(planProbe(sources('local'))).toMatchObject({ auth: { token: 'mine', password: 'd' } });
  expect(planProbe(sources('remote'))).toMatchObject({ auth: { token: 'mine' } });
});

test('a remote gateway is never sent the credentials of this host', () => {
  const mode = { 'gateway.mode': 'remote', 'gateway.remote.url': 'wss://gw.example' };
  const local = { 'gateway.auth.token': 'a', 'gateway.auth.password': 'b' };
  const env = { OPENCLAW_GATEWAY_TOKEN: 'c', OPENCLAW_GATEWAY_PASSWORD: 'd' };
  expect(plan({ ...mode, ...local }, env)).toMatchObject({ kind: 'ask', auth: {} });
  const own = { ...mode, ...local, 'gateway.remote.token': 'e', 'gateway.remote.password': 'f' };
  expect(plan(own, env)).toMatchObject({ auth: { token: 'e', password: 'f' } });
});

test('without a remote URL the gateway of this host is meant', () => {
  expect(remote('  ')).toMatchObject({ shown: 'ws://127.0.0.1:18789' });
  expect(plan({ 'gateway.remote.url': 'wss://gw.example' })).toMatchObject({
    shown: 'ws://127.0.0.1:18789',
  });
});

test.each([
  'ws://localhost:1',
  'ws://127.8.8.8',
  'ws://[::1]:1',
  'ws://[::ffff:127.0.0.1]',
  'ws://0x7f.1',
  'wss://gw.example',
])('%s is asked', (url) => {
  expect(remote(url).kind).toBe('ask');
});

test.each([
  'ws://gw.example',
  'ws://0.0.0.0:18789',
  'ws://10.0.0.1',
  'ws://127.0.0.1.nip.example',
  'ws://localhost.example',
  'ws://127.0.0.1@gw.example',
  'ws://[::2]',
  'https://gw.example',
  'file:///etc/passwd',
  'gw.example',
  '$'.concat('{GATEWAY_URL}'),
])('%s is not asked', (url) => {
  expect(remote(url).kind).toBe('not_asked');
});

test('what is secret in a URL is not shown', () => {
  const { shown } = remote('wss://ann:hush%21@gw.example/x?key=hush2#hush3');
  expect(shown).toBe('wss://gw.example/x');
});

test('a fingerprint is taken as people write it, and a wrong one is never ignored', () => {
  const pin = (written: string) =>
    remote('wss://gw.example', { 'gateway.remote.tlsFingerprint': written });
  const digits = '0A'.repeat(32);
  const colons = `SHA256:${Array(32).fill('0a').join(':')}`;
  for (const written of [digits, colons])
    expect(pin(written)).toMatchObject({ fingerprint: digits.toLowerCase() });
  expect(pin('0a0a').kind).toBe('not_asked');
});

import { expect, test } from 'vitest';
import { certificateNames } from './certificate-names.ts';

const names = (url: string, remote: boolean, origins: readonly unknown[] = [], pin?: string) =>
  certificateNames(
    { url: new URL(url), ...(pin === undefined ? {} : { fingerprint: pin }) },
    remote,
    origins,
  );

test('a remote gateway is called by its address, unless its certificate is pinned', () => {
  const url = 'wss://gw.example.org:18789';
  expect(names(url, true)).toEqual([{ host: 'gw.example.org', setting: 'remote_url' }]);
  expect(names(url, true, [], '00'.repeat(32))).toEqual([]);
  expect(names('wss://127.0.0.1:18789', true)).toEqual([]);
  expect(names('wss://192.0.2.7:18789', true)).toMatchObject([{ host: '192.0.2.7' }]);
});

test('that of this host by the pages of its own port', () => {
  const origins = [
    'https://gw.example.org:18789',
    'https://proxy.example.org',
    'http://gw.example.net:18789',
    'https://localhost:18789',
    'https://[::1]:18789',
    '*',
    7,
    null,
  ];
  expect(names('wss://127.0.0.1:18789', false, origins)).toEqual([
    { host: 'gw.example.org', setting: 'allowed_origins' },
  ]);
  expect(names('wss://127.0.0.1:443', false, origins)).toMatchObject([
    { host: 'proxy.example.org' },
  ]);
});

test('without TLS there is no certificate', () => {
  expect(names('ws://127.0.0.1:18789', false, ['https://gw.example.org:18789'])).toEqual([]);
});

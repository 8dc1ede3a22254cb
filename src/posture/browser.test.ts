import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { ConfigValue } from '../config/tree.ts';
import { resolveBrowser } from './browser.ts';
import { configView } from './config.ts';

const browserOf = (browser: ConfigValue) =>
  resolveBrowser({
    snapshot: makeSnapshot({}),
    config: configView({
      generation: '2026.2',
      files: [],
      tree: { browser },
      origins: {},
      issues: [],
      envReferences: [],
      missing: false,
      unreadable: false,
    }),
  });

test('every config has a local profile of its own', () => {
  const { enabled, problem, profiles } = browserOf({});
  expect({ enabled, problem }).toEqual({ enabled: true, problem: undefined });
  expect(profiles.map(({ name }) => name)).toEqual(['openclaw']);
  expect(profiles[0]?.cdp).toMatchObject({ loopback: true, secure: false });
});

test('a port builds on the shared address, an address of its own does not', () => {
  const { profiles } = browserOf({
    cdpUrl: 'https://far.example:9222',
    profiles: { port: { cdpPort: 9333 }, own: { cdpUrl: 'http://[::1]:1' }, openclaw: {} },
  });
  expect(profiles.map(({ name, cdp }) => [name, cdp])).toEqual([
    ['port', { secure: true, loopback: false, shown: 'https://far.example:9333' }],
    ['own', { secure: false, loopback: true, shown: 'http://[::1]:1' }],
    ['openclaw', { secure: true, loopback: false, shown: 'https://far.example:9222' }],
  ]);
});

test('nothing of a URL but scheme, host and port is kept', () => {
  const { profiles } = browserOf({ cdpUrl: 'http://user:pass@far.example:9222/path?token=t#f' });
  expect(profiles[0]?.cdp).toMatchObject({ shown: 'http://far.example:9222' });
});

test('wrong types and unusable addresses throw nothing', () => {
  expect(browserOf({ cdpUrl: 'http://[' }).problem).toBe('unparsable');
  expect(browserOf({ cdpUrl: 'ws://127.0.0.1' }).problem).toBe('scheme');
  expect(
    browserOf({ cdpUrl: 7, profiles: { a: 1, b: [], c: { cdpUrl: 'ws://h' } } }),
  ).toMatchObject({
    problem: undefined,
    profiles: [{ name: 'c', cdp: 'scheme' }, { name: 'openclaw' }],
  });
  expect(browserOf(null).enabled).toBe(true);
});

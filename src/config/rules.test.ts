import { expect, test } from 'vitest';
import type { JsonValue } from '../document/parse.ts';
import { createIssueSink } from './issue-sink.ts';
import { checkRules } from './rules.ts';

function broken(config: JsonValue): readonly string[] {
  const sink = createIssueSink({});
  checkRules(config, '2026.2', sink);
  return sink.issues.map(({ problem, route }) => `${problem} ${route.join('.')}`);
}

test('an open DM policy needs a wildcard in the same object', () => {
  const channels = (telegram: JsonValue) => ({ channels: { telegram } });
  expect(broken(channels({ dmPolicy: 'open', allowFrom: [' * '] }))).toEqual([]);
  expect(
    broken(channels({ allowFrom: ['*'], accounts: { a: { dmPolicy: 'open' }, b: {} } })),
  ).toEqual(['dm_open_without_wildcard channels.telegram.accounts.a.dmPolicy']);
});

test('discord and slack look at the new place first', () => {
  const discord = { dmPolicy: 'pairing', dm: { policy: 'open' } };
  expect(broken({ channels: { discord } })).toEqual([]);
  expect(broken({ channels: { slack: { dm: { policy: 'open' }, allowFrom: ['U1'] } } })).toEqual([
    'dm_open_without_wildcard channels.slack.dm.policy',
  ]);
  expect(
    broken({ channels: { googlechat: { dm: { policy: 'open', allowFrom: ['*'] } } } }),
  ).toEqual([]);
});

test('accounts take secrets from their channel and are not asked when off', () => {
  const account = { a: { webhookUrl: 'https://example.org' } };
  expect(broken({ channels: { telegram: { webhookSecret: 'x', accounts: account } } })).toEqual([]);
  expect(broken({ channels: { telegram: { accounts: account } } })).toHaveLength(1);
  const off = { a: { mode: 'http', enabled: false } };
  expect(broken({ channels: { slack: { accounts: off } } })).toEqual([]);
});

test('a channel that a plugin of this config may bring is familiar', () => {
  const channels = { wechat: {} };
  expect(broken({ channels })).toEqual(['unknown channels.wechat']);
  expect(broken({ channels, plugins: { installs: { 'openclaw-wechat': {} } } })).toEqual([]);
});

test('joining another container needs the override of the same sandbox', () => {
  const sandbox = (docker: JsonValue) => ({ agents: { list: [{ id: 'a', sandbox: { docker } }] } });
  const network = ' Container:db ';
  expect(broken(sandbox({ network }))).toEqual([
    'docker_network_container agents.list.0.sandbox.docker.network',
  ]);
  expect(broken(sandbox({ network, dangerouslyAllowContainerNamespaceJoin: true }))).toEqual([]);
});

test('agent directories are compared as places', () => {
  const list = (...dirs: string[]) => ({
    agents: { list: dirs.map((agentDir, i) => ({ id: `a${i}`, agentDir })) },
  });
  expect(broken(list('/a/b', '/a/./c/../b/'))).toEqual([
    'duplicate_agent_dir agents.list.1.agentDir',
  ]);
  expect(broken(list('~/a', '/a', 'a'))).toEqual([]);
});

test('one id twice is one agent', () => {
  const list = [
    { id: 'a', agentDir: '/x' },
    { id: 'A ', agentDir: '/x' },
  ];
  expect(broken({ agents: { list } })).toEqual([]);
});

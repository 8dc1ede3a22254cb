import { expect, test } from 'vitest';
import { makeSnapshot } from '../../../test/support/snapshot.ts';
import type { ConfigValue } from '../../config/tree.ts';
import { readPosture } from '../posture.ts';
import { routeDm } from './dm-routes.ts';
import { sharedSessions } from './shared-sessions.ts';

const version = { judged: '2026.9.6', rules: '2026.9.6', source: 'flag' } as const;
const read = (config: ConfigValue) => {
  const { agents, channels, config: view } = readPosture(makeSnapshot(config, { version }));
  const active = channels.accounts.filter((account) => account.active);
  return { parts: { agents, config: view }, active };
};
const shared = (config: ConfigValue) => {
  const { parts, active } = read(config);
  return sharedSessions(parts, active).map(({ agent, accounts, people, everyone }) => [
    agent,
    accounts.map(({ label }) => label).join(' '),
    people,
    everyone,
  ]);
};

const telegram = (settings: { readonly [key: string]: ConfigValue }) => ({
  botToken: '1:x',
  ...settings,
});

test('everyone counts as two, and a peer that a binding names beside them', () => {
  const open = telegram({ dmPolicy: 'open', allowFrom: ['*'] });
  expect(shared({ channels: { telegram: open } })).toEqual([
    ['main', 'channels.telegram', 2, true],
  ]);
  const bindings = [
    { agentId: 'main', match: { channel: 'telegram', peer: { kind: 'direct', id: '7' } } },
  ];
  expect(shared({ bindings, channels: { telegram: open } })).toEqual([
    ['main', 'channels.telegram', 3, true],
  ]);
});

test('one person over two accounts counts as two, unless links say who it is', () => {
  const accounts = { a: { botToken: '1:x' }, b: { botToken: '2:x' } };
  const channels = { telegram: { allowFrom: ['1'], accounts } };
  const label = 'channels.telegram.accounts.a channels.telegram.accounts.b';
  expect(shared({ channels })).toEqual([['main', label, 2, false]]);
  const session = { identityLinks: { mina: ['telegram:1'] } };
  expect(shared({ session, channels })).toEqual([]);
});

test('one conversation for all agents is shared across them', () => {
  const agents = { list: [{ id: 'a' }, { id: 'b' }], ownership: 'explicit' };
  const bindings = [
    { agentId: 'a', match: { channel: 'telegram' } },
    { agentId: 'b', match: { channel: 'signal' } },
  ];
  const channels = {
    telegram: telegram({ allowFrom: ['1'] }),
    signal: { account: '+15550001111', allowFrom: ['+15550002222'] },
  };
  expect(shared({ agents, bindings, channels })).toEqual([]);
  expect(shared({ agents, bindings, channels, session: { scope: 'global' } })).toEqual([
    ['a', 'channels.telegram channels.signal', 2, false],
  ]);
});

test('a binding may keep senders apart by itself', () => {
  const bindings = [
    { agentId: 'main', match: { channel: 'telegram' }, session: { dmScope: 'per-channel-peer' } },
  ];
  const channels = { telegram: telegram({ allowFrom: ['1', '2'] }) };
  expect(shared({ bindings, channels })).toEqual([]);
});

test('the most specific binding decides who answers', () => {
  const match = (more: { readonly [key: string]: ConfigValue }) => ({
    channel: 'telegram',
    ...more,
  });
  const { parts, active } = read({
    agents: { list: [{ id: 'a' }, { id: 'b' }], ownership: 'explicit' },
    bindings: [
      { agentId: 'everywhere', match: match({ accountId: '*' }) },
      { agentId: 'server', match: match({ guildId: '1' }) },
      { agentId: 'room', match: match({ peer: { kind: 'group', id: '-1' } }) },
      { agentId: 'account', match: match({ accountId: 'a' }) },
      { agentId: 'anyone', match: match({ accountId: 'a', peer: { kind: 'direct', id: '*' } }) },
      { agentId: 'one', match: match({ accountId: 'a', peer: { kind: 'direct', id: 'tg:7' } }) },
    ],
    channels: { telegram: { accounts: { a: { botToken: '1:x' }, b: { botToken: '2:x' } } } },
  });
  const agents = active.map((account) => [
    routeDm(parts, account, '7')?.agent,
    routeDm(parts, account)?.agent,
  ]);
  expect(agents).toEqual([
    ['one', 'anyone'],
    ['everywhere', 'everywhere'],
  ]);
});

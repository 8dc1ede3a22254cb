import fs from 'node:fs';
import { expect, test } from 'vitest';
import { lay } from '../../test/support/gathered.ts';
import { gatherLaidDown } from '../../test/support/scenario.ts';
import { layDatabase, type Stored, stateDatabase } from '../../test/support/state-database.ts';
import { difference, writeWal } from './sqlite/wal.harness.ts';

const LEGACY = [
  {
    path: '.openclaw/exec-approvals.json',
    content: '{"version":1,"agents":{"old":{"allowlist":["*"]}}}',
  },
  { path: '.openclaw/credentials/telegram-allowFrom.json', content: '{"allowFrom":["1"]}' },
];

function place(openclawVersion = '2026.9.6') {
  return lay({ config: '{}', files: LEGACY, openclawVersion });
}

async function gatherWith(stored: Stored | Uint8Array) {
  const laid = place();
  const file = layDatabase(
    laid.state,
    stored instanceof Uint8Array ? stored : stateDatabase(stored),
  );
  return { file, snapshot: await gatherLaidDown(laid) };
}

test('what older approvals call the agent default is main, which goes first', async () => {
  const { snapshot } = await gatherWith({
    approvals: {
      agents: {
        default: { security: 'full', ask: 'off', allowlist: ['/bin/cat'] },
        main: { ask: 'always', allowlist: ['/bin/ls'] },
        work: { ask: 'off' },
      },
    },
  });
  expect(snapshot.approvals).toMatchObject({
    value: {
      agents: {
        main: { security: 'full', ask: 'always', allowlist: ['/bin/ls', '/bin/cat'] },
        work: { ask: 'off', allowlist: [] },
      },
    },
  });
  expect(
    Object.keys(snapshot.approvals.status === 'ok' ? snapshot.approvals.value.agents : {}),
  ).toEqual(['main', 'work']);
});

test('approvals, senders and install records come from the database', async () => {
  const { file, snapshot } = await gatherWith({
    approvals: {
      version: 1,
      socket: { path: '/s', token: 'not-to-be-seen-1' },
      defaults: { security: 'allowlist', ask: 'on-miss' },
      agents: { main: { allowlist: ['/bin/ls', { pattern: '/bin/cat' }] } },
    },
    senders: [
      ['telegram', 'default', '42'],
      ['telegram', 'default', '*'],
      ['discord', 'work', '7'],
    ],
    machine: {
      'plugins.installedIndex': {
        revision: 1,
        index: {
          installRecords: {
            p1: { source: 'npm', spec: 'p1@1.2.3', integrity: 'sha512-x', version: '1.2.3' },
          },
          plugins: {},
        },
      },
      'hooks.internal.installs': { h1: { source: 'npm', spec: 'h1', installPath: '/opt/h1' } },
    },
    deviceTokens: ['not-to-be-seen-2', 'not-to-be-seen-3'],
  });
  expect(snapshot.approvals).toEqual({
    status: 'ok',
    value: {
      path: file,
      defaults: { security: 'allowlist', ask: 'on-miss' },
      agents: { main: { allowlist: ['/bin/ls', '/bin/cat'] } },
    },
  });
  expect(snapshot.pairing).toEqual({
    status: 'ok',
    value: [
      { channel: 'telegram', account: 'default', path: file, entries: ['42', '*'] },
      { channel: 'discord', account: 'work', path: file, entries: ['7'] },
    ],
  });
  expect(snapshot.installRecords).toEqual({
    status: 'ok',
    value: {
      path: file,
      plugins: [
        { id: 'p1', source: 'npm', spec: 'p1@1.2.3', hasIntegrity: true, version: '1.2.3' },
      ],
      hooks: [{ id: 'h1', source: 'npm', spec: 'h1', hasIntegrity: false, installPath: '/opt/h1' }],
    },
  });
  expect(snapshot.stateDatabase).toEqual({
    status: 'ok',
    value: {
      path: file,
      schema: 18,
      appVersion: '2026.9.6',
      credentials: { device_auth_tokens: 2 },
    },
  });
  expect(JSON.stringify(snapshot)).not.toContain('not-to-be-seen');
});

test('rows that are only in the log count', async () => {
  const laid = place();
  const before = stateDatabase();
  const file = layDatabase(laid.state, before);
  const after = stateDatabase({ senders: [['telegram', 'default', '42']] });
  fs.writeFileSync(`${file}-wal`, writeWal(4096, difference(4096, before, after)));
  expect((await gatherLaidDown(laid)).pairing).toMatchObject({ value: [{ entries: ['42'] }] });
});

test('an older release is judged by its files, a newer one by them as long as it has no database', async () => {
  const old = place('2026.2.24');
  layDatabase(old.state, stateDatabase({ senders: [['discord', 'default', '42']] }));
  for (const laid of [old, place()]) {
    const snapshot = await gatherLaidDown(laid);
    expect(snapshot.pairing).toMatchObject({ value: [{ channel: 'telegram', entries: ['1'] }] });
    expect(snapshot.approvals).toMatchObject({ value: { agents: { old: {} } } });
    expect([snapshot.stateDatabase, snapshot.installRecords]).toEqual([
      { status: 'absent' },
      { status: 'absent' },
    ]);
  }
  expect((await gatherWith({})).snapshot.pairing).toEqual({ status: 'ok', value: [] });
});

test.each([
  ['zero bytes', new Uint8Array(), 'malformed'],
  ['encrypted', new Uint8Array(8192).fill(0xa7), 'malformed'],
  ['cut short', stateDatabase().subarray(0, 9000), 'malformed'],
  ['of a newer schema', { schema: 19 }, 'unsupported'],
])('a database that is %s leaves its parts unmeasured', async (_, stored, reason) => {
  const { file, snapshot } = await gatherWith(stored);
  const { approvals, pairing, installRecords, stateDatabase: whole } = snapshot;
  for (const part of [approvals, pairing, installRecords, whole]) {
    expect(part).toMatchObject({ status: 'failed', reason });
    expect(part).toHaveProperty('detail', expect.stringContaining(file));
  }
});

test('one broken entry leaves the others', async () => {
  const { snapshot } = await gatherWith({
    approvals: '{',
    machine: { 'plugins.installedIndex': { index: { installRecords: { x: 5 } } } },
    senders: [['telegram', 'default', '42']],
  });
  expect(snapshot.approvals).toMatchObject({ status: 'failed', reason: 'malformed' });
  expect(snapshot.installRecords).toMatchObject({ status: 'failed', reason: 'malformed' });
  expect(snapshot.pairing).toMatchObject({ status: 'ok', value: [{ entries: ['42'] }] });
});

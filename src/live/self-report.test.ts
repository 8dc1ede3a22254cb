import { expect, test } from 'vitest';
import { readSelfReport } from './self-report.ts';

const read = (payload: object, secrets: readonly string[] = []) =>
  readSelfReport({ ...payload }, secrets);

test('what a gateway of 2026.2 says of itself', () => {
  expect(
    read({
      server: { version: 'dev' },
      snapshot: {
        configPath: '/home/mina/.openclaw/openclaw.json',
        stateDir: '/home/mina/.openclaw',
        authMode: 'token',
        updateAvailable: { currentVersion: '2026.2.24' },
      },
    }),
  ).toEqual({
    version: '2026.2.24',
    configPath: '/home/mina/.openclaw/openclaw.json',
    stateDir: '/home/mina/.openclaw',
    authMode: 'token',
  });
});

test('one of 2026.9 names itself, how the client was let in, and where its sessions are', () => {
  const path = '/home/mina/.openclaw/agents/main/agent/openclaw-agent.sqlite';
  const agents = [{ sessions: { path: '/other' } }, { isDefault: true, sessions: { path } }];
  expect(
    read({
      server: { version: '2026.9.6' },
      snapshot: { health: { agents } },
      auth: { method: 'password' },
    }),
  ).toEqual({
    version: '2026.9.6',
    stateDir: '/home/mina/.openclaw',
    stateDirFrom: 'sessions',
    authMode: 'password',
  });
});

test.each([
  ['a relative path', 'openclaw.json'],
  ['a path with control characters', '/home/\u001b[2J/openclaw.json'],
  ['a long one', `/${'x'.repeat(2000)}`],
  ['a share of another host', '\\\\host\\share\\openclaw.json'],
  ['a number', 7],
  ['one that repeats the credential', '/home/made-up-token/openclaw.json'],
])('%s says nothing', (_, configPath) => {
  expect(read({ snapshot: { configPath } }, ['made-up-token', ''])).toEqual({});
});

test.each([
  [{}],
  [{ server: 1, snapshot: [], auth: null }],
  [{ server: { version: '9.9.9; rm' }, snapshot: { authMode: 'x', health: { agents: {} } } }],
  [
    {
      snapshot: { health: { agents: [{ isDefault: true, sessions: { path: '/s/store.json' } }] } },
    },
  ],
])('nothing is made of %j', (payload) => {
  expect(read(payload)).toEqual({});
});

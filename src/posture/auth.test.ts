import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { Secret } from '../config/secret.ts';
import type { AuthOverride } from '../gather/snapshot.ts';
import { resolveAuth } from './auth.ts';
import { readPosture } from './posture.ts';

const secret = (length: number, id: number): Secret => ({
  $secret: { length, id, kind: 'literal' },
});

function auth(authOverride?: AuthOverride) {
  const tree = {
    gateway: { auth: { mode: 'password', token: secret(40, 1), password: secret(30, 2) } },
  };
  return resolveAuth(readPosture(makeSnapshot(tree, authOverride ? { authOverride } : {})));
}

test('without an override the config decides', () => {
  expect(auth()).toMatchObject({
    mode: 'password',
    modeAt: { kind: 'config' },
    hasSharedSecret: true,
    password: { id: 2 },
  });
});

test('a mode given on the command line stands before the configured one', () => {
  expect(auth({ mode: 'none' })).toMatchObject({
    mode: 'none',
    modeWritten: true,
    modeAt: { kind: 'option', name: '--auth' },
    hasSharedSecret: false,
    // What was not given stays what it is.
    token: { id: 1 },
    tokenAt: { kind: 'config' },
  });
});

test('so do the secrets given with it', () => {
  const { token, tokenAt, password, passwordAt } = auth({ mode: 'token', token: secret(5, 9) });
  expect([token?.id, tokenAt]).toEqual([9, { kind: 'option', name: '--token' }]);
  expect([password?.id, passwordAt]).toMatchObject([2, { kind: 'config' }]);
});

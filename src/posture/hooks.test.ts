import { expect, test } from 'vitest';
import type { ConfigValue } from '../config/tree.ts';
import { configView } from './config.ts';
import { resolveHooks } from './hooks.ts';

const hooksOf = (hooks: ConfigValue) =>
  resolveHooks({
    config: configView({
      generation: '2026.2',
      files: [],
      tree: { hooks },
      origins: {},
      issues: [],
      envReferences: [],
      missing: false,
      unreadable: false,
    }),
  });
const secret = (length: number) => ({ $secret: { length, id: 1, kind: 'literal' as const } });

test('blank values count as not written', () => {
  expect(
    hooksOf({
      enabled: true,
      path: '  ',
      token: secret(0),
      defaultSessionKey: ' ',
      allowedSessionKeyPrefixes: ['', 3],
    }),
  ).toEqual({
    enabled: true,
    path: undefined,
    token: undefined,
    hasDefaultSessionKey: false,
    allowRequestSessionKey: false,
    hasSessionKeyPrefixes: false,
    internalEnabled: false,
  });
});

test('a session key that was hidden as a secret is still one', () => {
  const { hasDefaultSessionKey, hasSessionKeyPrefixes } = hooksOf({
    defaultSessionKey: secret(30),
    allowedSessionKeyPrefixes: [secret(30)],
  });
  expect([hasDefaultSessionKey, hasSessionKeyPrefixes]).toEqual([true, true]);
});

test('only `true` switches anything on', () => {
  expect(hooksOf({ enabled: 'true', internal: { enabled: 1 } }).enabled).toBe(false);
  expect(hooksOf([]).internalEnabled).toBe(false);
});

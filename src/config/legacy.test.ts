import { expect, test } from 'vitest';
import type { JsonValue } from '../document/parse.ts';
import { migrateLegacy } from './legacy.ts';
import { originOf } from './origin.ts';

const ROOT = { at: { file: 0, route: [] } };
const migrate = (value: JsonValue) => migrateLegacy({ value, origins: ROOT });

test('a config of today comes back as it is', () => {
  const tree = { value: { channels: { telegram: {} }, routing: {} }, origins: ROOT };
  expect(migrateLegacy(tree)).toEqual({ tree, issues: [] });
  expect(migrateLegacy(tree).tree).toBe(tree);
});

test('legacy keys are read as what replaced them', () => {
  const { tree, issues } = migrate({
    gateway: { token: 'x', bind: 'lan' },
    telegram: { dmPolicy: 'open' },
    agent: { workspace: '~/w', bash: { host: 'node' }, sandbox: { mode: 'all', tools: {} } },
    routing: { bindings: [], allowFrom: ['1'] },
  });
  expect(tree.value).toEqual({
    gateway: { bind: 'lan', auth: { token: 'x' } },
    channels: { telegram: { dmPolicy: 'open' } },
    agents: { defaults: { workspace: '~/w', sandbox: { mode: 'all' } } },
    tools: { exec: { host: 'node' }, sandbox: { tools: {} } },
    bindings: [],
  });
  expect(issues.map(({ problem, args }) => [problem, args.key, args.replacement])).toEqual([
    ['moved', 'telegram', 'channels.telegram'],
    ['moved', 'gateway.token', 'gateway.auth.token'],
    ['moved', 'agent', 'agents.defaults'],
    ['moved', 'routing.bindings', 'bindings'],
    ['not_read', 'routing.allowFrom', 'channels.whatsapp.allowFrom'],
  ]);
});

test('what is written in the new place wins, the rest is added', () => {
  const { tree } = migrate({
    gateway: { token: 'old', auth: { token: 'new' } },
    telegram: { dmPolicy: 'open', accounts: { a: { name: 'old' }, b: {} } },
    channels: { telegram: { dmPolicy: 'pairing', accounts: { a: { enabled: true } } } },
  });
  expect(tree.value).toEqual({
    gateway: { auth: { token: 'new' } },
    channels: {
      telegram: {
        dmPolicy: 'pairing',
        accounts: { a: { enabled: true, name: 'old' }, b: {} },
      },
    },
  });
});

test('places point to where a value was written', () => {
  const { tree } = migrateLegacy({
    value: {
      telegram: { dmPolicy: 'open', accounts: { a: { name: 'x' } } },
      channels: { telegram: { enabled: true, accounts: { a: { enabled: true } } } },
      gateway: { token: 'x' },
    },
    origins: {
      at: { file: 0, route: [] },
      children: { telegram: { at: { file: 2, route: ['part'] } } },
    },
  });
  const at = (...route: string[]) => originOf(tree.origins, route);
  expect(at('gateway', 'auth', 'token')).toEqual({ file: 0, route: ['gateway', 'token'] });
  expect(at('channels', 'telegram', 'dmPolicy')).toEqual({ file: 2, route: ['part', 'dmPolicy'] });
  expect(at('channels', 'telegram', 'accounts', 'a', 'name')).toEqual({
    file: 2,
    route: ['part', 'accounts', 'a', 'name'],
  });
  expect(at('channels', 'telegram', 'enabled')).toEqual({
    file: 0,
    route: ['channels', 'telegram', 'enabled'],
  });
});

test('values of the wrong type do no harm', () => {
  for (const value of [null, 'x', [], { a: null }] as JsonValue[]) {
    expect(migrate({ telegram: value, channels: value }).issues).toHaveLength(1);
    expect(migrate({ agent: value, agents: value, tools: value }).issues).toHaveLength(1);
    expect(migrate({ gateway: { token: value, auth: 'x' } }).tree.value).toEqual({
      gateway: { auth: 'x' },
    });
  }
});

import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { ConfigValue } from '../config/tree.ts';
import type { RoleFact } from '../gather/file-facts.ts';
import type { PluginDir } from '../gather/plugin-facts.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { readPosture } from './posture.ts';

type Part = Pick<Snapshot, 'plugins' | 'files'>;

const postureOf = (tree: ConfigValue, parts: Partial<Part>) =>
  readPosture(makeSnapshot(tree, parts));

const LINK: RoleFact = {
  role: 'extensions_dir',
  path: '/x',
  kind: 'symlink',
  mode: 0o700,
  uid: 0,
  gid: 0,
  size: 0,
  links: 1,
  access: { groupRead: false, groupWrite: false, worldRead: false, worldWrite: false },
};

const dir = (name: string, more: Partial<PluginDir> = {}): PluginDir => ({
  name,
  path: `/x/${name}`,
  entry: 'directory',
  ...more,
});
const extensions = (...dirs: PluginDir[]): Partial<Part> => ({
  plugins: { status: 'ok', value: { extensionsDir: '/x', dirs, packages: [] } },
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

const SEVERAL = extensions(
  dir('.staging'),
  dir('node_modules'),
  dir('folder', { manifestId: 'real' }),
  dir('linked', { entry: 'symlink', manifestId: 'linked' }),
  dir('dangling', { entry: 'symlink' }),
  dir('one.ts', { entry: 'file' }),
  dir('types.d.ts', { entry: 'file' }),
  dir('readme.md', { entry: 'file' }),
);

test('what OpenClaw loads, and what its audit takes for plugins', () => {
  const { plugins } = postureOf({}, SEVERAL);
  expect(ids(plugins.installed)).toEqual(['real', 'linked', 'one']);
  expect(ids(plugins.byReference.installed)).toEqual(['.staging', 'node_modules', 'folder']);
  const linked = postureOf({}, { ...SEVERAL, files: { status: 'ok', value: [LINK] } }).plugins;
  expect(linked.byReference.installed).toEqual([]);
  expect(linked.installed.length).toBe(3);
});

test('plugins are switched on and off by their ids, however they are written', () => {
  const tree = {
    plugins: {
      allow: ['REAL ', 'one', 'linked'],
      deny: [' One'],
      entries: { linked: { enabled: false } },
    },
  };
  const { plugins } = postureOf(tree, SEVERAL);
  expect(ids(plugins.enabled)).toEqual(['real']);
  expect(postureOf({ plugins: { enabled: false } }, SEVERAL).plugins.enabled).toEqual([]);
});

test('a profile is widened by alsoAllow, not by allow', () => {
  const contexts = (tools: ConfigValue) => {
    const { plugins } = postureOf({ tools }, extensions(dir('demo')));
    return [plugins.permissive.length, plugins.permissiveByReference.length];
  };
  expect(contexts({ profile: 'coding', allow: ['demo'] })).toEqual([0, 0]);
  expect(contexts({ profile: 'coding', alsoAllow: ['demo'] })).toEqual([1, 0]);
  expect(contexts({ allow: ['read', 'group:plugins'] })).toEqual([1, 1]);
  expect(contexts({ allow: ['read'], byProvider: { x: { alsoAllow: ['Demo'] } } })).toEqual([1, 1]);
  expect(contexts({ allow: ['read'] })).toEqual([0, 0]);
});

test('install records are compared with what lies where they say', () => {
  const records = {
    a: { version: '1.0.0' },
    b: { installPath: '~/pp/./b', resolvedVersion: '2.0.0' },
  };
  const packages = [
    { path: '/home/mina/.openclaw/extensions/a', version: '1.0.1' },
    { path: '/home/mina/pp/b', version: '2.0.0' },
  ];
  const value = { extensionsDir: '/x', dirs: [], packages };
  const { installs } = postureOf(
    { plugins: { installs: records } },
    { plugins: { status: 'ok', value } },
  );
  const seen = installs.plugins.map((r) => [
    r.recordedVersion,
    installs.installedVersion('plugins', r),
  ]);
  expect(seen).toEqual([
    ['1.0.0', '1.0.1'],
    ['2.0.0', '2.0.0'],
  ]);
});

test('records are readable although the packages were not measured', () => {
  const tree = { plugins: { installs: { a: { source: 'npm', spec: 'a' }, b: 'odd' } } };
  const { installs } = postureOf(tree, { plugins: { status: 'failed', reason: 'timeout' } });
  expect(ids(installs.plugins)).toEqual(['a']);
  expect(() => installs.plugins.map((r) => installs.installedVersion('plugins', r))).toThrow(
    'not measured: plugins',
  );
});

import { expect, test } from 'vitest';
import { forbiddenPath, sensitivePath } from './host-paths.ts';
import { isExactlyPinned } from './installs.ts';
import { isWithin, normalizePath, resolvePath } from './posix-path.ts';

test.each([
  ['//etc//passwd', '/etc/passwd'],
  ['/home/../etc/', '/etc'],
  ['/../..', '/'],
  ['a/./b/..', 'a'],
  ['../x', '../x'],
  ['', '.'],
])('normalizes %s', (path, expected) => {
  expect(normalizePath(path)).toBe(expected);
});

test('a sibling with the same beginning lies outside', () => {
  expect(isWithin('/etcetera', '/etc')).toBe(false);
  expect(isWithin('/etc/x', '/etc')).toBe(true);
  expect(isWithin('/etc', '/')).toBe(true);
});

test('paths of settings start from home or from the base', () => {
  expect(resolvePath('~/x', '/home/me', '/base')).toBe('/home/me/x');
  expect(resolvePath('~x', '/home/me', '/base')).toBe('/base/~x');
  expect(resolvePath('C:\\x\\..\\y', '/home/me', '/base')).toBe('C:/y');
});

test('directories that no container may see', () => {
  for (const path of ['/', '/etc', '/run/docker.sock', '/private/var/run', '/root/x'])
    expect(forbiddenPath(path), path).toBeDefined();
  for (const path of ['/var', '/home/me', '/var/runner', '/etcetera', '/usr'])
    expect(forbiddenPath(path), path).toBeUndefined();
});

test('what else of the host is worth protecting', () => {
  const host = { home: '/home/me', stateDir: '/srv/openclaw' };
  const of = (path: string) => sensitivePath(path, host);
  expect(of('/var')).toBe('/var/lib/docker');
  expect(of('/srv')).toBe('/srv/openclaw');
  expect(of('/srv/openclaw/credentials/x')).toBe('/srv/openclaw/credentials');
  expect(of('/srv/openclaw/workspace')).toBeUndefined();
  expect(of('/home')).toBe('/home/me');
  expect(of('/home/me')).toBe('/home/me');
  expect(of('/home/you')).toBe('/home/you');
  expect(of('/Users')).toBe('/Users');
  expect(of('/home/you/.ssh/id')).toBe('/home/you/.ssh');
  expect(of('/home/me/.config/gcloud')).toBe('/home/me/.config/gcloud');
  expect(of('/home/me/project')).toBeUndefined();
  expect(of('/home/me/.sshfs')).toBeUndefined();
});

test.each([
  ['p@1.2.3', true],
  ['@s/p@v1.2.3', true],
  ['p@1.2.3-beta.1+b', true],
  ['p@ 1.2.3', true],
  ['npm:p@1.2.3', true],
  ['@s/p', false],
  ['p@latest', false],
  ['p@^1.0.0', false],
  ['p@1.2', false],
  ['', false],
  ['git+https://github.com/a/b#abc', false],
])('%s is pinned: %s', (spec, pinned) => {
  expect(isExactlyPinned(spec)).toBe(pinned);
});

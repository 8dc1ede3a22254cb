import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lay } from '../../test/support/gathered.ts';
import { releaseOf } from './image-release.ts';
import { findInstalledRelease } from './installed-release.ts';

const pkg = (at: string, version: string, name = 'openclaw') => ({
  path: `${at}/package.json`,
  content: JSON.stringify({ name, version }),
});

function find(files: NonNullable<Parameters<typeof lay>[0]['files']>, ...dirs: readonly string[]) {
  const { home } = lay({ files });
  const PATH = dirs.map((dir) => path.join(home, dir)).join(path.delimiter);
  const found = findInstalledRelease({ PATH }, home);
  return (
    found && { ...found, place: path.relative(fs.realpathSync(home), fs.realpathSync(found.place)) }
  );
}

test.each([
  ['npm', 'prefix/lib/node_modules/openclaw', 'prefix/bin'],
  ['Homebrew', 'Cellar/openclaw/2026.9.6/libexec/lib/node_modules/openclaw', 'opt/bin'],
  ['a checkout', 'src/openclaw', 'bin'],
])('%s: the link in PATH leads into the package', (_, place, bin) => {
  const files = [
    pkg(place, '2026.9.6'),
    { path: `${place}/openclaw.mjs` },
    { path: `${bin}/openclaw`, symlink: `@@HOME@@/${place}/openclaw.mjs` },
  ];
  expect(find(files, bin)).toEqual({ version: '2026.9.6', place });
});

test.each([
  ['pnpm', 'pnpm/global/5/node_modules/openclaw', 'pnpm'],
  ['npm on Windows', 'npm/node_modules/openclaw', 'npm'],
])('%s: a script in PATH, the package near it', (_, place, bin) => {
  const files = [pkg(place, '2026.2.24'), { path: `${bin}/openclaw`, content: '#!/bin/sh' }];
  expect(find(files, bin)).toEqual({ version: '2026.2.24', place });
});

test.each([
  '.npm-global/lib/node_modules/openclaw',
  '.bun/install/global/node_modules/openclaw',
  '.local/share/pnpm/global/5/node_modules/openclaw',
  '.nvm/versions/node/v24.16.0/lib/node_modules/openclaw',
])('without PATH, in %s', (place) => {
  expect(find([pkg(place, '2026.9.1-beta.1')])).toEqual({ version: '2026.9.1-beta.1', place });
});

test('what is no OpenClaw, or does not say which, is passed over', () => {
  const modules = '.npm-global/lib/node_modules/openclaw';
  expect(find([pkg(modules, '1.2.3')])).toBeUndefined();
  expect(find([pkg(modules, '2026.9.6', 'other')])).toBeUndefined();
  expect(find([{ path: `${modules}/package.json`, content: '{' }])).toBeUndefined();
  expect(find([{ path: 'bin/openclaw', symlink: 'openclaw' }], 'bin')).toBeUndefined();
  expect(find([{ path: 'bin/openclaw', dir: true }], 'bin')).toBeUndefined();
});

test.each([
  ['ghcr.io/openclaw/openclaw:latest\tOpenClaw\t2026.9.6', '2026.9.6'],
  ['postgres:15\t\t\nopenclaw:2026.2.24\t\t', '2026.2.24'],
  ['local/build:dev\topenclaw\t2026.9.1-beta.1', '2026.9.1-beta.1'],
  ['openclaw:latest\t\tmain', undefined],
  ['evil/other:2026.9.6\tother\t2026.9.6', undefined],
  ['', undefined],
])('containers %j: %j', (lines, version) => {
  expect(releaseOf(lines)?.version).toBe(version);
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lay, measured } from '../../test/support/gathered.ts';
import { gatherLaidDown } from '../../test/support/scenario.ts';

test('plugins: entries, manifests, versions and what install records point to', async () => {
  const laid = lay({
    config: `{ plugins: { installs: { alpha: { source: 'npm' }, beta: { installPath: '~/beta' }, '../../evil': {} } },
      hooks: { internal: { installs: { pack: {} } } } }`,
    files: [
      {
        path: '.openclaw/extensions/alpha/package.json',
        content: '{"name":"@x/alpha","version":" 1.2.3 "}',
      },
      { path: '.openclaw/extensions/alpha/openclaw.plugin.json', content: '{"id":"alpha-id"}' },
      { path: '.openclaw/extensions/broken/package.json', content: '{' },
      { path: '.openclaw/extensions/file.js' },
      { path: '.openclaw/extensions/link', symlink: '@@HOME@@/beta' },
      { path: '.openclaw/extensions/loop', symlink: 'loop' },
      { path: '.openclaw/hooks/pack/package.json', content: '{"version":"4.0.0"}' },
      { path: 'beta/package.json', content: '{"version":"2.0.0"}' },
      { path: 'evil/package.json', content: '{"version":"6.6.6"}' },
    ],
  });
  const snapshot = await gatherLaidDown(laid);
  const { dirs, packages } = measured(snapshot.plugins);
  expect(dirs.map(({ path: _, ...rest }) => rest)).toEqual([
    { name: 'alpha', entry: 'directory', manifestId: 'alpha-id', version: '1.2.3' },
    { name: 'broken', entry: 'directory' },
    { name: 'file.js', entry: 'file' },
    { name: 'link', entry: 'symlink', version: '2.0.0' },
    { name: 'loop', entry: 'symlink' },
  ]);
  expect(packages).toEqual([
    { path: join(laid.state, 'extensions/alpha'), name: '@x/alpha', version: '1.2.3' },
    { path: join(laid.home, 'beta'), version: '2.0.0' },
  ]);
  expect(snapshot.hookPackages).toEqual({
    status: 'ok',
    value: [{ path: join(laid.state, 'hooks/pack'), version: '4.0.0' }],
  });
  expect(snapshot.unmeasured).toEqual([
    {
      part: 'plugins',
      reason: 'malformed',
      subject: join(laid.state, 'extensions/broken/package.json'),
    },
  ]);
});

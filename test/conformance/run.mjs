// Runs the recorded cases against the built program:
//   npm run conformance [-- --release 2026.9 more runner options]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ownPrefixes = readFileSync(join(here, 'own-prefixes.txt'), 'utf8').trim();
const options = process.argv.slice(2);
const named = options.indexOf('--release');
const [, release = '2026.2'] = named < 0 ? [] : options.splice(named, 2);
const RELEASES = {
  2026.2: { version: '2026.2.24', left: [] },
  // Its scan of code knows other rules than the one that --compat keeps.
  2026.9: { version: '2026.9.6', left: ['--skip', 'deep'] },
};
const { version, left } = RELEASES[release];
const { status } = spawnSync(
  process.execPath,
  [
    join(here, 'run-conformance.mjs'),
    ...['--cases', join(here, `cases-${release}`), ...left, '--intended'],
    ...['--allow-extra', ownPrefixes, '--append', `--compat --openclaw-version ${version}`],
    ...options,
    ...['--', process.execPath, join(here, '../../dist/main.js')],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;

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
const VERSIONS = { 2026.2: '2026.2.24', 2026.9: '2026.9.6' };
const { status } = spawnSync(
  process.execPath,
  [
    join(here, 'run-conformance.mjs'),
    ...['--cases', join(here, `cases-${release}`), '--intended'],
    ...[
      '--allow-extra',
      ownPrefixes,
      '--append',
      `--compat --openclaw-version ${VERSIONS[release]}`,
    ],
    ...options,
    ...['--', process.execPath, join(here, '../../dist/main.js')],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;

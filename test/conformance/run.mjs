// Runs the recorded cases against the built program: npm run conformance [-- more runner options]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ownPrefixes = readFileSync(join(here, 'own-prefixes.txt'), 'utf8').trim();
const { status } = spawnSync(
  process.execPath,
  [
    join(here, 'run-conformance.mjs'),
    ...['--cases', join(here, 'cases-2026.2'), '--intended'],
    ...['--allow-extra', ownPrefixes, '--append', '--compat --openclaw-version 2026.2.24'],
    ...process.argv.slice(2),
    ...['--', process.execPath, join(here, '../../dist/main.js')],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;

// Closing a state directory with many transcripts: `audit --fix`, both audits and the journal included,
// against `find DIR -type f -exec chmod 600 {} +` over the same tree. Wall time at most 3 times.
//
//   node bench/fix.mjs [--transcripts 100000] [--directories 20] [--runs 5] [--node PATH]
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, row } from './measure.mjs';
import { layTranscripts, makeHome, readOptions, rowOfPairs } from './transcripts.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = readOptions(20, 5);
const { home, state, env } = makeHome('fix');
const close = ['find', state, '-type', 'f', '-exec', 'chmod', '600', '{}', '+'];
const fix = [options.node, join(root, 'dist/main.js'), 'audit', '--fix', '--quiet'];

function loosen() {
  spawnSync('find', [state, '-name', '*.jsonl', '-exec', 'chmod', '644', '{}', '+']);
  chmodSync(state, 0o755);
}

function looseFiles() {
  const { stdout } = spawnSync('find', [state, '-type', 'f', '-perm', '/077'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return stdout.split('\n').length - 1;
}

function measure(command) {
  loosen();
  const { wall } = cpuOf(command, { env });
  if (looseFiles() > 0) throw new Error(`${command[0]} left files open`);
  return wall;
}

try {
  layTranscripts(state, options);
  measure(close);
  const pairs = Array.from({ length: options.runs }, () => [measure(fix), measure(close)]);
  row(`${options.transcripts} transcripts`, '--fix ms', 'find ms', 'ratio', '');
  rowOfPairs(pairs, 3);
} finally {
  rmSync(home, { recursive: true, force: true });
}

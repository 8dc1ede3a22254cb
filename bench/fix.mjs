// Closing a state directory with many transcripts: `audit --fix`, both audits and the journal included,
// against `find DIR -type f -exec chmod 600 {} +` over the same tree. Wall time at most 3 times.
//
//   node bench/fix.mjs [--transcripts 100000] [--directories 20] [--runs 5] [--node PATH]
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, median, row } from './measure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = { transcripts: 100_000, directories: 20, runs: 5, node: process.execPath };
for (let i = 2; i < process.argv.length; i += 2) {
  const [flag, value] = [process.argv[i], process.argv[i + 1]];
  if (flag === '--node') options.node = value;
  else if (flag === '--transcripts') options.transcripts = Number(value);
  else if (flag === '--directories') options.directories = Number(value);
  else if (flag === '--runs') options.runs = Number(value);
  else throw new Error(`unknown option ${flag}`);
}

const home = mkdtempSync(join(tmpdir(), 'bench-fix-'));
const state = join(home, '.openclaw');
const each = Math.ceil(options.transcripts / options.directories);
const env = { PATH: process.env.PATH, HOME: home, NO_COLOR: '1' };
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
  for (let d = 0; d < options.directories; d++) {
    const dir = join(state, 'agents', `agent-${d}`, 'sessions');
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    for (let f = 0; f < each; f++) writeFileSync(join(dir, `${d}-${f}.jsonl`), '');
  }
  writeFileSync(join(state, 'openclaw.json'), '{}', { mode: 0o600 });
  measure(close);
  const pairs = Array.from({ length: options.runs }, () => [measure(fix), measure(close)]);
  const ratio = median(pairs.map(([ours, base]) => ours / base));
  row(`${options.transcripts} transcripts`, '--fix ms', 'find ms', 'ratio', '');
  row(
    '  wall time',
    median(pairs.map((p) => p[0])).toFixed(0),
    median(pairs.map((p) => p[1])).toFixed(0),
    ratio.toFixed(2),
    ratio <= 3 ? '  ok' : '  over 3',
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

// A state directory with many transcripts against `find DIR -printf '%m %u %p\n'` over the same tree:
// wall time at most 2.5 times, and memory that does not grow with what is in the files.
//
//   node bench/scale.mjs [--transcripts 100000] [--directories 200] [--runs 7] [--node PATH]
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, median, memoryOf, row } from './measure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = { transcripts: 100_000, directories: 200, runs: 7, node: process.execPath };
for (let i = 2; i < process.argv.length; i += 2) {
  const [flag, value] = [process.argv[i], process.argv[i + 1]];
  if (flag === '--node') options.node = value;
  else if (flag === '--transcripts') options.transcripts = Number(value);
  else if (flag === '--directories') options.directories = Number(value);
  else if (flag === '--runs') options.runs = Number(value);
  else throw new Error(`unknown option ${flag}`);
}

const home = mkdtempSync(join(tmpdir(), 'bench-scale-'));
const state = join(home, '.openclaw');
const each = Math.ceil(options.transcripts / options.directories);

/** Files of `size` bytes, sparse so that only their length differs. */
function build(size) {
  for (let d = 0; d < options.directories; d++) {
    const dir = join(state, 'agents', `agent-${d}`, 'sessions');
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    for (let f = 0; f < each; f++) {
      const path = join(dir, `${d}-${f}.jsonl`);
      writeFileSync(path, '', { mode: 0o600 });
      if (size) truncateSync(path, size);
    }
  }
}

const env = { PATH: process.env.PATH, HOME: home, NO_COLOR: '1' };
const audit = [join(root, 'dist/main.js'), 'security', 'audit', '--json'];
try {
  build(0);
  writeFileSync(join(state, 'openclaw.json'), '{}', { mode: 0o600 });
  const find = ['find', state, '-printf', '%m %u %p\\n'];
  cpuOf(find, { env });
  const pairs = Array.from({ length: options.runs }, () => [
    cpuOf([options.node, ...audit], { env }).wall,
    cpuOf(find, { env }).wall,
  ]);
  const ratio = median(pairs.map(([ours, base]) => ours / base));
  row(`${options.transcripts} transcripts`, 'audit ms', 'find ms', 'ratio', '');
  row(
    '  wall time',
    median(pairs.map((p) => p[0])).toFixed(0),
    median(pairs.map((p) => p[1])).toFixed(0),
    ratio.toFixed(2),
    ratio <= 2.5 ? '  ok' : '  over 2.5',
  );
  const empty = memoryOf(options.node, audit, { env });
  build(1 << 20);
  const full = memoryOf(options.node, audit, { env });
  row('  peak memory, empty files', `${empty.toFixed(1)} MiB`);
  row(
    '  peak memory, 1 MiB a file',
    `${full.toFixed(1)} MiB`,
    '',
    (full / empty).toFixed(2),
    full / empty < 1.1 ? '  ok' : '  grows',
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

// A state directory with many transcripts against `find DIR -printf '%m %u %p\n'` over the same tree:
// wall time at most 2.5 times, and memory that does not grow with what is in the files.
//
//   node bench/scale.mjs [--transcripts 100000] [--directories 200] [--runs 7] [--node PATH]
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, memoryOf, row } from './measure.mjs';
import { layTranscripts, makeHome, readOptions, rowOfPairs } from './transcripts.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = readOptions(200, 7);
const { home, state, env } = makeHome('scale');

const audit = [join(root, 'dist/main.js'), 'security', 'audit', '--json'];
try {
  layTranscripts(state, options);
  const find = ['find', state, '-printf', '%m %u %p\\n'];
  cpuOf(find, { env });
  const pairs = Array.from({ length: options.runs }, () => [
    cpuOf([options.node, ...audit], { env }).wall,
    cpuOf(find, { env }).wall,
  ]);
  row(`${options.transcripts} transcripts`, 'audit ms', 'find ms', 'ratio', '');
  rowOfPairs(pairs, 2.5);
  const empty = memoryOf(options.node, audit, { env });
  layTranscripts(state, options, 1 << 20);
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

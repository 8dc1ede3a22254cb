// Shared by the benchmarks of large state directories: their options, and the directory itself.
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, row } from './measure.mjs';

/** [--transcripts N] [--directories N] [--runs N] [--node PATH] */
export function readOptions(directories, runs) {
  const options = { transcripts: 100_000, directories, runs, node: process.execPath };
  for (let i = 2; i < process.argv.length; i += 2) {
    const [flag, value] = [process.argv[i], process.argv[i + 1]];
    const name = flag.slice(2);
    if (!flag.startsWith('--') || !Object.hasOwn(options, name))
      throw new Error(`unknown option ${flag}`);
    options[name] = name === 'node' ? value : Number(value);
  }
  return options;
}

/** A fresh home with an empty config, and the environment of those who run in it. */
export function makeHome(name) {
  const home = mkdtempSync(join(tmpdir(), `bench-${name}-`));
  const state = join(home, '.openclaw');
  mkdirSync(state, { mode: 0o700 });
  writeFileSync(join(state, 'openclaw.json'), '{}', { mode: 0o600 });
  return { home, state, env: { PATH: process.env.PATH, HOME: home, NO_COLOR: '1' } };
}

/** Files of `size` bytes, sparse so that only their length differs. */
export function layTranscripts(state, { transcripts, directories }, size = 0) {
  const each = Math.ceil(transcripts / directories);
  for (let d = 0; d < directories; d++) {
    const dir = join(state, 'agents', `agent-${d}`, 'sessions');
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    for (let f = 0; f < each; f++) {
      const path = join(dir, `${d}-${f}.jsonl`);
      writeFileSync(path, '', { mode: 0o600 });
      if (size) truncateSync(path, size);
    }
  }
}

/** The wall times of pairs of runs, and whether the median of their ratios is within the target. */
export function rowOfPairs(pairs, target) {
  const ratio = median(pairs.map(([ours, base]) => ours / base));
  row(
    '  wall time',
    median(pairs.map((p) => p[0])).toFixed(0),
    median(pairs.map((p) => p[1])).toFixed(0),
    ratio.toFixed(2),
    ratio <= target ? '  ok' : `  over ${target}`,
  );
}

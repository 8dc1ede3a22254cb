// Shared by the benchmarks: run a command, say what it cost.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOOK = join(dirname(fileURLToPath(import.meta.url)), 'peak-memory.cjs');

/** CPU (user and system, children included) in ms, as bash's `time` counts it. */
export function cpuOf(command, options = {}) {
  const script = `TIMEFORMAT='%3U %3S %3R'; time "$@" >/dev/null 2>&1`;
  const { stderr, status } = spawnSync('bash', ['-c', script, 'time', ...command], {
    encoding: 'utf8',
    ...options,
  });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with status ${status}`);
  const [user, system, real] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: (user + system) * 1000, wall: real * 1000 };
}

/** Peak resident memory of a node command in MiB. */
export function memoryOf(node, args, options = {}) {
  const { stderr } = spawnSync(node, ['--require', HOOK, ...args], {
    encoding: 'utf8',
    ...options,
  });
  return Number(/peak-kib=(\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const row = (...cells) =>
  console.log(
    cells.map((cell, i) => (i ? String(cell).padStart(14) : String(cell).padEnd(34))).join(''),
  );

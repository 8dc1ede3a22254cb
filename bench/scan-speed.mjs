// How fast skills, code and large trees are scanned, and in how much memory.
//
//   node bench/scan-speed.mjs [--skills DIR] [--js DIR] [--tree DIR] [--runs 3] [--node PATH]
//
// --skills: a folder of about 1,000 skills (at most 4 s cold, 0.5 s from the cache, on two cores)
// --js:     a folder of JavaScript (at least 5 MB/s per core, data flow included)
// --tree:   a node_modules tree of about 300 MB (at most 1 GiB of memory)
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, median, memoryOf, row } from './measure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = { runs: 3, node: process.execPath };
for (let i = 2; i < process.argv.length; i += 2)
  options[process.argv[i].replace(/^--/, '')] = process.argv[i + 1];
const runs = Number(options.runs);
const home = mkdtempSync(join(tmpdir(), 'bench-scan-'));
const env = { PATH: process.env.PATH, HOME: home, NO_COLOR: '1' };
const scan = (...args) => [options.node, join(root, 'dist/main.js'), 'scan', '--json', ...args];
const verdict = (ok, text) => (ok ? `  ok (${text})` : `  MISSED (${text})`);

function megabytes(directory, wanted) {
  let bytes = 0;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && wanted.test(entry.name))
      bytes += statSync(join(entry.parentPath, entry.name)).size;
  return bytes / 1e6;
}

try {
  row('', 'wall s', 'CPU s', 'MB', '');
  if (options.skills) {
    const size = megabytes(options.skills, /./);
    const cold = Array.from({ length: runs }, () =>
      cpuOf(scan('--no-cache', options.skills), { env }),
    );
    cpuOf(scan(options.skills), { env });
    const cached = Array.from({ length: runs }, () => cpuOf(scan(options.skills), { env }));
    for (const [name, measured, limit] of [
      ['skills, cold', cold, 4],
      ['skills, cached', cached, 0.5],
    ]) {
      const wall = median(measured.map((it) => it.wall)) / 1000;
      const cpu = median(measured.map((it) => it.cpu)) / 1000;
      row(
        name,
        wall.toFixed(2),
        cpu.toFixed(2),
        size.toFixed(0),
        verdict(wall <= limit, `${limit} s`),
      );
    }
  }
  if (options.js) {
    const size = megabytes(options.js, /\.[cm]?[jt]sx?$/);
    const measured = Array.from({ length: runs }, () =>
      cpuOf(scan('--no-cache', options.js), { env }),
    );
    const cpu = median(measured.map((it) => it.cpu)) / 1000;
    const wall = median(measured.map((it) => it.wall)) / 1000;
    const rate = size / cpu;
    row(
      'JavaScript',
      wall.toFixed(2),
      cpu.toFixed(2),
      size.toFixed(0),
      verdict(rate >= 5, `${rate.toFixed(1)} of 5 MB/s`),
    );
  }
  if (options.tree) {
    const size = megabytes(options.tree, /./);
    const peak = memoryOf(options.node, scan('--no-cache', options.tree).slice(1), {
      env,
      maxBuffer: 1 << 30,
    });
    row(
      'large tree',
      '',
      '',
      size.toFixed(0),
      verdict(peak <= 1024, `${peak.toFixed(0)} of 1024 MiB`),
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

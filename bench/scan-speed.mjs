// How fast skills, code and large trees are scanned, and in how much memory.
//
//   node bench/scan-speed.mjs [--skills DIR] [--js DIR] [--tree DIR] [--runs 3] [--node PATH]
//                             [--reference OPENCLAW.mjs] [--reference-node PATH]
//
// --skills: a folder of about 1,000 skills (at most 4 s cold, 0.5 s from the cache, on two cores)
// --js:     a folder of JavaScript (at least 5 MB/s per core, data flow included)
// --tree:   a node_modules tree of about 300 MB (at most 1 GiB of memory)
// --reference: OpenClaw itself. Its deep audit of a workspace of 986 of the skills, and ours of the
//           same (at least 3 times faster). It runs in a scratch home; nothing of the skills is run.
//
// Times are those of the machine as it is: the first row shows what an empty program costs meanwhile
// (40 ms of CPU on a machine that does nothing else). A rate is over CPU time, that of all threads.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, median, memoryOf, row } from './measure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = { runs: 3, node: process.execPath };
for (let i = 2; i < process.argv.length; i += 2)
  options[process.argv[i].replace(/^--/, '')] = process.argv[i + 1];
const runs = Number(options.runs);
const home = mkdtempSync(join(tmpdir(), 'bench-scan-'));
const referenceEnv = {
  PATH: process.env.PATH,
  HOME: home,
  NO_COLOR: '1',
  OPENCLAW_UPDATE_IN_PROGRESS: '1',
  OPENCLAW_UPDATE_DEFER_CONFIGURED_PLUGIN_INSTALL_REPAIR: '1',
};
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

/** Puts skills of a collection into the workspace of a gateway in the scratch home; how many. */
function installSkills(collection, most) {
  const state = join(home, '.openclaw');
  const skills = join(state, 'workspace/skills');
  mkdirSync(skills, { recursive: true });
  writeFileSync(join(state, 'openclaw.json'), '{"gateway":{"mode":"local"}}');
  const names = new Set();
  for (const entry of readdirSync(collection, { recursive: true, withFileTypes: true })) {
    const name = basename(entry.parentPath);
    if (names.size >= most || entry.name !== 'SKILL.md' || names.has(name)) continue;
    names.add(name);
    cpSync(entry.parentPath, join(skills, name), { recursive: true });
  }
  return names.size;
}

try {
  row('', 'wall s', 'CPU s', 'MB', '');
  const idle = Array.from({ length: 5 }, () => cpuOf([options.node, '-e', '0'], { env }));
  row(
    'node -e 0',
    ...['wall', 'cpu'].map((it) => (median(idle.map((run) => run[it])) / 1000).toFixed(2)),
  );
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
  if (options.skills && options.reference) {
    const count = installSkills(options.skills, 986);
    const deep = ['security', 'audit', '--deep', '--json'];
    const other = [options['reference-node'] ?? options.node, options.reference, ...deep];
    const [ours, theirs] = [[options.node, join(root, 'dist/main.js'), ...deep], other].map(
      (command) =>
        // In turn, so that both meet the same machine.
        ({ command, runs: [] }),
    );
    for (let i = 0; i < runs; i++)
      for (const it of [theirs, ours])
        it.runs.push(cpuOf(it.command, { env: referenceEnv, cwd: home }));
    const wall = (it) => median(it.runs.map((run) => run.wall)) / 1000;
    const cpu = (it) => median(it.runs.map((run) => run.cpu)) / 1000;
    row(`OpenClaw, deep, ${count} skills`, wall(theirs).toFixed(2), cpu(theirs).toFixed(2), '');
    const times = wall(theirs) / wall(ours);
    row(
      `deep audit, ${count} skills`,
      wall(ours).toFixed(2),
      cpu(ours).toFixed(2),
      '',
      verdict(times >= 3, `${times.toFixed(1)} of 3 times faster`),
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

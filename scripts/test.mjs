// npm test: every gate of the project, one after the other, and one closing line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = 'node_modules/.cache/openclaw-security';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

let passed = 0;
let failed = 0;
const node = process.execPath;
const bin = (name) => [node, `node_modules/${name}`];

function run(title, command, count) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command[0], command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const counted = count?.();
  passed += counted?.passed ?? (status === 0 ? 1 : 0);
  failed += Math.max(counted?.failed ?? 0, status === 0 ? 0 : 1);
  return status === 0;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const unit = () => {
  const result = readJson(`${RESULTS}/unit.json`);
  return result && { passed: result.numPassedTests, failed: result.numFailedTests };
};
const conformance = (release) => () => readJson(`${RESULTS}/conformance-${release}.json`);

run('types', [...bin('typescript/bin/tsc')]);
run('lint and format', [...bin('@biomejs/biome/bin/biome'), 'check']);
run('generated files are current', [node, 'scripts/generate.mjs', '--check']);
run('unused files, exports and dependencies', [...bin('knip/bin/knip.js')]);
if (run('build', [node, 'scripts/build.mjs'])) {
  run('what would be published', [...bin('publint/src/cli.js'), '--strict']);
  run(
    'tests',
    [
      ...bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${RESULTS}/unit.json`,
    ],
    unit,
  );
  for (const release of ['2026.2', '2026.9'])
    run(
      `conformance with OpenClaw ${release}`,
      [
        ...[node, 'test/conformance/run.mjs', '--release', release],
        ...['--json', `${RESULTS}/conformance-${release}.json`],
      ],
      conformance(release),
    );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

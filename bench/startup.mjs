// What an audit of a small gateway costs over a bare `node -e 0`: CPU of the whole process, paired
// runs, median of the ratios. Targets: CPU at most 2.0 (2.5 where the state is in a database), peak
// memory at most 1.6. The gateway is what
// OpenClaw's onboarding leaves: one channel, one agent, one session. The larger one, for comparison,
// is examples/hardened (comments, an include, four channels, a plugin).
//
//   node bench/startup.mjs [--runs 31] [--node PATH]... [--openclaw PATH/openclaw.mjs]...
//
// Each --node is measured (default: the one that runs this). Each --openclaw is measured beside ours.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import initSqlJs from 'sql.js';
import { cpuOf, median, memoryOf, row } from './measure.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = { runs: 31, node: [], openclaw: [] };
for (let i = 2; i < process.argv.length; i += 2) {
  const [flag, value] = [process.argv[i], process.argv[i + 1]];
  if (flag === '--runs') options.runs = Number(value);
  else if (flag === '--node') options.node.push(value);
  else if (flag === '--openclaw') options.openclaw.push(resolve(value));
  else throw new Error(`unknown option ${flag}`);
}

const home = mkdtempSync(join(tmpdir(), 'bench-startup-'));
const state = join(home, '.openclaw');
const CONFIG = {
  meta: { lastTouchedVersion: '2026.2.24', lastTouchedAt: '2026-02-25T19:02:11.000Z' },
  agents: {
    defaults: {
      model: { primary: 'anthropic/claude-opus-4-6' },
      workspace: '~/work',
      maxConcurrent: 4,
    },
  },
  commands: { native: 'auto', nativeSkills: 'auto' },
  channels: {
    telegram: {
      enabled: true,
      dmPolicy: 'pairing',
      botToken: 'a-bot-token',
      groupPolicy: 'allowlist',
    },
  },
  gateway: {
    port: 18789,
    mode: 'local',
    bind: 'loopback',
    auth: { mode: 'token', token: 'x'.repeat(24) + 'y'.repeat(24) },
    tailscale: { mode: 'off' },
  },
  plugins: { entries: { telegram: { enabled: true } } },
};
for (const dir of ['credentials', 'agents/main/agent', 'agents/main/sessions'])
  mkdirSync(join(state, dir), { recursive: true, mode: 0o700 });
const files = {
  'openclaw.json': JSON.stringify(CONFIG, null, 2),
  'agents/main/agent/auth-profiles.json': '{}',
  'agents/main/sessions/sessions.json': '{}',
  'agents/main/sessions/one.jsonl': '{}',
  'credentials/telegram-allowFrom.json': '{"version":1,"allowFrom":["1"]}',
};
for (const [name, text] of Object.entries(files))
  writeFileSync(join(state, name), text, { mode: 0o600 });

// As 2026.9 leaves it: about a hundred tables, those that are read with a few rows.
await writeDatabase(join(state, 'state', 'openclaw.sqlite'));

const env = { PATH: process.env.PATH, HOME: home, NO_COLOR: '1' };
const main = join(root, 'dist/main.js');
const within = (ratio, target) => (ratio <= target ? 'ok' : `over ${target}`);

async function writeDatabase(path) {
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  db.exec(`CREATE TABLE schema_meta(meta_key TEXT PRIMARY KEY, schema_version INTEGER, app_version TEXT);
    CREATE TABLE config_machine_state(state_key TEXT PRIMARY KEY, value_json TEXT);
    CREATE TABLE exec_approvals_config(config_key TEXT PRIMARY KEY, raw_json TEXT);
    CREATE TABLE channel_pairing_allow_entries(channel_key TEXT, account_id TEXT, entry TEXT);
    INSERT INTO schema_meta VALUES ('primary', 18, '2026.9.6');
    INSERT INTO exec_approvals_config VALUES ('current', '{"version":1,"agents":{"main":{"allowlist":["/bin/ls"]}}}');
    INSERT INTO channel_pairing_allow_entries VALUES ('telegram', 'default', '1')`);
  for (let table = 0; table < 100; table += 1)
    db.exec(`CREATE TABLE other_${table}(id TEXT PRIMARY KEY, a TEXT, b TEXT, c INTEGER, content TEXT);
      INSERT INTO other_${table} VALUES ('1', '', '', 0, hex(zeroblob(4000)))`);
  mkdirSync(dirname(path), { mode: 0o700 });
  writeFileSync(path, db.export(), { mode: 0o600 });
}

try {
  for (const node of options.node.length ? options.node : [process.execPath]) {
    const bare = [node, '-e', '0'];
    // Every Node builds its own compiled form, as `npm run build` under it would.
    spawnSync(node, [join(root, 'scripts/code-cache.mjs')], { cwd: root, stdio: 'inherit' });
    const subjects = [
      ['audit (text)', [main, 'security', 'audit'], options.runs],
      ['audit --json', [main, 'security', 'audit', '--json'], options.runs],
      [
        'the larger one',
        [main, 'security', 'audit', '--state-dir', join(root, 'examples/hardened')],
        options.runs,
      ],
      [
        'state in a database',
        [main, 'security', 'audit', '--openclaw-version', '2026.9.6'],
        options.runs,
        2.5,
      ],
      ...options.openclaw.map((path) => [
        `OpenClaw ${path.split('/').at(-4) ?? ''}`,
        [path, 'security', 'audit', '--json'],
        3,
      ]),
    ];
    cpuOf(bare, { env });
    row(node, 'CPU ms', 'node -e 0', 'ratio', 'MiB', 'ratio', '');
    for (const [name, args, runs, target = 2] of subjects) {
      const pairs = Array.from({ length: runs }, () => [
        cpuOf([node, ...args], { env }).cpu,
        cpuOf(bare, { env }).cpu,
      ]);
      const ratio = median(pairs.map(([ours, base]) => ours / base));
      const memory = memoryOf(node, args, { env });
      const memoryRatio = memory / memoryOf(node, ['-e', '0'], { env });
      row(
        `  ${name}`,
        median(pairs.map((p) => p[0])).toFixed(1),
        median(pairs.map((p) => p[1])).toFixed(1),
        ratio.toFixed(2),
        memory.toFixed(1),
        memoryRatio.toFixed(2),
        `  ${within(ratio, target)}, ${within(memoryRatio, 1.6)}`,
      );
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

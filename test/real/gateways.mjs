// Runs the audit against real gateways of both generations on loopback, with authentication on and
// off, and says what it saw. Not part of `npm test`: it starts programs of others.
//
//   node test/real/gateways.mjs                 installs both releases into a temporary directory
//   node test/real/gateways.mjs DIR...          uses installations: directories with node_modules/openclaw
//   OPENCLAW_NODE=/path/to/node                 runs the gateways (2026.9 needs Node 24.16 or later)
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startGateway } from './start-gateway.mjs';

const RELEASES = ['2026.2.24', '2026.9.6'];
const MAIN = join(dirname(fileURLToPath(import.meta.url)), '../../dist/main.js');
const TOKEN = 'made-up-token-for-a-real-gateway-01';
const HOOKS_TOKEN = 'made-up-token-for-its-webhooks-0002';

const root = mkdtempSync(join(tmpdir(), 'ocsec-real-'));
let failures = 0;
let checks = 0;

function expect(what, seen, wanted) {
  checks += 1;
  const fine = JSON.stringify(seen) === JSON.stringify(wanted);
  if (!fine) failures += 1;
  const rest = fine ? '' : `, not ${JSON.stringify(wanted)}`;
  console.log(`  ${fine ? 'ok  ' : 'FAIL'} ${what}: ${JSON.stringify(seen)}${rest}`);
}

function install(version) {
  const dir = join(root, version);
  mkdirSync(dir);
  writeFileSync(join(dir, 'package.json'), '{"private":true}');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `openclaw@${version}`];
  const { status } = spawnSync('npm', args, { cwd: dir, stdio: 'ignore', timeout: 600_000 });
  return status === 0 ? dir : undefined;
}

/** Runs the audit; gives its report and what it saw. */
function audit(home, env = {}, ...more) {
  const saved = join(home, 'seen.json');
  rmSync(saved, { force: true });
  const args = ['security', 'audit', '--deep', '--json', '--save-snapshot', saved, ...more];
  const { stdout, status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: home,
    env: { PATH: '/usr/bin:/bin', HOME: home, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 << 20,
  });
  if (status !== 0) throw new Error(`the audit ended with ${status}: ${stderr}`);
  const { live, gatewayProbe } = JSON.parse(readFileSync(saved, 'utf8'));
  const { requests } = live.value;
  const report = JSON.parse(stdout);
  const text = stdout + readFileSync(saved, 'utf8');
  expect(
    'no secret in report and snapshot',
    [TOKEN, HOOKS_TOKEN].filter((it) => text.includes(it)),
    [],
  );
  return {
    gateway: report.deep.gateway,
    told: gatewayProbe.value,
    unmeasured: report.unmeasured,
    ids: new Set(report.findings.map(({ checkId }) => checkId)),
    verdicts: Object.fromEntries(requests.map(({ id, verdict }) => [id, verdict])),
    requests,
  };
}

/** What the gateway wrote, as far as it speaks of refused callers. */
const refusals = (log) =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /unauthorized|closed before connect|mismatch/i.test(line)).length;

const settings = (port, auth) => ({
  gateway: {
    mode: 'local',
    port,
    bind: 'loopback',
    auth,
    http: { endpoints: { chatCompletions: { enabled: true }, responses: { enabled: true } } },
  },
  hooks: { enabled: true, token: HOOKS_TOKEN },
  discovery: { mdns: { mode: 'off' } },
});

async function withGateway({ dir, version }, auth, use) {
  const home = mkdtempSync(join(root, 'home-'));
  mkdirSync(join(home, '.openclaw'), { mode: 0o700 });
  const port = await freePort();
  const config = JSON.stringify(settings(port, auth));
  writeFileSync(join(home, '.openclaw/openclaw.json'), config, { mode: 0o600 });
  const gateway = await startGateway(dir, home, port);
  if (gateway === undefined) {
    console.log('  skipped: it did not start');
    console.log(readFileSync(join(home, 'gateway.log'), 'utf8').slice(-500));
    failures += 1;
    return;
  }
  try {
    await use(home, gateway.log, version);
    await gateway.stop();
    unanswered(home);
  } finally {
    await gateway.stop();
  }
}

const ENDPOINTS = ['tools_bare', 'chat_bare', 'responses_bare', 'hooks_bare'];

/** What a gateway says of itself to whom it lets in. 2026.2 names neither release nor, 2026.9, its config. */
function itself({ told, ids }, home, version) {
  const later = version !== RELEASES[0];
  expect('version that it says', told.version, later ? version : undefined);
  expect('mode of authentication that it says', told.authMode, 'token');
  expect('config that it says', told.configIs, later ? undefined : 'audited');
  expect(
    'state directory that it says',
    [told.stateDir, told.stateDirIs],
    [join(home, '.openclaw'), 'audited'],
  );
  for (const id of ['live.other_files', 'live.auth_mode_differs', 'live.version_differs'])
    expect(id, ids.has(id), false);
}

/** The same gateway, audited as if something else had been meant. */
function asAnother(home, version) {
  const config = readFileSync(join(home, '.openclaw/openclaw.json'), 'utf8');
  const other = mkdtempSync(join(root, 'other-'));
  mkdirSync(join(other, '.openclaw'), { mode: 0o700 });
  writeFileSync(join(other, '.openclaw/openclaw.json'), config, { mode: 0o600 });
  expect('live.other_files from another home', audit(other).ids.has('live.other_files'), true);
  const installed = join(other, '.npm-global/lib/node_modules/openclaw');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'package.json'), '{"name":"openclaw","version":"2026.9.99"}');
  const found = audit(other).ids.has('live.version_differs');
  expect('live.version_differs with a newer one installed', found, version !== RELEASES[0]);
}

/** When nobody answers, nothing about answers is decided, and that is said once. */
function unanswered(home) {
  const { gateway, unmeasured, ids } = audit(home);
  expect('stopped', gateway.outcome, 'refused');
  const entries = unmeasured.filter(({ part }) => part === 'live');
  expect('entries about its answers', entries.length, 1);
  expect('live.unauthenticated', ids.has('live.unauthenticated'), false);
}

function withToken(home, log, version) {
  const first = audit(home);
  itself(first, home, version);
  asAnother(home, version);
  expect(
    'right token',
    ['healthy', 'limited'].includes(first.gateway.outcome) && first.gateway.ok,
    true,
  );
  for (const id of [
    ...ENDPOINTS,
    'tools_wrong',
    'tools_forwarded',
    'tools_website',
    'connect_bare',
  ])
    expect(id, first.verdicts[id], 'refused');
  for (const id of ['origin_foreign', 'origin_rebound']) expect(id, first.verdicts[id], 'refused');
  expect('control_ui', first.verdicts.control_ui, 'open');
  expect('live.unauthenticated', first.ids.has('live.unauthenticated'), false);
  const before = refusals(log);
  const second = audit(home);
  const grown = refusals(log) - before;
  const refused = second.requests.filter(({ verdict }) => verdict === 'refused').length;
  expect('second run as the first', second.verdicts, first.verdicts);
  // A refused WebSocket may be told of twice: why, and that it was closed.
  expect(
    `lines about refusals in its log (${grown}) within the requests listed`,
    grown <= 2 * refused,
    true,
  );
  const wrong = audit(home, { OPENCLAW_GATEWAY_TOKEN: 'made-up-token-that-is-not-the-one-03' });
  expect('wrong token', wrong.gateway.outcome, 'auth_refused');
  expect('gateway.probe_failed', wrong.ids.has('gateway.probe_failed'), true);
  const wrongSent = wrong.requests.filter((it) => it.id === 'connect' || it.credential === 'wrong');
  expect(
    'wrong credentials sent with it',
    wrongSent.filter(({ verdict }) => verdict !== 'not_sent').length,
    1,
  );
  const after = audit(home);
  expect('right token afterwards', after.verdicts, first.verdicts);
}

function withoutAuth(home) {
  const { gateway, verdicts, ids } = audit(home);
  console.log(`       outcome ${gateway.outcome} (${gateway.error ?? 'no error'})`);
  for (const id of ['tools_bare', 'chat_bare', 'responses_bare']) expect(id, verdicts[id], 'open');
  expect('hooks_bare', verdicts.hooks_bare, 'refused');
  expect('live.unauthenticated', ids.has('live.unauthenticated'), true);
}

const given = process.argv.slice(2).map((dir) => resolve(dir));
const dirs = given.length > 0 ? given : RELEASES.map(install);
for (const dir of dirs) {
  const manifest = dir && join(dir, 'node_modules/openclaw/package.json');
  if (!manifest || !existsSync(manifest)) {
    console.log(`skipped: no installation in ${dir ?? 'the registry'}`);
    continue;
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  console.log(`${version}, authentication by token`);
  await withGateway({ dir, version }, { mode: 'token', token: TOKEN }, withToken);
  console.log(`${version}, no authentication`);
  await withGateway({ dir, version }, { mode: 'none' }, withoutAuth);
}
rmSync(root, { recursive: true, force: true });
console.log(`${checks} looked at, ${failures} wrong`);
process.exitCode = failures > 0 ? 1 : 0;

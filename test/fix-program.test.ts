import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { treeOf } from './support/fixing.ts';
import { lay } from './support/gathered.ts';
import { LOOSENED } from './support/loosened.ts';
import { type RunOptions, runProgram } from './support/program.ts';

type Laid = ReturnType<typeof lay>;

function type(laid: Laid, line: string, options: RunOptions = {}) {
  const { PATH: _, HOME: __, ...env } = laid.env;
  const given = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return runProgram(laid.home, line.split(' '), { env: Object.fromEntries(given), ...options });
}
const fixJson = (laid: Laid, line = '', options: RunOptions = {}) => {
  const run = type(laid, `audit --fix --json ${line}`.trim(), options);
  return { ...run, ...JSON.parse(run.stdout) };
};

test('--fix --json prints one document with what OpenClaw prints in it', () => {
  const laid = lay(LOOSENED);
  const { status, fix, report } = fixJson(laid);
  expect(status).toBe(0);
  expect(fix).toMatchObject({
    ok: true,
    stateDir: laid.state,
    configPath: path.join(laid.state, 'openclaw.json'),
    configWritten: true,
    changes: [
      'logging.redactSensitive=off -> "tools"',
      'channels.telegram.groupPolicy=open -> allowlist',
      'channels.whatsapp.groupPolicy=open -> allowlist',
      'channels.whatsapp.groupAllowFrom=pairing-store',
    ],
    errors: [],
  });
  expect(fix.actions).toContainEqual({ kind: 'chmod', path: laid.state, mode: 0o700, ok: true });
  expect(fix.actions).toContainEqual({
    kind: 'chmod',
    path: path.join(laid.state, 'agents/main'),
    mode: 0o700,
    ok: false,
    skipped: 'already',
  });
  expect(fs.existsSync(fix.journal.path)).toBe(true);
  expect(fix.verified.gone.map((one: { checkId: string }) => one.checkId)).toContain(
    'logging.redact_off',
  );
  expect(report.summary.critical).toBe(
    report.findings.filter((one: { severity: string }) => one.severity === 'critical').length,
  );
});

test('--dry-run prints the plan and changes nothing', () => {
  const laid = lay(LOOSENED);
  const before = treeOf(laid.home);
  const { status, fix } = fixJson(laid, '--dry-run');
  expect(status).toBe(0);
  expect(fix).toMatchObject({ ok: true, dryRun: true, configWritten: false, errors: [] });
  expect(fix.plan.diff).toContain(
    "+    telegram: { enabled: true, botToken: '***', groupPolicy: 'allowlist'",
  );
  expect(fix.plan.modes).toContainEqual({ path: laid.state, from: '755', to: '700' });
  expect(fix.closes).toEqual([
    expect.objectContaining({ label: 'channels.telegram', admitted: 0 }),
    expect.objectContaining({ label: 'channels.whatsapp', admitted: 1 }),
  ]);
  const { stdout } = type(laid, 'audit --fix --dry-run');
  expect(stdout).toContain('--- ');
  expect(stdout).toContain('755 → 700  ~/.openclaw\n');
  expect(stdout).toContain('`channels.telegram`: nobody in groups any more');
  expect(stdout).not.toContain('1:x');
  expect(type(laid, 'audit --fix --dry-run --lang ko').stdout).toContain(
    '더 이상 응답받지 못하는 사람',
  );
  expect(treeOf(laid.home)).toEqual(before);
});

test('undo, undo --list and what they answer when there is nothing more to take back', () => {
  const laid = lay(LOOSENED);
  const before = treeOf(laid.state);
  const { fix } = fixJson(laid);
  expect(type(laid, 'undo --list').stdout).toContain(`${fix.journal.id}  4 settings`);
  const undone = type(laid, 'undo --json');
  expect(undone.status).toBe(0);
  expect(JSON.parse(undone.stdout).undo).toMatchObject({ ok: true, id: fix.journal.id, kept: [] });
  expect(treeOf(laid.state)).toEqual(before);
  expect(JSON.parse(type(laid, 'undo --list --json').stdout)).toMatchObject({
    journals: [{ id: fix.journal.id, permissions: 12, undone: { kept: 0 } }],
  });
  for (const [line, status] of [
    ['undo', 3],
    [`undo ${fix.journal.id}`, 3],
    ['undo 20200101T000000Z-aaaa', 2],
  ] as const)
    expect(type(laid, line).status, line).toBe(status);
});

test('undo that had to leave something says so and ends with 3', () => {
  const laid = lay(LOOSENED);
  fixJson(laid);
  fs.appendFileSync(path.join(laid.state, 'openclaw.json'), '// mine\n');
  const { status, stdout, stderr } = type(laid, 'undo');
  expect(status).toBe(3);
  expect(stdout).toContain('openclaw.json: was changed after the run and is left as it is');
  expect(stderr).toContain('not everything could be taken back (1)');
});

describe('what --fix never does', () => {
  const SECRETS = 'q7Vd0pXw3sLr9TzKc5NbJm2H';
  test.each<[string, string, readonly string[]]>([
    [
      'rotate tokens, passwords or keys',
      `{ gateway: { auth: { mode: "token", token: "short" } }, hooks: { enabled: true, token: "short" },
        channels: { telegram: { botToken: "1:x" } }, env: { vars: { OPENAI_API_KEY: "${SECRETS}" } } }`,
      ['gateway.token_too_short', 'hooks.token_too_short'],
    ],
    [
      'disable tools',
      `{ tools: { profile: "full", exec: { security: "full" }, elevated: { enabled: true, allowFrom: { telegram: ["*"] } } } }`,
      ['tools.elevated.allowFrom.telegram.wildcard'],
    ],
    [
      'change bind, auth or exposure',
      `{ gateway: { bind: "lan", auth: { mode: "none" }, tailscale: { mode: "funnel" },
        controlUi: { dangerouslyDisableDeviceAuth: true, allowedOrigins: ["*"] } } }`,
      ['gateway.bind_no_auth', 'gateway.tailscale_funnel'],
    ],
    [
      'remove or rewrite plugins or skills',
      '{ plugins: { entries: { x: { enabled: true } } } }',
      ['plugins.extensions_no_allowlist', 'state.extensions_writable'],
    ],
  ])('%s', (_, config, expected) => {
    const laid = lay({
      config,
      stateDirMode: '755',
      openclawVersion: '2026.2.24',
      files: [
        { path: '.openclaw/extensions/x/index.js', content: 'eval("1")', mode: '666' },
        { path: '.openclaw/extensions/x/openclaw.plugin.json', content: '{"id":"x"}', mode: '666' },
        { path: '.openclaw/extensions', dir: true, mode: '777' },
        { path: '.openclaw/skills/y/SKILL.md', content: '# y', mode: '666' },
      ],
    });
    const before = treeOf(laid.state);
    const found = () =>
      JSON.parse(type(laid, 'audit --json --openclaw-version 2026.2.24').stdout).findings.map(
        (one: { checkId: string }) => one.checkId,
      );
    expect(found()).toEqual(expect.arrayContaining([expected[0]]));
    const { status, fix } = fixJson(laid, '--yes --openclaw-version 2026.2.24');
    expect([status, fix.changes]).toEqual([0, []]);
    expect(treeOf(laid.state)).toEqual({ ...before, '.': '700' });
    expect(found()).toEqual(expect.arrayContaining([expected[0]]));
  });
});

const NOBODY = 65534;

describe.runIf(process.getuid?.() === 0)('as a user without privileges', () => {
  function give(laid: Laid): void {
    for (let dir = laid.home; dir.includes('ocsec-'); dir = path.dirname(dir))
      fs.chmodSync(dir, 0o755);
    for (const name of ['.', ...fs.readdirSync(laid.home, { recursive: true, encoding: 'utf8' })])
      fs.lchownSync(path.join(laid.home, name), NOBODY, NOBODY);
  }

  test('his own files are fixed and undone', () => {
    const laid = lay(LOOSENED);
    give(laid);
    const before = treeOf(laid.state);
    const { status, fix } = fixJson(laid, '', { uid: NOBODY });
    expect([status, fix.errors]).toEqual([0, []]);
    expect(type(laid, 'undo', { uid: NOBODY }).status).toBe(0);
    expect(treeOf(laid.state)).toEqual(before);
  });

  test('a file of somebody else is an error, the rest goes on, and the status is 3', () => {
    const laid = lay(LOOSENED);
    give(laid);
    const file = path.join(laid.state, 'agents/main/agent/auth-profiles.json');
    fs.chownSync(file, 0, 0);
    const { status, stderr, fix } = fixJson(laid, '', { uid: NOBODY });
    expect(status).toBe(3);
    expect(stderr).toContain('not everything could be changed (1)');
    expect(fix).toMatchObject({ ok: false, configWritten: true });
    expect(fix.errors).toEqual([expect.stringContaining(`${file}: belongs to another user`)]);
    expect(fs.statSync(file).mode & 0o777).toBe(0o644);
    expect(fs.statSync(laid.state).mode & 0o777).toBe(0o700);
  });

  test('a directory that he may not write to: no journal, no change', () => {
    const laid = lay({ ...LOOSENED, stateDirMode: '555' });
    give(laid);
    const before = treeOf(laid.state);
    const { status, fix } = fixJson(laid, '', { uid: NOBODY });
    expect(status).toBe(3);
    expect(fix.errors).toEqual([expect.stringContaining('EACCES')]);
    expect(treeOf(laid.state)).toEqual(before);
  });
});

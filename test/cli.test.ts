import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeHome, type RunOptions, runProgram } from './support/program.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
  writeConfig('.openclaw', '{ gateway: { bind: "lan" } }');
});
afterEach(() => place.remove());

function writeConfig(stateDir: string, text: string): void {
  fs.mkdirSync(path.join(place.home, stateDir), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(place.home, stateDir, 'openclaw.json'), text, { mode: 0o600 });
}

const type = (line: string, options: RunOptions = {}) =>
  runProgram(place.home, line.split(' ').filter(Boolean), options);

interface Document {
  readonly summary: { readonly critical: number; readonly warn: number };
  readonly findings: readonly { readonly checkId: string; readonly title: string }[];
  readonly target: { readonly stateDir: string };
}
const json = (line: string): Document => JSON.parse(type(line).stdout);
const ids = ({ findings }: Document) => findings.map(({ checkId }) => checkId);

describe('help and version', () => {
  test.each(['', 'security', 'help', '--help', 'security audit --help'])('`%s`', (line) => {
    const { status, stdout, stderr } = type(line);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: /m);
    expect(stdout).toContain('audit');
  });

  test.each(['--version', '-V', 'security audit --version'])('`%s`', (line) => {
    const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
    const { status, stdout } = type(line);
    expect([status, stdout]).toEqual([0, `openclaw-security ${version}\n`]);
  });
});

describe('wrong usage', () => {
  test('the nearest option is suggested, and nothing is printed as a result', () => {
    const { status, stdout, stderr } = type('security audit --sate-dir x');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('unknown option --sate-dir');
    expect(stderr).toContain('Did you mean --state-dir?');
  });

  test('with --json it is one JSON document', () => {
    const { status, stdout, stderr } = type('security audit --json --fail-in warn');
    expect(status).toBe(2);
    const { ok, error } = JSON.parse(stdout);
    expect([ok, error.code]).toEqual([false, 'unknown_option']);
    expect(error.hints).toContain('Did you mean --fail-on?');
    expect(stderr).toContain('unknown option --fail-in');
  });

  test('a state directory that is not there is not a clean gateway', () => {
    const { status, stdout, stderr } = type('audit --state-dir ./nowhere');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--state-dir');
  });
});

describe('exit status', () => {
  test.each([
    ['audit', 0],
    ['audit --fail-on critical', 1],
    ['audit --fail-on warn', 1],
    ['audit --fail-on critical --only summary', 0],
    ['audit --fail-on info --only summary', 1],
  ])('`%s` is %i', (line, status) => {
    expect(type(line).status).toBe(status);
  });
});

test('--only and --skip choose the findings and what is counted', () => {
  const all = json('audit --json');
  const gateway = json('audit --json --only gateway');
  expect(ids(gateway)).toEqual(ids(all).filter((id) => id.startsWith('gateway.')));
  expect(ids(gateway)).toContain('gateway.bind_no_auth');
  const skipped = json('audit --json --only gateway --skip gateway.bind_*');
  expect(ids(skipped)).toEqual(ids(gateway).filter((id) => id !== 'gateway.bind_no_auth'));
  expect(skipped.summary.critical).toBe(gateway.summary.critical - 1);
});

test('--lang ko speaks Korean in both formats', () => {
  expect(type('audit --lang ko').stdout).toContain('보안 감사');
  const korean = json('audit --json --lang ko');
  expect(ids(korean)).toEqual(ids(json('audit --json')));
  for (const { title } of korean.findings) expect(title).toMatch(/[가-힣]/);
  const refused = type('--lang ko audit --nope');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('알 수 없는 옵션');
});

test('--profile holds before, between and after the words of the command', () => {
  writeConfig('.openclaw-work', '{}');
  const expected = path.join(place.home, '.openclaw-work');
  for (const line of [
    '--profile work security audit --json',
    'security --profile=work audit --json',
    'security audit --json --profile work',
  ])
    expect(json(line).target.stateDir).toBe(expected);
  expect(json('audit --json').target.stateDir).toBe(place.state);
});

describe('colour', () => {
  test('a pipe gets none, whatever TERM says', () => {
    for (const env of [{}, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }])
      expect(type('audit', { env }).stdout).not.toContain('\x1b');
  });

  test('NO_COLOR and --no-color silence what FORCE_COLOR asks for', () => {
    const env = { FORCE_COLOR: '1' };
    expect(type('audit', { env }).stdout).toContain('\x1b');
    expect(type('audit', { env: { ...env, NO_COLOR: '1' } }).stdout).not.toContain('\x1b');
    expect(type('audit --no-color', { env }).stdout).not.toContain('\x1b');
  });
});

test('a reader that stops reading is no failure', () => {
  const shell = ['sh', '-c', '{ "$@"; echo "status $?" >&2; } | true', 'sh'];
  expect(type('audit', { wrapper: shell }).stderr).toBe('status 0\n');
});

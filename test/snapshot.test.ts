import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit, makeHome, type Run, runProgram } from './support/program.ts';

let place: ReturnType<typeof makeHome>;
let file: string;
beforeEach(() => {
  place = makeHome();
  file = path.join(place.home, 'snapshot.json');
  fs.cpSync('examples/exposed', place.state, { recursive: true });
});
afterEach(() => place.remove());

/** A report without the moment at which it was made. */
function timeless({ status, stdout, stderr }: Run): unknown {
  expect([status, stderr]).toEqual([0, '']);
  const { ts, ...rest } = JSON.parse(stdout);
  expect(ts).toBeGreaterThan(0);
  return rest;
}
const live = (...args: string[]) => timeless(audit(place.home, '--json', ...args));

/** Judged where nothing of the gateway is. */
function fromSnapshot(...args: string[]): Run {
  const elsewhere = makeHome();
  try {
    return audit(elsewhere.home, '--json', '--from-snapshot', file, ...args);
  } finally {
    elsewhere.remove();
  }
}

test.each([
  [[]],
  [['--lang', 'ko']],
  [['--compat']],
  [['--only', 'fs,channels', '--skip', 'fs.config.*']],
  [['--openclaw-version', '2026.2.1']],
])('a saved snapshot is judged as the host itself, with %j', (args) => {
  audit(place.home, '--quiet', '--save-snapshot', file);
  expect(timeless(fromSnapshot(...args))).toEqual(live(...args));
});

test('what --deep saw is in the snapshot too', () => {
  const seen = live('--deep', '--save-snapshot', file);
  expect(seen).toMatchObject({ deep: { gateway: { attempted: true, ok: false } } });
  expect(timeless(fromSnapshot())).toEqual(seen);
});

test('a snapshot on standard input is judged like one in a file', () => {
  const seen = live('--save-snapshot', file);
  const { stdout } = fromSnapshotOnInput();
  const { ts, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual(seen);
  expect(ts).toBeGreaterThan(0);
});

function fromSnapshotOnInput(): Run {
  const wrapper = ['sh', '-c', `exec "$@" <'${file}'`, 'sh'];
  return runProgram(place.home, ['audit', '--json', '--from-snapshot', '-'], { wrapper });
}

interface Json {
  [key: string]: unknown;
}
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The saved snapshot with the value at `route` replaced. */
function withValue(route: readonly (string | number)[], value: unknown): string {
  const snapshot: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  let at = snapshot;
  for (const step of route.slice(0, -1)) at = isJson(at) ? at[step] : undefined;
  if (!isJson(at)) throw new Error(`nothing at ${route.join('.')}`);
  at[route.at(-1) ?? ''] = value;
  return JSON.stringify(snapshot);
}

describe('what is no snapshot is refused by name', () => {
  test.each([
    ['nothing', '', 'snapshot_not_json'],
    ['half a snapshot', '{"format":1,"tool":"x"', 'snapshot_not_json'],
    ['random bytes', '\u0000\u001b[2J\u202e\ufffd', 'snapshot_not_json'],
    ['null', 'null', 'snapshot_malformed'],
    ['a report', '{"ts":1,"summary":{},"findings":[]}', 'snapshot_malformed'],
    ['a config', '{"gateway":{"bind":"lan"}}', 'snapshot_malformed'],
    ['arrays 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 'snapshot_'],
  ])('%s', (_, text, code) => {
    fs.writeFileSync(file, text);
    expectRefusal(code, '');
  });

  test.each([
    [['files', 'value', 0, 'kind'], 'nuclear', 'files.value[0].kind'],
    [['files', 'value', 0, 'access'], null, 'files.value[0].access'],
    [['files', 'value', 0, 'mode'], '600', 'files.value[0].mode'],
    [['files', 'value'], { length: 1e9 }, 'files.value'],
    [['config', 'value', 'tree'], undefined, 'config.value.tree'],
    [['config', 'value', 'issues'], [{ code: '__proto__' }], 'config.value.issues[0].code'],
    [
      ['config', 'value', 'origins', 'at'],
      { file: 'x', route: [] },
      'config.value.origins.at.file',
    ],
    [['target', 'stateDir'], ['/x'], 'target.stateDir'],
    [['pairing', 'status'], 'fine', 'pairing.status'],
    [['env', 'values'], { X: 1 }, 'env.values.X'],
    [['unmeasured'], 'none', 'unmeasured'],
  ])('one with something else at %j', (route, value, at) => {
    audit(place.home, '--quiet', '--save-snapshot', file);
    fs.writeFileSync(file, withValue(route, value));
    expectRefusal('snapshot_malformed', at);
  });

  function expectRefusal(code: string, at: string): void {
    const { status, stdout, stderr } = fromSnapshot();
    expect(status).toBe(2);
    const { ok, error } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(error.code).toContain(code);
    expect(error.message).toContain(at);
    expect(stderr).toContain(file);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|[^\P{Cc}\n]|\p{Bidi_Control}/u);
  }
});

test('a shape that fits but says hostile things gives a report, safe to print', () => {
  audit(place.home, '--quiet', '--save-snapshot', file);
  const evil = 'x\u001b[2J\u202e\n`__proto__`\u009b31m';
  const tree = JSON.parse(
    `{"__proto__":{"gateway":{"bind":"lan"}},"gateway":{"bind":${JSON.stringify(evil)}},"channels":7,"agents":{"list":[null,[],{"id":{}}]}}`,
  );
  fs.writeFileSync(file, withValue(['config', 'value', 'tree'], tree));
  fs.writeFileSync(file, withValue(['config', 'value', 'files', 0, 'path'], evil));
  fs.writeFileSync(file, withValue(['config', 'value', 'files', 0, 'text'], '{'));
  fs.writeFileSync(file, withValue(['files', 'value', 0, 'path'], evil));
  fs.writeFileSync(file, withValue(['target', 'stateDir'], evil));
  fs.writeFileSync(file, withValue(['tool'], evil));
  const { status, stdout } = audit(place.home, '--from-snapshot', file);
  expect(status).toBe(0);
  expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  expect(stdout).not.toContain('check_failed');
  const report = JSON.parse(fromSnapshot().stdout);
  expect(report.unmeasured.filter((e: Json) => e.reason === 'check_failed')).toEqual([]);
});

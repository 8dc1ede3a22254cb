import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, makeHome, runProgram } from './support/program.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
});
afterEach(() => place.remove());

/** Written for 2026.2, with one setting that only a later release knows. */
const CONFIG = `{
  meta: { lastTouchedVersion: "2026.2.24" },
  gateway: {
    auth: { token: "0123456789abcdef0123456789abcdef" },
    controlUi: { dangerouslyDisableDeviceAuth: true },
    nodes: { denyCommands: ["system.run"] },
  },
  logging: { redactSensitive: "tools" },
  mcp: { servers: {} },
}`;

function write(config = CONFIG) {
  fs.writeFileSync(path.join(place.state, 'openclaw.json'), config, { mode: 0o600 });
}
const to = (...args: string[]) => audit(place.home, '--upgrade-to', '2026.9.6', ...args);

test('what an upgrade changes, setting by setting with its line', () => {
  write();
  const { status, stdout, stderr } = to('--json');
  expect([status, stderr]).toEqual([0, '']);
  const { upgrade } = JSON.parse(stdout);
  expect(upgrade.from).toMatchObject({ version: '2026.2.24', source: 'config' });
  expect(upgrade.to).toMatchObject({ version: '2026.9.6', rules: '2026.9.6' });
  const settings = (list: readonly { kind: string; locations: readonly { line: number }[] }[]) =>
    list.map(({ kind, locations }) => [kind, locations[0]?.line]);
  expect(settings(upgrade.settings.stop)).toEqual(
    expect.arrayContaining([
      ['renamed', 6],
      ['renamed', 8],
      ['no_effect', 5],
    ]),
  );
  expect(settings(upgrade.settings.start)).toEqual([['refused', 9]]);
  // The vulnerabilities of the old release go with it.
  const gone = upgrade.disappear.map(({ checkId }: { checkId: string }) => checkId);
  expect(gone).toContain('advisory.known_vulnerabilities');
});

test('people are told in their language', () => {
  write();
  expect(to().stdout).toContain('OpenClaw 2026.2.24 → 2026.9.6');
  expect(to().stdout).toMatch(/openclaw\.json:6:\d+ {2}gateway\.nodes\.denyCommands/);
  expect(to('--lang', 'ko').stdout).toContain('2026.9.6에서 적힌 대로 읽지 않는 설정');
});

test('a release that reads everything the same way changes nothing', () => {
  write('{ meta: { lastTouchedVersion: "2026.9.6" } }');
  const { upgrade } = JSON.parse(to('--json').stdout);
  expect(upgrade).toMatchObject({ appear: [], disappear: [], changed: [] });
  expect(upgrade.settings).toEqual({ stop: [], start: [] });
  expect(to().stdout).toContain('Nothing changes');
});

test('--fail-on looks at what gets worse', () => {
  write();
  expect(to('--fail-on', 'warn').status).toBe(1);
  expect(to('--fail-on', 'critical').status).toBe(0);
});

test('a snapshot can hold both readings, and one that does not is refused', () => {
  write();
  const file = path.join(place.home, 'snapshot.json');
  const live = JSON.parse(to('--json', '--save-snapshot', file).stdout);
  const saved = audit(place.home, '--json', '--from-snapshot', file, '--upgrade-to', '2026.9.6');
  expect(JSON.parse(saved.stdout)).toEqual(live);
  const other = audit(place.home, '--from-snapshot', file, '--upgrade-to', '2026.9.1');
  expect([other.status, other.stdout]).toEqual([3, '']);
  expect(other.stderr).toContain('take it with --upgrade-to 2026.9.1');
});

test.each([
  ['2026.9', 'must look like'],
  ['newest', 'must look like'],
])('--upgrade-to %s names no one release', (version, message) => {
  const { status, stderr } = runProgram(place.home, ['audit', '--upgrade-to', version]);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

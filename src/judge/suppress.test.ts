import { expect, test } from 'vitest';
import type { Suppression } from '../posture/suppression-entry.ts';
import type { ReportedFinding } from './report.ts';
import { suppress } from './suppress.ts';

const finding = (checkId: string, path: string, fingerprint: string): ReportedFinding => ({
  checkId,
  check: checkId,
  severity: 'warn',
  message: 'seen',
  args: {},
  remedy: null,
  locations: [{ file: '/home/mina/.openclaw/openclaw.json', path }],
  fingerprint,
});

const FOUND = [
  finding('gateway.bind_no_auth', 'gateway.bind', 'aaaaaaaaaaaaaa'),
  finding('config.flags', 'tools.fs.workspaceOnly', 'bbbbbbbbbbbbbb'),
  finding('config.flags', 'tools.exec.applyPatch', 'cccccccccccccc'),
];
const words = ({ checkId, locations }: ReportedFinding) => ({
  title: `Title of ${checkId}`,
  detail: `\`${locations[0]?.path}\` is off`,
});
const NOON = Date.UTC(2026, 10, 30, 12);

function run(entries: readonly Omit<Suppression, 'from' | 'at'>[], now = NOON, speaks = true) {
  const list = entries.map(
    (entry): Suppression => ({
      from: 'config',
      at: { kind: 'file', path: '/x' },
      ...entry,
    }),
  );
  const { active, suppressed, uses } = suppress(FOUND, list, {
    now,
    words: speaks ? words : undefined,
    locate: () => ({ file: '/x' }),
  });
  return {
    active: active.map((one) => one.fingerprint[0]).join(''),
    suppressed: suppressed.map((one) => one.finding.fingerprint[0]).join(''),
    uses: uses.map(({ count, expired, wordsDiffer }) => ({ count, expired, wordsDiffer })),
  };
}

test.each([
  [{ checkId: 'gateway.bind_no_auth' }, 'bc'],
  [{ checkId: 'config.flags' }, 'a'],
  [{ checkId: 'config' }, 'abc'],
  [{ checkId: 'config.*' }, 'abc'],
  [{ checkId: 'config.flags', titleIncludes: 'TITLE OF' }, 'a'],
  [{ checkId: 'config.flags', titleIncludes: 'no such title' }, 'abc'],
  [{ checkId: 'config.flags', detailIncludes: 'fs.workspaceOnly' }, 'ac'],
  [{ checkId: 'config.flags', detailIncludes: 'fs.workspaceOnly', titleIncludes: 'no' }, 'abc'],
  [{ fingerprint: 'bbbbbbbbbbbbbb' }, 'ac'],
  [{ fingerprint: 'bbbbbbbbbbbbbb', checkId: 'gateway.bind_no_auth' }, 'abc'],
  [{ checkId: 'config.flags', path: 'tools.exec.applyPatch' }, 'ab'],
  [{ checkId: 'config.flags', file: '/home/mina/.openclaw/openclaw.json' }, 'a'],
  [{ checkId: 'config.flags', file: '/elsewhere' }, 'abc'],
])('%j leaves %s', (entry, active) => {
  expect(run([entry]).active).toBe(active);
});

test('the first entry that fits counts, and each says what became of it', () => {
  const { active, suppressed, uses } = run([
    { checkId: 'config.flags', detailIncludes: 'nothing of it' },
    { fingerprint: 'cccccccccccccc' },
    { checkId: 'config.flags' },
    { checkId: 'config.flags' },
  ]);
  expect([active, suppressed]).toEqual(['a', 'bc']);
  expect(uses).toEqual([
    { count: 0, expired: false, wordsDiffer: true },
    { count: 1, expired: false, wordsDiffer: false },
    { count: 1, expired: false, wordsDiffer: false },
    { count: 0, expired: false, wordsDiffer: false },
  ]);
});

test.each([
  ['2026-11-29', true],
  ['2026-11-30', false],
  ['2027-01-31', false],
])('until %s: over %j', (expires, over) => {
  const { active, uses } = run([{ checkId: 'config.flags', expires }]);
  expect(active).toBe(over ? 'abc' : 'a');
  expect(uses[0]?.expired).toBe(over);
});

test('an entry that looks at words fits nothing where words are not known', () => {
  expect(run([{ checkId: 'config.flags', titleIncludes: 'title' }], NOON, false).active).toBe(
    'abc',
  );
});

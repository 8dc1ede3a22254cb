import { expect, test } from 'vitest';
import type { Finding } from '../checks/define.ts';
import { reportFindings } from './reported.ts';

const TARGET = {
  home: '/home/mina',
  stateDir: '/home/mina/.openclaw',
  stateDirFrom: 'default',
  configPath: '/home/mina/.openclaw/openclaw.json',
  configFrom: 'default',
  credentialsDir: '/home/mina/.openclaw/credentials',
  cwd: '/',
} as const;

const finding = (change: Partial<Finding> = {}): Finding => ({
  check: 'fs.{kind}.open',
  id: 'fs.log.open',
  severity: 'warn',
  message: 'seen',
  args: { kind: 'log', mode: '644' },
  at: [{ kind: 'file', path: '/home/mina/.openclaw/a.log', line: 3 }],
  subject: 0,
  remedy: null,
  ...change,
});

const fingerprints = (findings: readonly Finding[], target: typeof TARGET | object = TARGET) =>
  reportFindings(
    findings,
    (place) =>
      place.kind === 'file'
        ? { file: place.path, ...(place.line === undefined ? {} : { line: place.line }) }
        : { file: '/c', path: 'x' },
    { target: { ...TARGET, ...target }, config: { status: 'absent' } },
  ).map((one) => one.fingerprint);

const [SAME = ''] = fingerprints([finding()]);

test.each<[string, Partial<Finding>]>([
  ['another line', { at: [{ kind: 'file', path: '/home/mina/.openclaw/a.log', line: 90 }] }],
  ['another value', { args: { kind: 'log', mode: '666' } }],
  ['another severity', { severity: 'critical' }],
  ['the number that --compat gives it', { id: 'fs.7.open' }],
])('%s leaves the fingerprint as it is', (_, change) => {
  expect(fingerprints([finding(change)])).toEqual([SAME]);
});

test('so do another home directory and other findings', () => {
  const elsewhere = finding({ at: [{ kind: 'file', path: '/srv/oc/a.log' }] });
  expect(fingerprints([elsewhere], { home: '/root', stateDir: '/srv/oc' })).toEqual([SAME]);
  expect(fingerprints([finding({ message: 'other' }), finding()])[1]).toBe(SAME);
});

test.each<[string, Partial<Finding>]>([
  ['another thing seen', { message: 'other' }],
  ['another file', { at: [{ kind: 'file', path: '/home/mina/.openclaw/b.log' }] }],
  ['another subject in the id', { args: { kind: 'conf', mode: '644' } }],
])('%s is another finding', (_, change) => {
  expect(fingerprints([finding(change)])).not.toEqual([SAME]);
});

test('two findings of one place are told apart', () => {
  const two = [finding(), finding({ args: { kind: 'log', mode: '666' } })];
  expect(new Set(fingerprints(two)).size).toBe(2);
});

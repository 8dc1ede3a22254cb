import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import { defineCheck } from '../checks/define.ts';
import { judgeWith } from './judge.ts';

const text = {
  en: { title: 'T', why: 'W', remedy: 'R', seen: 'saw {value}' },
  ko: { title: '제목', why: '이유', remedy: '조치', seen: '{value} 확인' },
} as const;
const examples = { bad: [], good: [] };

const bind = defineCheck({
  id: 'gateway.bind_no_auth',
  severity: 'critical',
  needs: ['config'],
  text,
  examples,
  *run({ config }, report) {
    const value = config.string('gateway', 'bind');
    if (value) yield report('seen', { value }, config.at('gateway', 'bind'));
  },
});
const files = defineCheck({
  id: 'fs.state_dir.symlink',
  severity: 'warn',
  needs: ['files'],
  text,
  examples,
  *run({ files }, report) {
    if (files.one('state_dir')) yield report('seen', { value: 'x' }, { kind: 'file', path: '/x' });
  },
});
const broken = defineCheck({
  id: 'zz.broken',
  severity: 'info',
  needs: ['config'],
  text,
  examples,
  *run({ config }, report) {
    yield report('seen', { value: 'before' }, config.at());
    throw new TypeError('boom');
  },
});
const warning = defineCheck({
  id: 'channels.{channel}.warning.{n}',
  severity: 'warn',
  needs: ['config'],
  text,
  examples,
  *run({ config }, report) {
    for (const [subject, channel] of ['telegram', 'irc', 'irc'].entries())
      yield report('seen', { value: 'v', channel, n: 'tls_off' }, config.at(), { subject });
  },
});

const options = { compat: false, only: [], skip: [] };
const snapshot = makeSnapshot({ gateway: { bind: 'lan' } });

test('findings come in the order of the reference, with a summary', () => {
  const report = judgeWith(
    [files, bind],
    { ...snapshot, files: { status: 'ok', value: [] } },
    options,
  );
  expect(report.findings.map((f) => f.checkId)).toEqual(['gateway.bind_no_auth']);
  expect(report.summary).toEqual({ critical: 1, warn: 0, info: 0 });
  expect(report.decided).toBe(2);
});

test('what was not measured makes a check undecided, not passed', () => {
  const failed = { status: 'failed', reason: 'unreadable', detail: 'EACCES' } as const;
  const report = judgeWith([files], { ...snapshot, files: failed }, options);
  expect(report.decided).toBe(0);
  expect(report.unmeasured).toEqual([
    { part: 'files', reason: 'unreadable', detail: 'EACCES', checks: ['fs.state_dir.symlink'] },
  ]);
});

test('a check that throws is reported and stops no other', () => {
  const report = judgeWith([broken, bind], snapshot, options);
  expect(report.findings.map((f) => f.checkId)).toEqual(['gateway.bind_no_auth', 'zz.broken']);
  expect(report.unmeasured).toEqual([
    { part: 'check:TypeError', reason: 'check_failed', checks: ['zz.broken'] },
  ]);
});

test('channel warnings have stable names, and numbers with --compat', () => {
  const ids = (compat: boolean) =>
    judgeWith([warning], snapshot, { ...options, compat }).findings.map((f) => f.checkId);
  expect(ids(false)).toEqual([
    'channels.telegram.warning.tls_off',
    'channels.irc.warning.tls_off',
    'channels.irc.warning.tls_off',
  ]);
  expect(ids(true)).toEqual([
    'channels.telegram.warning.1',
    'channels.irc.warning.2',
    'channels.irc.warning.3',
  ]);
});

test.each([
  [['gateway'], [], ['gateway.bind_no_auth']],
  [['channels.irc'], [], ['channels.irc.warning.tls_off', 'channels.irc.warning.tls_off']],
  [['channels.*.warning.*'], ['channels.irc'], ['channels.telegram.warning.tls_off']],
  [[], ['channels', 'gateway.bind_no_auth'], []],
  [['gateway.bind'], [], []],
])('--only %j --skip %j', (only, skip, expected) => {
  const report = judgeWith([bind, warning], snapshot, { compat: false, only, skip });
  expect(report.findings.map((f) => f.checkId)).toEqual(expected);
});

test('fingerprints do not depend on other findings or on the order of runs', () => {
  const alone = judgeWith([bind], snapshot, options).findings[0]?.fingerprint;
  const among = judgeWith([warning, bind], snapshot, options).findings[0]?.fingerprint;
  expect(among).toBe(alone);
  expect(alone).toMatch(/^[0-9a-f]{14}$/);
});

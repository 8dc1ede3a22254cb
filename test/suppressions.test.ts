import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, makeHome } from './support/program.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
});
afterEach(() => place.remove());

interface Finding {
  readonly checkId: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly suppression?: object;
}
interface Document {
  readonly summary: { readonly critical: number; readonly warn: number; readonly info: number };
  readonly findings: readonly Finding[];
  readonly suppressedFindings?: readonly Finding[];
}

const write = (name: string, text: string, mode = 0o600) =>
  fs.writeFileSync(path.join(place.state, name), text, { mode });

function judged(...args: string[]): Document {
  const { status, stdout, stderr } = audit(place.home, '--json', ...args);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}
const ids = (findings: readonly Finding[] | undefined) => findings?.map(({ checkId }) => checkId);

const OPEN = '{ gateway: { bind: "lan", controlUi: { enabled: false } }';

test('a fingerprint of a report, put into the file, hides that finding and says so', () => {
  write('openclaw.json', `${OPEN} }`);
  const before = judged();
  expect(before).not.toHaveProperty('suppressedFindings');
  const found = before.findings.find(({ checkId }) => checkId === 'gateway.bind_no_auth');
  const entry = { fingerprint: found?.fingerprint, reason: 'lab', owner: 'mina' };
  write(
    'security-suppressions.json5',
    JSON.stringify({ suppressions: [{ ...entry, expires: '2999-01-31' }] }),
  );
  const after = judged();
  expect(ids(after.findings)).not.toContain('gateway.bind_no_auth');
  expect(ids(after.findings)).toContain('suppression.active');
  expect(after.summary.critical).toBe(before.summary.critical - 1);
  expect(after.suppressedFindings).toMatchObject([
    {
      checkId: 'gateway.bind_no_auth',
      severity: 'critical',
      suppression: {
        reason: 'lab',
        owner: 'mina',
        expires: '2999-01-31',
        source: 'file',
        location: { file: path.join(place.state, 'security-suppressions.json5'), line: 1 },
      },
    },
  ]);
  // The gate looks at what is left, and people are told all the same.
  const text = audit(place.home);
  expect(text.stdout).toMatch(/SUPPRESSED[\s\S]*gateway\.bind_no_auth[\s\S]*lab · owner mina/);
  expect(text.stdout).toContain('1 suppressed');
  expect(audit(place.home, '--lang', 'ko').stdout).toContain('숨김 1건');
});

test('a file that somebody else can write hides nothing', () => {
  write('openclaw.json', `${OPEN} }`);
  const entry = '{ checkId: "gateway.bind_no_auth", path: "gateway.bind", reason: "lab" }';
  const name = 'security-suppressions.json5';
  write(name, `{ suppressions: [${entry}] }`);
  expect(ids(judged().suppressedFindings)).toEqual(['gateway.bind_no_auth']);
  fs.chmodSync(path.join(place.state, name), 0o666);
  const { findings, suppressedFindings } = judged();
  expect(suppressedFindings).toBeUndefined();
  expect(ids(findings)).toContain('gateway.bind_no_auth');
  expect(ids(findings)).toContain('suppression.untrusted');
});

test('the entries of the config work as in OpenClaw, and cannot hide that they are there', () => {
  const list = [
    { checkId: 'gateway.bind_no_auth', reason: 'lab' },
    { checkId: 'gateway.auth_no_rate_limit', titleIncludes: 'no such title' },
    { checkId: 'security.audit.suppressions.active' },
    { checkId: 'suppression.unused' },
  ];
  write(
    'openclaw.json',
    `${OPEN}, security: { audit: { suppressions: ${JSON.stringify(list)} } } }`,
  );
  const { findings, suppressedFindings } = judged('--compat');
  expect(suppressedFindings).toMatchObject([
    { checkId: 'gateway.bind_no_auth', suppression: { reason: 'lab', source: 'config' } },
  ]);
  expect(ids(findings)).toContain('gateway.auth_no_rate_limit');
  expect(ids(findings)).toContain('security.audit.suppressions.active');
  expect(ids(findings)?.filter((id) => id === 'suppression.unused')).toHaveLength(3);
});

test('what was not looked for is not called unused', () => {
  const unknown = '{ checkId: "plugins.code_safety", path: "x", reason: "r" }';
  const left = '{ checkId: "hooks.path_root", path: "hooks.path", reason: "r" }';
  write('openclaw.json', '{}');
  write('security-suppressions.json5', `{ suppressions: [${unknown}, ${left}] }`);
  const unused = (...args: string[]) =>
    judged(...args).findings.filter(({ checkId }) => checkId === 'suppression.unused').length;
  expect(unused()).toBe(1);
  expect(unused('--deep')).toBe(2);
  expect(unused('--skip', 'hooks')).toBe(0);
  expect(unused('--only', 'hooks,suppression')).toBe(1);
});

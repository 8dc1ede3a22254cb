import { expect, test, vi } from 'vitest';
import { renderJson } from './json.ts';
import { OPEN, SAMPLE } from './sample-report.ts';

vi.mock('../checks/index.ts', async () => ({
  CHECKS: (await import('./sample-report.ts')).SAMPLE_CHECKS,
}));

test("OpenClaw's own keys come first and in its order", () => {
  const document = JSON.parse(renderJson(SAMPLE, 'en'));
  expect(Object.keys(document)).toEqual([
    'ts',
    'summary',
    'findings',
    'secretDiagnostics',
    'unmeasured',
    'advisories',
    'openclaw',
    'tool',
    'target',
  ]);
  expect(Object.keys(document.findings[1]).slice(0, 5)).toEqual([
    'checkId',
    'severity',
    'title',
    'detail',
    'remediation',
  ]);
});

test('what --deep asked stands where OpenClaw puts it', () => {
  const gateway = {
    attempted: true,
    url: 'ws://127.0.0.1:18789',
    ok: false,
    error: 'ECONNREFUSED',
    close: { code: 1006, reason: '' },
    outcome: 'refused',
  } as const;
  const document = JSON.parse(renderJson({ ...SAMPLE, deep: { gateway, requests: [] } }, 'en'));
  expect(Object.keys(document).slice(2, 4)).toEqual(['findings', 'deep']);
  expect(Object.keys(document.deep.gateway)).toEqual(Object.keys(gateway));
});

test('findings keep the order of the report; there is no remediation where there is none', () => {
  const [note, open] = JSON.parse(renderJson(SAMPLE, 'en')).findings;
  expect(note).toMatchObject({ checkId: 'summary.plain', detail: 'Nothing else.' });
  expect(note).not.toHaveProperty('remediation');
  expect(note).not.toHaveProperty('evidence');
  expect(open).toMatchObject({
    detail: '`gateway.bind` is `lan`, seen by `eth0` and `/home/ann/net`.',
    remediation: 'Set `gateway.bind` to `loopback`.',
    evidence: OPEN.args,
    locations: OPEN.locations,
  });
});

test('speaks Korean', () => {
  const [, open] = JSON.parse(renderJson(SAMPLE, 'ko')).findings;
  expect(open.title).toBe('게이트웨이가 네트워크의 누구에게나 열려 있습니다');
});

test('keeps hostile names as they are, and keeps them from the terminal', () => {
  const file = '/x/\u009b31m\u202e\u{e0041}\ud800\x1b[2J\x7f';
  const json = renderJson({ ...SAMPLE, findings: [{ ...OPEN, locations: [{ file }] }] }, 'en');
  expect(json).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}]/u);
  expect(JSON.parse(json).findings[0].locations[0].file).toBe(file);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { defineCheck } from '../checks/define.ts';
import { run } from './run.ts';
import { SNAPSHOT } from './sample-snapshot.ts';
import { saveSnapshot } from './save-snapshot.ts';
import { testIo } from './test-io.ts';

vi.mock('../checks/index.ts', () => ({ CHECKS: [CHECK] }));

const CHECK = defineCheck({
  id: 'gateway.sample',
  severity: 'warn',
  needs: [],
  text: {
    en: { title: 'A sample', why: 'It tests.', seen: 'Seen.' },
    ko: { title: '표본', why: '시험합니다.', seen: '보았습니다.' },
  },
  examples: { bad: [], good: [] },
  *run(_, report) {
    yield report('seen', {}, { kind: 'file', path: '/h/.openclaw/x' });
  },
});

let dir = '';
let complete = '';
let partial = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'audit-'));
  complete = join(dir, 'complete.json');
  partial = join(dir, 'partial.json');
  saveSnapshot(partial, SNAPSHOT);
  saveSnapshot(complete, { ...SNAPSHOT, files: { status: 'absent' }, unmeasured: [] });
});
afterAll(() => rmSync(dir, { recursive: true }));

async function audit(file: string, line: string, env = {}) {
  const io = testIo(env);
  const exit = await run(
    ['audit', '--from-snapshot', file, ...line.split(' ').filter(Boolean)],
    io,
  );
  return { exit, ...io.seen };
}

test.each([
  ['', 0],
  ['--fail-on critical', 0],
  ['--fail-on warn', 1],
  ['--fail-on info', 1],
  ['--fail-on warn --skip gateway', 0],
  ['--require-complete', 0],
])('of a complete snapshot with a warning, `%s` gives %i', async (line, exit) => {
  expect((await audit(complete, line)).exit).toBe(exit);
});

test('what was not measured outweighs what was found, and the report is still printed', async () => {
  const { exit, out, err } = await audit(partial, '--json --fail-on warn --require-complete');
  expect(exit).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ summary: { warn: 1 } });
  expect(err).toContain('--require-complete');
});

test('JSON does not change with the locale, only with --lang', async () => {
  const locale = { LANG: 'ko_KR.UTF-8' };
  expect((await audit(complete, '--json', locale)).out).toContain('A sample');
  expect((await audit(complete, '--json --lang ko', locale)).out).toContain('표본');
  expect((await audit(complete, '', locale)).out).toContain('표본');
});

test('--openclaw-version holds for a snapshot too', async () => {
  const { out } = await audit(complete, '--json --openclaw-version 2026.2.1');
  expect(JSON.parse(out).openclaw).toEqual({
    version: '2026.2.1',
    source: 'flag',
    rules: '2026.2.24',
  });
});

test('a mistyped check is answered with the nearest one', async () => {
  const { exit, err } = await audit(complete, '--only gatway');
  expect(err).toContain('Did you mean gateway?');
  expect(exit).toBe(2);
});

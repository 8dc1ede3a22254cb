import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from './run.ts';
import { testIo } from './test-io.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ocsec-adv-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function type(...argv: string[]) {
  const io = testIo();
  const exit = await run(['advisories', ...argv], io);
  return { exit, ...io.seen };
}

test('the list of a release is one JSON document', async () => {
  const { exit, out, err } = await type('--json', '--openclaw-version', '2026.2.21-2');
  expect([exit, err]).toEqual([0, '']);
  const { advisories, data, openclaw } = JSON.parse(out);
  expect(openclaw).toEqual({ version: '2026.2.21-2' });
  expect(data).toMatchObject({ date: '2026-11-22', ageDays: expect.any(Number) });
  expect(data.sources.length).toBeGreaterThan(0);
  const rank = ['critical', 'high', 'medium', 'low', null];
  const ranks = advisories.map(({ severity }: { severity: string }) => rank.indexOf(severity));
  expect(ranks).toEqual([...ranks].sort((a: number, b: number) => a - b));
  expect(advisories.length).toBeGreaterThan(300);
  const all = JSON.parse((await type('--json')).out).advisories;
  expect(all.length).toBeGreaterThan(advisories.length);
});

test('what is printed can be given back, and an audit takes it too', async () => {
  const { out } = await type('--json', '--openclaw-version', '2026.6.8');
  const file = join(dir, 'list.json');
  writeFileSync(file, out);
  const again = JSON.parse((await type('--json', '--advisories', file)).out);
  expect(again.advisories).toEqual(JSON.parse(out).advisories);
  expect((await type('--advisories', file, '--openclaw-version', '2026.2.24')).out).toContain(
    'affects <2026.6.9',
  );
});

test('a release of which nothing is known is not called safe', async () => {
  const { out } = await type('--openclaw-version', '2026.9.6');
  expect(out).toContain('no proof');
  expect(out).toMatch(/List of 2026-11-22, \d+ days old/);
});

test.each([
  ['{', 'is not JSON', 2],
  ['{"data":{"date":"2026-03-01","sources":[]},"advisories":[{}]}', 'advisories[0].id', 2],
])('a list that is none (%#) is wrong usage', async (text, message, status) => {
  const file = join(dir, 'list.json');
  writeFileSync(file, text);
  const { exit, out, err } = await type('--advisories', file);
  expect(err).toContain(message);
  expect([exit, out]).toEqual([status, '']);
});

test('a list that cannot be read, or never ends, is said to be so', async () => {
  expect((await type('--advisories', join(dir, 'none.json'))).err).toContain('ENOENT');
  const { exit, err } = await type('--advisories', '/dev/zero');
  expect(err).toContain('/dev/zero');
  expect(exit).toBe(3);
});

test('`--openclaw-version 2026.2` names no one release', async () => {
  const { exit, err } = await type('--openclaw-version', '2026.2');
  expect(err).toContain('must look like');
  expect(exit).toBe(2);
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runQuery } from './child.ts';

const limits = { timeoutMs: 5000, maxBytes: 1000, env: { PATH: '/usr/bin:/bin' } };
const sh = (script: string, more: Partial<Parameters<typeof runQuery>[2]> = {}) =>
  runQuery('/bin/sh', ['-c', script], { ...limits, ...more });

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

test('gives the output and the exit code, and drops what goes to stderr', async () => {
  const answer = await sh('echo seen; echo noise >&2; exit 3');
  expect(answer).toEqual({ status: 'ok', stdout: Buffer.from('seen\n'), exitCode: 3 });
});

test('hands over input, and closes stdin when there is none', async () => {
  expect(await sh('cat', { input: 'hello' })).toMatchObject({ stdout: Buffer.from('hello') });
  expect(await sh('cat')).toMatchObject({ stdout: Buffer.alloc(0), exitCode: 0 });
});

test('does not interpret arguments', async () => {
  const answer = await runQuery('/bin/echo', ['$(id)', ';', 'a b'], limits);
  expect(answer).toMatchObject({ stdout: Buffer.from('$(id) ; a b\n') });
});

test('ends the whole group when time is up', async () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-child-'));
  const file = path.join(dir, 'pid');
  const started = Date.now();
  const answer = await sh(`sleep 60 & echo $! > '${file}'; wait`, { timeoutMs: 500 });
  expect(answer).toMatchObject({ status: 'failed', reason: 'timeout' });
  expect(Date.now() - started).toBeLessThan(3000);
  const pid = Number(fs.readFileSync(file, 'utf8'));
  fs.rmSync(dir, { recursive: true });
  for (let i = 0; i < 20 && alive(pid); i++) await sleep(50);
  expect(alive(pid)).toBe(false);
});

test('refuses more output than allowed', async () => {
  expect(await sh('yes')).toMatchObject({ status: 'failed', reason: 'too_large' });
});

test('does not wait for a descendant that keeps the pipe open', async () => {
  const started = Date.now();
  const answer = await sh('sleep 4 & echo done');
  expect(answer).toMatchObject({ status: 'ok', stdout: Buffer.from('done\n') });
  expect(Date.now() - started).toBeLessThan(3000);
});

test('survives a program that cannot be started, dies, or does not read its input', async () => {
  expect(await runQuery('/nowhere/at-all', [], limits)).toMatchObject({
    reason: 'failed',
    detail: 'ENOENT',
  });
  expect(await runQuery('/bin/echo', ['a\0b'], limits)).toMatchObject({
    status: 'failed',
    reason: 'failed',
  });
  expect(await sh('kill -9 $$')).toMatchObject({ reason: 'failed', detail: 'SIGKILL' });
  expect(await sh('exit 0', { input: 'x'.repeat(1_000_000) })).toMatchObject({ exitCode: 0 });
});

test('does not start without time', async () => {
  expect(await sh('echo x', { timeoutMs: 0 })).toMatchObject({ reason: 'timeout' });
});

test('reads an answer that came in time although nobody was there to read it', async () => {
  const asked = sh('echo early', { timeoutMs: 300 });
  const until = Date.now() + 500;
  while (Date.now() < until);
  expect(await asked).toMatchObject({ status: 'ok', stdout: Buffer.from('early\n') });
});

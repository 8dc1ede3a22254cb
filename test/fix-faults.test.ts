import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOST_DISK } from '../src/fix/disk.ts';
import { applyLaid, straysIn, treeOf, undoAll } from './support/fixing.ts';
import { LOOSENED } from './support/loosened.ts';
import { layDown } from './support/scenario.ts';

/** As many as cores, and a few to fill the time that is spent waiting for the disk. */
const AT_ONCE = Math.min(8, os.availableParallelism() + 1);
let program = '';
beforeAll(async () => {
  program = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-killed-')), 'killed.mjs');
  const bundle = await rolldown({
    input: 'test/support/killed.ts',
    platform: 'node',
    external: ['vitest'],
    logLevel: 'silent',
  });
  await bundle.write({ file: program, format: 'esm', codeSplitting: false });
  await bundle.close();
}, 120_000);
afterAll(() => fs.rmSync(path.dirname(program), { recursive: true, force: true }));

function run(what: 'fix' | 'undo', home: string, at: number) {
  const child = spawn(process.execPath, [program, what, home, String(at)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return new Promise<{ readonly killed: boolean; readonly calls: number }>((resolve) => {
    child.once('close', (_, signal) =>
      resolve({ killed: signal === 'SIGKILL', calls: Number(out) }),
    );
  });
}

/** Runs something for every number, some at once. */
async function forEach(numbers: readonly number[], use: (n: number) => Promise<void>) {
  const left = [...numbers];
  const worker = async () => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) await use(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const CONFIGS = ['openclaw.json', 'conf/whatsapp.json5', 'conf/logging.json5'];
const contents = (state: string) =>
  CONFIGS.map((name) => fs.readFileSync(path.join(state, name), 'utf8'));

/** A gateway before and after `--fix`, and how many calls of the disk lie in between. */
async function reference(what: 'fix' | 'undo') {
  const laid = layDown(LOOSENED);
  const state = path.join(laid.home, '.openclaw');
  const before = { tree: treeOf(state), contents: contents(state) };
  if (what === 'undo') await applyLaid(laid, HOST_DISK);
  const { killed, calls } = await run(what, laid.home, 0);
  expect(killed).toBe(false);
  expect(calls).toBeGreaterThan(100);
  const after = { tree: treeOf(state), contents: contents(state) };
  laid.remove();
  return { before, after, calls };
}

/** At least so many of the calls, spread over all of them; each one with FAULTS=all. */
function pointsOf(calls: number, least: number): readonly number[] {
  const step = process.env.FAULTS === 'all' ? 1 : Math.max(1, Math.floor(calls / least));
  return Array.from({ length: Math.floor((calls - 1) / step) + 1 }, (_, i) => 1 + i * step);
}

test('killed at any call of --fix, each file is the old or the new one, and all can be undone', async () => {
  const { before, after, calls } = await reference('fix');
  expect(after.contents).not.toEqual(before.contents);
  await forEach(pointsOf(calls, 110), async (at) => {
    const laid = layDown(LOOSENED);
    const state = path.join(laid.home, '.openclaw');
    expect((await run('fix', laid.home, at)).killed, `call ${at}`).toBe(true);
    for (const [i, content] of contents(state).entries())
      expect([before.contents[i], after.contents[i]], `call ${at}`).toContain(content);
    // The next run finishes the work and clears up.
    await applyLaid(laid, HOST_DISK);
    expect(treeOf(state), `call ${at}`).toEqual(after.tree);
    expect(straysIn(state), `call ${at}`).toEqual([]);
    await undoAll(laid);
    expect(treeOf(state), `call ${at}`).toEqual(before.tree);
    laid.remove();
  });
}, 600_000);

test('killed at any call of undo, another undo finishes it', async () => {
  const { before, calls } = await reference('undo');
  await forEach(pointsOf(calls, 40), async (at) => {
    const laid = layDown(LOOSENED);
    const state = path.join(laid.home, '.openclaw');
    await applyLaid(laid, HOST_DISK);
    const after = contents(state);
    expect((await run('undo', laid.home, at)).killed, `call ${at}`).toBe(true);
    for (const [i, content] of contents(state).entries())
      expect([before.contents[i], after[i]], `call ${at}`).toContain(content);
    await undoAll(laid);
    expect(treeOf(state), `call ${at}`).toEqual(before.tree);
    laid.remove();
  });
}, 600_000);

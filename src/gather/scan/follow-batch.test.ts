import { expect, test } from 'vitest';
import { HangError, type Run } from './bounded.ts';
import { followBatch } from './follow-batch.ts';

test('files that cannot be followed in any time are said to be left, as a failure that is tried again', async () => {
  const hangs: Run = () => {
    throw new HangError();
  };
  const common = { item: 0, path: '/x', root: '/x', lane: 'programs', indicators: false } as const;
  const modules = ['a.js', 'b.js'];
  const { results, unread } = await followBatch({ ...common, files: modules }, modules, hangs);
  expect(results).toEqual([]);
  // The cache keeps no item that failed.
  expect(unread).toEqual([{ path: '/x', reason: 'scan_failed', detail: 'hangs' }]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listTwice } from './list-twice.ts';

test('the second walk gets what the first one saw, the third looks again', () => {
  const root = mkdtempSync(join(tmpdir(), 'twice-'));
  const list = listTwice();
  const count = (limit = 10) => {
    const listing = list(root, limit);
    return listing.status === 'ok' ? listing.entries.length : listing.status;
  };
  writeFileSync(join(root, 'a'), '');
  expect(count()).toBe(1);
  writeFileSync(join(root, 'b'), '');
  expect([count(), count()]).toEqual([1, 2]);
  // Who takes less gets less.
  expect(count(1)).toBe(1);
  rmSync(root, { recursive: true });
  expect([count(), count()]).toEqual([2, 'missing']);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listOnce } from './list-once.ts';

test('later walks get what the first one saw, unless they take less', () => {
  const root = mkdtempSync(join(tmpdir(), 'once-'));
  const list = listOnce();
  const count = (limit = 10) => {
    const listing = list(root, limit);
    return listing.status === 'ok' ? listing.entries.length : listing.status;
  };
  writeFileSync(join(root, 'a'), '');
  expect(count()).toBe(1);
  writeFileSync(join(root, 'b'), '');
  expect([count(), count()]).toEqual([1, 1]);
  rmSync(root, { recursive: true });
  expect([count(), count(0)]).toEqual([1, 'missing']);
});

test('a folder that was cut short or missing is asked for again', () => {
  const root = mkdtempSync(join(tmpdir(), 'once-'));
  const list = listOnce();
  const below = join(root, 'later');
  expect(list(below, 10).status).toBe('missing');
  for (const name of ['a', 'b']) writeFileSync(join(root, name), '');
  expect(list(root, 1)).toMatchObject({ cut: true });
  expect(list(root, 2)).toMatchObject({ cut: false, entries: [{ name: 'a' }, { name: 'b' }] });
  rmSync(root, { recursive: true });
});

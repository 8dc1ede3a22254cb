import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDirectory } from './list-directory.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ocsec-list-'));
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'c'), '');
  symlinkSync('nowhere', join(root, 'a'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('names and kinds, sorted', () => {
  expect(listDirectory(root, 3)).toEqual({
    status: 'ok',
    cut: false,
    entries: [
      { name: 'a', kind: 'symlink' },
      { name: 'b', kind: 'directory' },
      { name: 'c', kind: 'file' },
    ],
  });
});

test('stops at the limit', () => {
  expect(listDirectory(root, 2)).toMatchObject({ cut: true, entries: { length: 2 } });
});

test.each(['of the disk', 'of memory'])(
  'whole or step by step: the same, in a folder %s',
  (where) => {
    // Where there is none in memory the other is looked at twice.
    const parent = where === 'of memory' && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
    const folder = mkdtempSync(join(parent, 'ocsec-list-'));
    const names = Array.from({ length: 400 }, (_, i) => i.toString(36));
    for (const name of names) writeFileSync(join(folder, name), '');
    const [whole, cut, exact] = [100_000, 399, 400].map((limit) => listDirectory(folder, limit));
    rmSync(folder, { recursive: true });
    const entries = names.sort().map((name) => ({ name, kind: 'file' }));
    expect(whole).toEqual({ status: 'ok', cut: false, entries });
    expect(exact).toEqual(whole);
    expect(cut).toMatchObject({ cut: true, entries: { length: 399 } });
  },
);

test('what is missing or no directory is missing', () => {
  expect(listDirectory(join(root, 'none'), 1)).toEqual({ status: 'missing' });
  expect(listDirectory(join(root, 'c'), 1)).toEqual({ status: 'missing' });
});

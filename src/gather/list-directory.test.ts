import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

test('what is missing or no directory is missing', () => {
  expect(listDirectory(join(root, 'none'), 1)).toEqual({ status: 'missing' });
  expect(listDirectory(join(root, 'c'), 1)).toEqual({ status: 'missing' });
});

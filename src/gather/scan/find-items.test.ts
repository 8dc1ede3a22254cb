import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findItems } from './find-items.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function itemsOf(...paths: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'items-'));
  folders.push(root);
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '---\nname: x\n---\n');
  }
  return findItems(root).items.map(({ path, files }) => [path.slice(root.length + 1), files]);
}

test('a skill among the tests of a skill is a sample of it', () => {
  expect(itemsOf('scanner/SKILL.md', 'scanner/test-fixtures/bad/SKILL.md')).toEqual([
    ['scanner', ['SKILL.md', 'test-fixtures/bad/SKILL.md']],
  ]);
});

test('a skill in a folder that is merely called so is one', () => {
  expect(itemsOf('tests/one/SKILL.md')).toEqual([['tests/one', ['SKILL.md']]]);
  expect(itemsOf('one/SKILL.md', 'one/inner/SKILL.md')).toEqual([
    ['one', ['SKILL.md']],
    ['one/inner', ['SKILL.md']],
  ]);
});

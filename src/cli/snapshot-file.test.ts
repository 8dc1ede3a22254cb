import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSnapshot } from './read-snapshot.ts';
import { SNAPSHOT } from './sample-snapshot.ts';
import { saveSnapshot } from './save-snapshot.ts';
import { snapshotShape } from './snapshot-shape.ts';

let dir = '';
let file = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'snapshot-'));
  file = join(dir, 'snapshot.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('what was saved is read back, and only its owner can read it', () => {
  saveSnapshot(file, SNAPSHOT);
  expect(readSnapshot(file)).toEqual(SNAPSHOT);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('an older snapshot is replaced and made private', () => {
  saveSnapshot(file, SNAPSHOT);
  chmodSync(file, 0o644);
  saveSnapshot(file, { ...SNAPSHOT, takenAt: 2 });
  expect(readSnapshot(file).takenAt).toBe(2);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('nothing else is overwritten', () => {
  writeFileSync(file, '{gateway: {}}');
  const link = join(dir, 'link');
  symlinkSync(file, link);
  const code = (path: string) => {
    try {
      saveSnapshot(path, SNAPSHOT);
      return 'saved';
    } catch (error) {
      return error instanceof Error ? error.message : 'thrown';
    }
  };
  expect(code(file)).toBe('snapshot_not_ours');
  expect(code(link)).toBe('snapshot_not_regular');
  expect(code(dir)).toBe('snapshot_not_regular');
  expect(code(join(dir, 'no', 'where'))).toBe('snapshot_unwritable');
  expect(readFileSync(file, 'utf8')).toBe('{gateway: {}}');
});

/** Where the shape says that a value goes wrong. */
function faultOf(value: unknown): string {
  const fault = { at: '', expected: '', depth: 0 };
  return snapshotShape(value, '', fault) ? 'fits' : `${fault.at}: ${fault.expected}`;
}

const deep = () => {
  let tree: unknown = null;
  for (let i = 0; i < 10_000; i++) tree = [tree];
  return tree;
};

test.each([
  ['another format', { ...SNAPSHOT, format: 2 }, 'format: 1'],
  ['a number for a text', { ...SNAPSHOT, tool: 7 }, 'tool: string'],
  ['a missing part', { ...SNAPSHOT, files: undefined }, 'files: object'],
  [
    'a part of no known status',
    { ...SNAPSHOT, files: { status: 'constructor' } },
    'files.status: ok | absent | failed',
  ],
  [
    'a wrong item',
    { ...SNAPSHOT, linkedAccounts: { status: 'ok', value: ['a', 1] } },
    'linkedAccounts.value[1]: string',
  ],
  [
    'an unknown reason',
    { ...SNAPSHOT, unmeasured: [{ part: 'x', reason: 'toString' }] },
    'unmeasured[0].reason: timeout',
  ],
  ['an infinite number', { ...SNAPSHOT, takenAt: Number.POSITIVE_INFINITY }, 'takenAt: number'],
  ['a list', [SNAPSHOT], ': object'],
])('%s is found and named', (_, value, fault) => {
  expect(faultOf(value)).toContain(fault);
});

test('a config that is too deep is refused, not followed', () => {
  const config = SNAPSHOT.config.status === 'ok' ? SNAPSHOT.config.value : undefined;
  const value = { ...SNAPSHOT, config: { status: 'ok', value: { ...config, tree: deep() } } };
  expect(faultOf(value)).toContain('depth');
});

test('any JSON gives an answer, never an exception', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => faultOf(value) !== 'fits'));
});

test.each([
  ['not JSON', '{format: 1}', 'snapshot_not_json'],
  ['a report', '{"ts": 1, "findings": []}', 'snapshot_malformed'],
])('a file that is %s is refused', (_, text, code) => {
  writeFileSync(file, text);
  expect(() => readSnapshot(file)).toThrow(code);
});

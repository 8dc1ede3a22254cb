import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeOf } from './errno.ts';
import { readFileBounded } from './read-file.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ocsec-read-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (name: string, limit = 10) => {
  const result = readFileBounded(join(root, name), limit);
  return result.status === 'ok' ? Buffer.from(result.bytes).toString() : result;
};

test('reads a regular file up to the limit, links followed', () => {
  writeFileSync(join(root, 'ten'), '0123456789');
  symlinkSync('ten', join(root, 'link'));
  expect(read('ten')).toBe('0123456789');
  expect(read('link')).toBe('0123456789');
  expect(read('ten', 9)).toMatchObject({ status: 'failed', reason: 'too_large' });
});

test('says what is missing', () => {
  symlinkSync('nowhere', join(root, 'dangling'));
  for (const name of ['nothing', 'ten/below', 'dangling'])
    expect(read(name)).toEqual({ status: 'missing' });
});

test('never waits for a FIFO, a socket, a device or a directory', async () => {
  spawnSync('mkfifo', [join(root, 'fifo')]);
  mkdirSync(join(root, 'dir'));
  symlinkSync('/dev/zero', join(root, 'zero'));
  const server = createServer().listen(join(root, 'socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  for (const name of ['fifo', 'dir', 'zero', 'socket'])
    expect(read(name)).toMatchObject({ status: 'failed', reason: 'not_a_file' });
  server.close();
});

test('does not read a huge sparse file', () => {
  writeFileSync(join(root, 'sparse'), '');
  truncateSync(join(root, 'sparse'), 8 * 1024 ** 3);
  expect(read('sparse', 1024 * 1024)).toMatchObject({ status: 'failed', reason: 'too_large' });
});

test('a circle of links leads nowhere, a name that is none is a failure', () => {
  symlinkSync('circle', join(root, 'circle'));
  expect(read('circle')).toEqual({ status: 'missing' });
  expect(read('a\0b')).toMatchObject({ status: 'failed', reason: 'unreadable' });
});

test.skipIf(process.platform !== 'linux')(
  'a file that claims to be empty is read to its end, and no further than the limit',
  () => {
    expect(readFileBounded('/proc/self/mountinfo', 5)).toMatchObject({ reason: 'too_large' });
    expect(readFileBounded('/proc/self/comm', 1000)).toMatchObject({ status: 'ok' });
  },
);

test('what may not be read is not taken for missing', () => {
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  expect(outcomeOf(denied)).toEqual({ status: 'failed', reason: 'unreadable', detail: 'EACCES' });
});

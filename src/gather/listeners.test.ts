import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measured } from '../../test/support/gathered.ts';
import type { Collecting } from './collect.ts';
import { createDeadline } from './deadline.ts';
import { gatherListeners } from './listeners.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ocsec-listeners-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function collecting(platform: string, ms = 10_000): Collecting {
  return {
    target: {
      ...{ home: root, stateDir: root, stateDirFrom: 'default', configPath: join(root, 'c') },
      ...{ configFrom: 'default', credentialsDir: root, cwd: root },
    },
    platform,
    uid: 501,
    generation: '2026.2',
    deadline: createDeadline(ms),
    skip: () => {},
  };
}

const wanted = (port: number) => port >= 18789 && port <= 18791;

/** As macOS prints it for `lsof -nP -iTCP -sTCP:LISTEN -FpucnL`: a process, then its sockets. */
const LSOF = [
  ...['p412', 'cnode', 'u501', 'Lmina', 'f23', 'n127.0.0.1:18789', 'f24', 'n[::1]:18789'],
  ...['p533', 'ccom.docker.backend', 'u502', 'Lbuild', 'f88', 'n*:18790'],
  ...['p1', 'claunchd', 'u0', 'Lroot', 'f7', 'n*:22', 'f9', 'n[fe80:1::1]:18791', ''],
].join('\n');

async function onMac(script: string, ms?: number) {
  const lsof = join(root, 'lsof');
  writeFileSync(lsof, `#!/bin/sh\n${script}\n`);
  chmodSync(lsof, 0o755);
  return gatherListeners(collecting('darwin', ms), wanted, { proc: '/none', lsof });
}

test('macOS: address, port, user and program of what lsof prints', async () => {
  writeFileSync(join(root, 'out'), LSOF);
  expect(measured(await onMac(`cat '${join(root, 'out')}'`))).toEqual([
    { address: '127.0.0.1', port: 18789, uid: 501, process: 'node' },
    { address: '::1', port: 18789, uid: 501, process: 'node' },
    { address: '0.0.0.0', port: 18790, uid: 502, process: 'com.docker.backend' },
    { address: 'fe80:1::1', port: 18791, uid: 0, process: 'launchd' },
  ]);
});

test('macOS: nothing that listens is no failure; no lsof, a flood and one that hangs are', async () => {
  // So lsof says that it found none.
  expect(measured(await onMac('exit 1'))).toEqual([]);
  expect(await onMac('yes')).toMatchObject({ status: 'failed', reason: 'too_large' });
  expect(await onMac('sleep 60', 400)).toMatchObject({ status: 'failed', reason: 'timeout' });
  const none = { proc: '/none', lsof: join(root, 'none') };
  expect(await gatherListeners(collecting('darwin'), wanted, none)).toMatchObject({
    status: 'failed',
  });
});

test('Linux: sockets of the kernel, and the program that holds each where it may be seen', async () => {
  const line = (i: number, port: string, uid: number, inode: number) =>
    `   ${i}: 0100007F:${port} 00000000:0000 0A 00000000:00000000 00:00000000 00000000  ${uid}        0 ${inode} 1 0000000000000000 100 0 0 10 0`;
  mkdirSync(join(root, 'net'));
  const lines = [
    '  sl',
    line(0, '4965', 1000, 7001),
    line(1, '4966', 0, 7002),
    line(2, '0016', 0, 9),
  ];
  writeFileSync(join(root, 'net/tcp'), lines.join('\n'));
  mkdirSync(join(root, '812/fd'), { recursive: true });
  symlinkSync('socket:[7001]', join(root, '812/fd/20'));
  writeFileSync(join(root, '812/comm'), 'openclaw-gatewa\n');
  const sources = { proc: root, lsof: '/none' };
  expect(measured(await gatherListeners(collecting('linux'), wanted, sources))).toEqual([
    { address: '127.0.0.1', port: 18789, uid: 1000, process: 'openclaw-gatewa' },
    { address: '127.0.0.1', port: 18790, uid: 0 },
  ]);
  const nothing = { proc: join(root, 'none'), lsof: '/none' };
  expect(await gatherListeners(collecting('linux'), wanted, nothing)).toMatchObject({
    reason: 'unreadable',
  });
});

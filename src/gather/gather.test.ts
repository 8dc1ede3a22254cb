import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lay, measured } from '../../test/support/gathered.ts';
import { gatherLaidDown, snapshotOf } from '../../test/support/scenario.ts';
import { gather } from './gather.ts';

describe('hostile surroundings', () => {
  test('nothing at all, and a state directory that is a file', async () => {
    const laid = lay({ config: null });
    rmSync(laid.state, { recursive: true });
    const none = await gatherLaidDown(laid);
    expect(measured(none.config).missing).toBe(true);
    expect(none.unmeasured).toEqual([]);
    writeFileSync(laid.state, '');
    expect(measured((await gatherLaidDown(laid)).files)[0]).toMatchObject({ kind: 'file' });
  });

  test('FIFOs in the place of files and directories', async () => {
    const laid = lay({ config: null });
    const names = [
      'openclaw.json',
      '.env',
      'exec-approvals.json',
      'extensions',
      'agents',
      'credentials',
    ];
    for (const name of names) spawnSync('mkfifo', [join(laid.state, name)]);
    const snapshot = await gatherLaidDown(laid);
    expect(measured(snapshot.config).unreadable).toBe(true);
    expect(snapshot.approvals).toMatchObject({ status: 'failed', reason: 'not_a_file' });
    expect(snapshot.unmeasured.map(({ part, reason }) => [part, reason])).toEqual([
      ['env', 'not_a_file'],
      ['config', 'not_a_file'],
    ]);
  });

  test('paths in settings that are none', async () => {
    const snapshot = await snapshotOf(
      `{ logging: { file: 'a\\u0000b' }, agents: { list: [{ workspace: 'x\\u0000' }, null, 7] },
        plugins: { installs: [], entries: null }, channels: { telegram: 'x', __proto__: { tokenFile: 'y' } } }`,
    );
    expect(snapshot.files.status).toBe('ok');
    expect(snapshot.unmeasured.map(({ reason }) => reason)).toEqual(['unreadable', 'unreadable']);
  });

  test('a credential in the place of a path does not enter the snapshot', async () => {
    const credential = `ghp_${'a1B2'.repeat(9)}`;
    const snapshot = await snapshotOf(
      `{ channels: { telegram: { tokenFile: '${credential}' } }, logging: { file: '${credential}' } }`,
    );
    expect(JSON.stringify(snapshot)).not.toContain(credential);
  });

  test('no time left: every part answers, and says so', async () => {
    const laid = lay({ files: [{ path: '.openclaw/agents/a/sessions/a.jsonl' }] });
    const { target } = await gatherLaidDown(laid);
    const snapshot = await gather(target, {
      env: laid.env,
      platform: 'linux',
      uid: 0,
      deep: false,
      deadline: { left: () => 0, expired: () => true },
      tool: 'test',
      now: 0,
    });
    expect(measured(snapshot.config).unreadable).toBe(true);
    expect(snapshot.unmeasured).toMatchObject([{ part: 'config', reason: 'deadline' }]);
    for (const part of [snapshot.files, snapshot.transcripts, snapshot.plugins])
      expect(part).toEqual({ status: 'failed', reason: 'deadline' });
  });

  test('writes nothing', async () => {
    const laid = lay({ files: [{ path: '.openclaw/agents/a/sessions/a.jsonl' }] });
    mkdirSync(join(laid.state, 'hooks'));
    const before = [laid.home, laid.state].map((path) => statSync(path).mtimeMs);
    await gatherLaidDown(laid);
    expect([laid.home, laid.state].map((path) => statSync(path).mtimeMs)).toEqual(before);
  });
});

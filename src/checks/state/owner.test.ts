import { expect, test } from 'vitest';
import { snapshotOf } from '../../../test/support/scenario.ts';
import { runCheck } from '../../judge/run.ts';
import { readPosture } from '../../posture/posture.ts';
import owner from './owner.ts';

/** What comes out when `auditor` looks at a state directory of `state` with a config of `config`. */
async function judge(auditor: number | null, state: number, config: number) {
  const snapshot = await snapshotOf('{}');
  if (snapshot.files.status !== 'ok') throw new Error('files were not measured');
  const uids: Record<string, number> = { state_dir: state, config };
  const value = snapshot.files.value.map((fact) => ({ ...fact, uid: uids[fact.role] ?? state }));
  const host = { ...snapshot.host, uid: auditor };
  const posture = readPosture({ ...snapshot, host, files: { status: 'ok', value } });
  return runCheck(owner, posture, false);
}

test('finds files of a third user, for a user and for root', async () => {
  expect((await judge(1000, 1000, 1001)).kind).toBe('fail');
  expect((await judge(1000, 1001, 1001)).kind).toBe('fail');
  expect((await judge(0, 1000, 1001)).kind).toBe('fail');
});

test('accepts files of the user, of root, and where there are no users', async () => {
  expect((await judge(1000, 1000, 1000)).kind).toBe('pass');
  expect((await judge(1000, 0, 0)).kind).toBe('pass');
  expect((await judge(0, 1000, 1000)).kind).toBe('pass');
  expect((await judge(null, 0, 1001)).kind).toBe('pass');
});

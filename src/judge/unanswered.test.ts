import { expect, test } from 'vitest';
import { snapshotOf } from '../../test/support/scenario.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Verdict } from '../live/answer.ts';
import type { RequestId } from '../live/requests.ts';
import { judge } from './judge.ts';

const CONFIG = '{ gateway: { auth: { mode: "none" } } }';

/** A gateway that gave these answers, and to all other questions the last one. */
async function answering(
  outcome: 'healthy' | 'refused' | 'auth_refused',
  verdicts: { readonly [I in RequestId]?: Verdict },
  rest: Verdict,
): Promise<Snapshot> {
  const snapshot = await snapshotOf({ config: CONFIG, live: {} });
  const { live, gatewayProbe } = snapshot;
  if (live.status !== 'ok' || gatewayProbe.status !== 'ok') throw new Error('no live part');
  const requests = live.value.requests.map((request) => ({
    ...request,
    verdict: verdicts[request.id] ?? rest,
  }));
  return {
    ...snapshot,
    live: { status: 'ok', value: { ...live.value, requests } },
    gatewayProbe: { status: 'ok', value: { ...gatewayProbe.value, outcome } },
  };
}

const judged = (snapshot: Snapshot) =>
  judge(snapshot, { compat: false, only: ['live.*'], skip: [] });
const undecided = (snapshot: Snapshot) => {
  const entries = judged(snapshot).unmeasured.filter(({ part }) => part === 'live');
  expect(entries.length).toBeLessThanOrEqual(1);
  return entries[0]?.checks ?? [];
};
const ids = (snapshot: Snapshot) => judged(snapshot).findings.map(({ checkId }) => checkId);

const ABOUT_ANSWERS = [
  'live.auth_mode_differs',
  'live.browser_control_unauthenticated',
  'live.control_ui_headers',
  'live.discloses',
  'live.foreign_origin_accepted',
  'live.forwarded_headers_believed',
  'live.hooks_unauthenticated',
  'live.other_files',
  'live.unauthenticated',
  'live.version_differs',
  'live.web_page_reaches_gateway',
  'live.wrong_credential_accepted',
];

/** What rests on what a gateway says of itself, and these say nothing. */
const ABOUT_ITSELF = ['live.auth_mode_differs', 'live.other_files', 'live.version_differs'];

test('when no gateway answers, nothing about its answers is decided, and that is said once', async () => {
  const silent = await answering('refused', {}, 'not_sent');
  expect(ids(silent)).toEqual([]);
  expect(undecided(silent).toSorted()).toEqual(ABOUT_ANSWERS);
});

test('one question without an answer leaves open what rests on it, and no more', async () => {
  const one = await answering('healthy', { chat_bare: 'failed' }, 'refused');
  expect(undecided(one)).toEqual([...ABOUT_ITSELF, 'live.unauthenticated'].toSorted());
  const tired = await answering('healthy', { tools_bare: 'open', chat_bare: 'unclear' }, 'refused');
  expect(ids(tired)).toEqual(['live.unauthenticated']);
  expect(undecided(tired)).toContain('live.unauthenticated');
});

test('an answer that lets a page in is found though the other question got none', async () => {
  const half = await answering('healthy', { origin_rebound: 'open' }, 'failed');
  expect(ids(half)).toEqual(['live.foreign_origin_accepted']);
  const other = await answering('healthy', { origin_rebound: 'refused' }, 'failed');
  expect(undecided(other)).toContain('live.foreign_origin_accepted');
});

test('a second wrong credential is not missed where the first was refused', async () => {
  const refused = await answering('auth_refused', { tools_wrong: 'not_sent' }, 'refused');
  expect(undecided(refused)).toEqual(ABOUT_ITSELF);
});

test('without --deep there is nothing to decide', async () => {
  const plain = await snapshotOf(CONFIG);
  expect(judged(plain).unmeasured).toEqual([]);
  expect(ids(plain)).toEqual([]);
});

test('a config that was not read leaves all of it open, and the list of advisories as it is', async () => {
  const told = await snapshotOf({
    ...{ config: '{', openclawVersion: null, live: { version: '2026.2.21' } },
  });
  const report = judge(told, { compat: false, only: ['live.*', 'advisory.*'], skip: [] });
  expect(report.advisories.release).toBeUndefined();
  expect(report.findings.filter(({ checkId }) => checkId.startsWith('live.'))).toEqual([]);
});

import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import probeFailed from '../checks/gateway/probe-failed.ts';
import type { Part } from '../gather/part.ts';
import type { GatewayProbe } from '../gather/snapshot.ts';
import { judgeWith } from './judge.ts';

const judged = (gatewayProbe: Part<GatewayProbe>, compat = false) =>
  judgeWith([probeFailed], makeSnapshot({}, { gatewayProbe }), { compat, only: [], skip: [] });

const probe = (outcome: GatewayProbe['outcome'], error: string | null): Part<GatewayProbe> => ({
  status: 'ok',
  value: { url: 'ws://127.0.0.1:18789', outcome, error, close: null },
});

test('nothing is said of a gateway that was not to be asked', () => {
  const report = judged({ status: 'absent' });
  expect(report).not.toHaveProperty('deep');
  expect(report.findings).toEqual([]);
});

test('a limited answer is an answer; with --compat it is none', () => {
  const limited = probe('limited', 'missing scope');
  const ours = judged(limited);
  expect(ours.deep?.gateway).toMatchObject({ attempted: true, ok: true, error: null });
  expect(ours.findings).toEqual([]);
  const theirs = judged(limited, true);
  expect(theirs.deep?.gateway).toMatchObject({ ok: false, error: 'missing scope' });
  expect(theirs.findings).toMatchObject([{ message: 'limited', severity: 'warn' }]);
});

test.each(['auth_refused', 'refused', 'unreachable', 'protocol', 'not_asked'] as const)(
  '%s is a finding with its own words',
  (outcome) => {
    const report = judged(probe(outcome, 'why'));
    expect(report.deep?.gateway).toMatchObject({
      ok: false,
      error: 'why',
      attempted: outcome !== 'not_asked',
    });
    expect(report.findings).toMatchObject([{ message: outcome, remedy: `remedy_${outcome}` }]);
  },
);

test('a probe that could not be made leaves the check undecided', () => {
  const report = judged({ status: 'failed', reason: 'deadline' });
  expect(report.deep?.gateway).toMatchObject({ attempted: false, ok: false, error: 'deadline' });
  expect(report.findings).toEqual([]);
  expect(report.unmeasured).toMatchObject([{ part: 'gatewayProbe', reason: 'deadline' }]);
});

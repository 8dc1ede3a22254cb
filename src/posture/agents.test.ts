import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import { normalizeAgentId } from '../config/agent-id.ts';
import type { ConfigValue } from '../config/tree.ts';
import { readPosture } from './posture.ts';

const agentsOf = (list: ConfigValue) => readPosture(makeSnapshot({ agents: { list } })).agents;

test('the first entry marked default wins, else the first, else main', () => {
  expect(agentsOf([{ id: 'a' }, { id: 'b', default: true }]).defaultId).toBe('b');
  expect(agentsOf([{ id: 'a' }, { id: 'b' }]).defaultId).toBe('a');
  expect(agentsOf([]).ids).toEqual(['main']);
});

test('ids are compared in their normal form', () => {
  expect(normalizeAgentId(' --Ops Team!- ')).toBe('ops-team');
  expect(normalizeAgentId('')).toBe('main');
  expect(agentsOf([{ id: 'Ops Team' }]).find('ops-team')?.index).toBe(0);
});

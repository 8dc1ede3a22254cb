import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { ConfigValue } from '../config/tree.ts';
import { readPosture } from './posture.ts';

const toolsOf = (tree: ConfigValue) => readPosture(makeSnapshot(tree)).tools;

test('everything is allowed where nothing is written', () => {
  const { defaults } = toolsOf({});
  expect(defaults.allows('exec')).toBe(true);
  expect(defaults.sandboxMode).toBe('off');
});

test('alsoAllow widens the profile for the runtime, not for the reference', () => {
  const { defaults } = toolsOf({ tools: { profile: 'messaging', alsoAllow: ['exec'] } });
  expect(defaults.allows('exec')).toBe(true);
  expect(defaults.allows('read')).toBe(false);
  expect(defaults.allowsByReference('exec')).toBe(false);
});

test('an agent adds its own policy to the global one and replaces the profile', () => {
  const [, work] = toolsOf({
    tools: { profile: 'minimal', deny: ['browser'] },
    agents: { list: [{ id: 'Work Space', tools: { profile: 'full', deny: ['exec'] } }] },
  }).contexts;
  expect(work?.label).toBe('agents.list.Work Space');
  expect(work?.agent?.id).toBe('work-space');
  expect(work?.allows('read')).toBe(true);
  expect(work?.allows('exec')).toBe(false);
  expect(work?.allows('browser')).toBe(false);
});

test('the tool policy of the sandbox counts only when everything is sandboxed', () => {
  const tree = (mode: string) => ({ agents: { defaults: { sandbox: { mode } } } });
  expect(toolsOf(tree('all')).defaults.allows('browser')).toBe(false);
  expect(toolsOf(tree('non-main')).defaults.allows('browser')).toBe(true);
});

test('wrong types read as if nothing were written', () => {
  const { defaults, elevated } = toolsOf({
    tools: { profile: 3, allow: 'exec', deny: { exec: true }, elevated: [], fs: 'x' },
    agents: { list: [null, 'x', [], { id: 5 }], defaults: 7 },
  });
  expect(defaults.allows('exec')).toBe(true);
  expect(elevated).toBe(true);
});

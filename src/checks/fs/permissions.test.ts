import { expect, test } from 'vitest';
import { normalizeAgentId } from '../../posture/agents.ts';
import { asOftenAsListed, type Fact, tightenCommand } from './permissions.ts';

const fact = (agent: string): Fact => ({
  role: 'auth_profiles',
  agent,
  path: `/s/agents/${agent}`,
  kind: 'file',
  mode: 0o644,
  access: { groupRead: true, groupWrite: false, worldRead: true, worldWrite: false },
  uid: 0,
  gid: 0,
  size: 0,
  links: 1,
});

function listed(...labels: string[]) {
  const list = labels.map((label, index) => {
    return { id: normalizeAgentId(label), label, index, entry: {} };
  });
  const defaultId = list[0]?.id ?? 'main';
  return { list, path: 'agents.list', defaultId, ids: [], find: () => undefined };
}

test('counts a file once for every way its agent is named', () => {
  const counted = (agents: ReturnType<typeof listed>, agent: string) =>
    asOftenAsListed([fact(agent)], agents).length;
  expect(counted(listed(), 'main')).toBe(1);
  expect(counted(listed('work'), 'work')).toBe(1);
  expect(counted(listed('Work Bot'), 'work-bot')).toBe(2);
  expect(counted(listed('main', 'Work Bot'), 'work-bot')).toBe(1);
});

test('names Windows accounts so that every language of Windows knows them', () => {
  expect(tightenCommand('C:\\Users\\me\\.openclaw', '700', 'win32')).toBe(
    'icacls "C:\\Users\\me\\.openclaw" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "%USERNAME%:(OI)(CI)F"',
  );
});

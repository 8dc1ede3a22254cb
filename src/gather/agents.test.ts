import { expect, test } from 'vitest';
import type { Generation } from '../config/known-releases.ts';
import { agentPlaces } from './agents.ts';
import { settingsOf } from './settings.ts';

const target = {
  home: '/h',
  stateDir: '/h/.openclaw',
  stateDirFrom: 'default',
  configPath: '/h/.openclaw/openclaw.json',
  configFrom: 'default',
  credentialsDir: '/h/.openclaw/credentials',
  cwd: '/h',
} as const;

type Tree = Parameters<typeof settingsOf>[0];

function workspaces(agents: Tree, generation: Generation = '2026.9') {
  const tree: Tree = { agents };
  const settings = settingsOf(tree, (...route) => {
    let value: unknown = tree;
    for (const step of route) value = Object(value)[step];
    return typeof value === 'string' ? value : undefined;
  });
  return agentPlaces({ target, generation }, settings).map(({ workspace }) => workspace);
}

const list = [{ id: 'main' }, { id: 'ops', default: true }];
const explicit = { ownership: 'explicit', list: [{ id: 'main' }, { id: 'ops' }] };

test('the default agent has the workspace, the others have their own', () => {
  expect(workspaces({ list })).toEqual(['/h/.openclaw/workspace', '/h/.openclaw/workspace-main']);
  expect(workspaces({})).toEqual(['/h/.openclaw/workspace']);
});

test('since 2026.9 all agents can have their own', () => {
  expect(workspaces(explicit)).toEqual([
    '/h/.openclaw/workspace-main',
    '/h/.openclaw/workspace-ops',
  ]);
  expect(workspaces(explicit, '2026.2')[0]).toBe('/h/.openclaw/workspace');
});

test('since 2026.9 the workspace of agents.defaults holds those of the others', () => {
  const defaults = { workspace: '~/w' };
  expect(workspaces({ list, defaults })).toEqual(['/h/w', '/h/w/main']);
  expect(workspaces({ ...explicit, defaults })).toEqual(['/h/w/main', '/h/w/ops']);
  expect(workspaces({ list, defaults }, '2026.2')).toEqual(['/h/w', '/h/.openclaw/workspace-main']);
});

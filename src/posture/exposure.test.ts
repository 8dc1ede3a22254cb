import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { ConfigValue } from '../config/tree.ts';
import { readPosture } from './posture.ts';
import { bindsOf, containerSources } from './sandbox-sources.ts';

const read = (tree: ConfigValue) => readPosture(makeSnapshot(tree));
const paths = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path);

test('open groups: what runs counts, what is switched off does not', () => {
  const { exposure } = read({
    channels: {
      defaults: { groupPolicy: 'open' },
      telegram: {
        accounts: { a: { groupPolicy: 'open' }, b: { groupPolicy: 'open', enabled: false } },
      },
      discord: { enabled: false, groupPolicy: 'open' },
      mattermost: {},
      line: { groupPolicy: 'allowlist' },
      slack: {},
    },
  });
  expect(paths(exposure.openGroups)).toEqual([
    'channels.telegram.accounts.a.groupPolicy',
    'channels.defaults.groupPolicy',
  ]);
  expect(paths(exposure.openGroupsByReference)).toEqual([
    'channels.defaults.groupPolicy',
    'channels.telegram.accounts.a.groupPolicy',
    'channels.telegram.accounts.b.groupPolicy',
    'channels.discord.groupPolicy',
  ]);
});

test('open groups and topics inside an allow-listed Telegram', () => {
  const { exposure } = read({
    channels: {
      telegram: {
        groups: {
          '-1': { groupPolicy: 'open' },
          '-2': { topics: { '7': { groupPolicy: 'open' }, '8': {} } },
          '-3': { enabled: false, groupPolicy: 'open' },
        },
      },
    },
  });
  expect(paths(exposure.openGroups)).toEqual([
    'channels.telegram.groups["-1"].groupPolicy',
    'channels.telegram.groups["-2"].topics["7"].groupPolicy',
  ]);
  expect(exposure.openGroupsByReference).toEqual([]);
});

test('elevated mode needs a sender of that channel', () => {
  const { exposure } = read({
    channels: { discord: { allowFrom: ['1'] } },
    tools: { elevated: { allowFrom: { telegram: [1], slack: [' '] } } },
  });
  expect(['telegram', 'slack', 'discord', 'irc'].map(exposure.elevates)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  const closed = read({
    channels: { discord: { allowFrom: ['1'] } },
    tools: { elevated: { allowFrom: { discord: [] } } },
  });
  expect(closed.exposure.elevates('discord')).toBe(false);
});

test('signs of several people', () => {
  const { exposure } = read({
    channels: {
      telegram: { groups: { '*': {} } },
      discord: { guilds: { '1': { channels: { c: { users: ['1'] } } }, '2': { roles: ['r'] } } },
      slack: { channels: { C1: { users: ['U1'] }, C2: { enabled: false } } },
      whatsapp: { groupAllowFrom: ['*'] },
      irc: { channels: ['#a', '#b'] },
    },
  });
  expect(paths(exposure.shared)).toEqual([
    'channels.telegram.groups',
    'channels.whatsapp.groupAllowFrom',
  ]);
  expect(paths(exposure.sharedByReference)).toEqual([
    'channels.telegram.groups',
    'channels.discord.guilds',
    'channels.slack.channels',
    'channels.whatsapp.groupAllowFrom',
    'channels.irc.channels',
  ]);
});

test('a context is risky by its files alone, unless they are held to the workspace', () => {
  const tools = { deny: ['group:runtime'] };
  const [context] = read({ tools }).exposure.risky;
  expect(context).toMatchObject({ runtime: false, runtimeTools: [] });
  expect(context?.fsTools).toEqual(['read', 'write', 'edit', 'apply_patch']);
  expect(read({ tools: { ...tools, fs: { workspaceOnly: true } } }).exposure.risky).toEqual([]);
});

test('models keep the agent that runs them and the place they were written', () => {
  const { models } = read({
    agents: {
      defaults: { model: ' x/7b ', imageModel: { fallbacks: ['', 3, 'y'] } },
      list: [{ id: 'A.b', model: { primary: 'z' } }, 'odd'],
    },
  });
  const { uses } = models;
  expect(uses.map(({ id, source, image }) => [id, source, image])).toEqual([
    ['x/7b', 'agents.defaults.model.primary', false],
    ['y', 'agents.defaults.imageModel.fallbacks', true],
    ['z', 'agents.list.A.b.model.primary', false],
  ]);
  expect(uses[1]?.route).toEqual(['agents', 'defaults', 'imageModel', 'fallbacks', 2]);
  expect(uses[2]?.agent?.label).toBe('A.b');
});

test('binds are split at the first colon that is not of a drive', () => {
  const binds = ['/a/../b:/x:ro', 'vol:/x', 'C:\\x:/y', ':/x', '  ', 5];
  const sources = containerSources(
    read({ agents: { defaults: { sandbox: { docker: { binds } } } } }),
    'docker',
  );
  expect(sources.flatMap(bindsOf).map(({ source, host }) => [source, host])).toEqual([
    ['/a/../b', '/b'],
    ['vol', undefined],
    ['C:\\x', undefined],
    ['', undefined],
  ]);
});

test('no shape of the config makes it throw', () => {
  const keys = fc.constantFrom(
    ...['channels', 'telegram', 'discord', 'defaults', 'accounts', 'groups', 'topics', 'guilds'],
    ...['agents', 'list', 'tools', 'model', 'fallbacks', 'sandbox', 'docker', 'binds', '__proto__'],
  );
  const { tree } = fc.letrec<{ tree: ConfigValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<ConfigValue>(null, true, 'open', '*', 1, ''),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (channels) => {
      const posture = read({ channels, agents: channels, tools: channels, plugins: channels });
      expect([posture.exposure, posture.models, posture.plugins, posture.installs]).toHaveLength(4);
      containerSources(posture, 'docker').flatMap(bindsOf);
    }),
    { numRuns: 200 },
  );
});

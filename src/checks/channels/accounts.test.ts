import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSnapshot } from '../../../test/support/snapshot.ts';
import type { ConfigValue } from '../../config/tree.ts';
import { judgeWith } from '../../judge/judge.ts';
import type { Check } from '../define.ts';
import { distinctPlaces } from './accounts.ts';
import namesMatched from './allow-from-dangerous-name-matching-enabled.ts';
import discordNames from './discord-allow-from-name-based-entries.ts';
import nativeNoLists from './discord-commands-native-no-allowlists.ts';
import nativeOpen from './discord-commands-native-unrestricted.ts';
import dmDisabled from './dm-disabled.ts';
import dmOpen from './dm-open.ts';
import dmOpenInvalid from './dm-open-invalid.ts';
import sharedSession from './dm-scope-main-multiuser.ts';
import slashNoLists from './slack-commands-slash-no-allowlists.ts';
import slashOpen from './slack-commands-slash-use-access-groups-off.ts';
import invalidEntries from './telegram-allow-from-invalid-entries.ts';
import groupsMissing from './telegram-groups-allow-from-missing.ts';
import groupsWildcard from './telegram-groups-allow-from-wildcard.ts';
import warning from './warning.ts';

const CHECKS: readonly Check[] = [
  namesMatched,
  discordNames,
  nativeNoLists,
  nativeOpen,
  dmDisabled,
  dmOpen,
  dmOpenInvalid,
  sharedSession,
  slashNoLists,
  slashOpen,
  invalidEntries,
  groupsMissing,
  groupsWildcard,
  warning,
];
const judge = (config: ConfigValue, compat: boolean) =>
  judgeWith(CHECKS, makeSnapshot(config), { compat, only: [], skip: [] });

const twoAccounts: ConfigValue = {
  channels: {
    discord: {
      enabled: true,
      accounts: {
        a: { token: 'x', groupPolicy: 'open', guilds: { '1': {} } },
        b: { token: 'y', groupPolicy: 'open', guilds: { '1': {} } },
      },
    },
  },
};

test('each account is named, and its findings stand together', () => {
  const { findings } = judge(twoAccounts, false);
  expect(findings.map((f) => [f.checkId, f.args.account])).toEqual([
    ['channels.discord.commands.native.no_allowlists', 'channels.discord.accounts.a'],
    ['channels.discord.warning.group_policy_open', 'channels.discord.accounts.a'],
    ['channels.discord.commands.native.no_allowlists', 'channels.discord.accounts.b'],
    ['channels.discord.warning.group_policy_open', 'channels.discord.accounts.b'],
  ]);
});

test('in the mode of the reference what does not name its account is said once', () => {
  expect(judge(twoAccounts, true).findings.map((f) => f.checkId)).toEqual([
    'channels.discord.commands.native.no_allowlists',
    'channels.discord.warning.2',
    'channels.discord.warning.4',
  ]);
});

test('the advice about sessions depends on how many accounts there are', () => {
  const remedy = (accounts: ConfigValue) =>
    judge({ channels: { telegram: { allowFrom: ['1', '2'], accounts } } }, false).findings.map(
      (f) => f.remedy,
    );
  expect(remedy({ a: { botToken: '1:x' } })).toEqual(['remedy']);
  expect(remedy({ a: { botToken: '1:x' }, b: {} })).toEqual(['remedy_accounts']);
});

test('a wildcard in a pairing store is no restriction', () => {
  const snapshot = makeSnapshot(
    { channels: { telegram: { enabled: true, botToken: '1:x', groups: { '-1': {} } } } },
    {
      pairing: {
        status: 'ok',
        value: [{ channel: 'telegram', path: '/c/telegram-allowFrom.json', entries: ['*'] }],
      },
    },
  );
  const ids = (compat: boolean) =>
    judgeWith([groupsMissing, groupsWildcard], snapshot, {
      compat,
      only: [],
      skip: [],
    }).findings.map((f) => [f.checkId, f.locations[0]?.file]);
  expect(ids(false)).toEqual([
    ['channels.telegram.groups.allowFrom.wildcard', '/c/telegram-allowFrom.json'],
  ]);
  expect(ids(true).map(([id]) => id)).toEqual(['channels.telegram.groups.allowFrom.missing']);
});

test('a place is listed once', () => {
  const place = { kind: 'file', path: '/x' } as const;
  expect(distinctPlaces([place, { ...place }])).toEqual([place]);
});

const KEYS = [
  'accounts',
  'allowFrom',
  'allowedUserIds',
  'botToken',
  'channels',
  'commands',
  'dm',
  'dmPolicy',
  'enabled',
  'groupAllowFrom',
  'groupPolicy',
  'groups',
  'guilds',
  'host',
  'native',
  'nick',
  'nickserv',
  'policy',
  'register',
  'slashCommand',
  'tls',
  'token',
  'tokenFile',
  'topics',
  'users',
  '__proto__',
  'constructor',
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(null, true, false, 'open', 'disabled', 'allowlist', '*', 'bob', '', 5),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 6 }),
  ),
})).any;
const isConfig = (v: unknown): v is ConfigValue => v !== undefined;

test('whatever the section of a channel holds, every check comes to an answer', () => {
  const name = fc.constantFrom('telegram', 'discord', 'slack', 'irc', 'synology-chat', '__proto__');
  fc.assert(
    fc.property(fc.dictionary(name, value), value, fc.boolean(), (channels, commands, compat) => {
      const config: unknown = { channels, commands, plugins: { entries: channels } };
      if (isConfig(config)) expect(judge(config, compat).unmeasured).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

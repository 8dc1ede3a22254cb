import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { ConfigValue } from '../config/tree.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Channels } from './channels.ts';
import { readPosture } from './posture.ts';

const secret = (id: number): ConfigValue => ({ $secret: { length: 20, id, kind: 'literal' } });
const read = (config: ConfigValue, parts: Partial<Snapshot> = {}): Channels =>
  readPosture(makeSnapshot(config, parts)).channels;
const active = ({ accounts }: Channels) => accounts.filter((a) => a.active).map((a) => a.label);
const audited = ({ accounts }: Channels) => accounts.filter((a) => a.audited).map((a) => a.label);

test('channels come in the order of the reference, the default account first', () => {
  const { accounts } = read({
    channels: {
      zalo: {},
      slack: { accounts: { b: {}, default: {}, a: {} } },
      defaults: { groupPolicy: 'open' },
      telegram: {},
    },
  });
  expect(accounts.map(({ channel, id }) => `${channel} ${id}`)).toEqual([
    'telegram default',
    'whatsapp default',
    'discord default',
    'irc default',
    'googlechat default',
    'slack default',
    'slack a',
    'slack b',
    'signal default',
    'imessage default',
    'zalo default',
  ]);
  expect(accounts.map(({ index }) => index)).toEqual(accounts.map((_, i) => i));
});

test('an account has policies of its own and inherits lists', () => {
  const { accounts } = read({
    channels: {
      telegram: {
        dmPolicy: 'open',
        groupPolicy: 'open',
        allowFrom: ['*'],
        accounts: { a: { botToken: secret(1) } },
      },
      slack: { groupPolicy: 'open', accounts: { a: {} } },
    },
  });
  const of = (channel: string) => accounts.find((account) => account.channel === channel);
  expect(of('telegram')?.dm).toEqual({
    policy: 'pairing',
    policyRoute: ['channels', 'telegram', 'accounts', 'a', 'dmPolicy'],
    policyValue: 'pairing',
    allowFrom: ['*'],
    allowFromRoute: ['channels', 'telegram', 'allowFrom'],
  });
  expect(of('telegram')?.groups.policy).toBe('allowlist');
  // Slack is the one core channel whose accounts inherit the policy for groups.
  expect(of('slack')?.groups).toEqual({
    policy: 'open',
    route: ['channels', 'slack', 'groupPolicy'],
  });
});

test('defaults of all channels reach plugins only', () => {
  const { accounts } = read({
    channels: { defaults: { groupPolicy: 'open' }, mattermost: {}, telegram: {}, zalo: {} },
  });
  const policies = new Map(accounts.map((a) => [a.channel, a.groups.policy]));
  expect(policies.get('mattermost')).toBe('open');
  expect(policies.get('telegram')).toBe('allowlist');
});

test('the settings of discord and slack are read as the gateway does', () => {
  const [account] = read({
    channels: {
      discord: { dmPolicy: 'open', allowFrom: ['*'], dm: { policy: 'disabled', allowFrom: ['1'] } },
    },
  }).accounts.filter(({ channel }) => channel === 'discord');
  expect(account?.dm.policy).toBe('open');
  expect(account?.dm.allowFrom).toEqual(['*']);
  expect(account?.dmByReference?.policy).toBe('disabled');
  expect(account?.dmByReference?.allowFrom).toEqual(['1']);
});

test('the reference wants a channel switched on by name, the gateway only not switched off', () => {
  const token = { botToken: secret(1) };
  const implicit = read({ channels: { telegram: token } });
  expect([active(implicit), audited(implicit)]).toEqual([['channels.telegram'], []]);
  const off = read({ channels: { telegram: { ...token, enabled: false } } });
  expect([active(off), audited(off)]).toEqual([[], []]);
  const byPlugin = read({
    plugins: { entries: { telegram: { enabled: true } } },
    channels: { telegram: { ...token, enabled: false } },
  });
  expect([active(byPlugin), audited(byPlugin)]).toEqual([[], ['channels.telegram']]);
  const denied = read({
    plugins: { deny: ['Telegram'] },
    channels: { telegram: { ...token, enabled: true } },
  });
  expect([active(denied), audited(denied)]).toEqual([[], []]);
});

test('a telegram token serves one account only', () => {
  const channels = read({
    channels: {
      telegram: {
        enabled: true,
        accounts: { b: { botToken: secret(7) }, a: { botToken: secret(7) } },
      },
    },
  });
  expect(active(channels)).toEqual(['channels.telegram.accounts.a']);
  expect(audited(channels)).toEqual(['channels.telegram.accounts.a']);
});

test('a token file has to be there; the token of the channel is for its default account', () => {
  const missing = read(
    { channels: { telegram: { tokenFile: '~/tok', botToken: secret(1) } } },
    { secretFiles: { status: 'ok', value: [{ path: '/home/mina/tok', state: 'missing' }] } },
  );
  expect(active(missing)).toEqual([]);
  expect(
    active(read({ channels: { discord: { token: secret(1), accounts: { w: {} } } } })),
  ).toEqual([]);
});

test('slack over HTTP is configured, though the reference does not see it', () => {
  const channels = read({
    channels: {
      slack: { enabled: true, mode: 'http', botToken: secret(1), signingSecret: secret(2) },
    },
  });
  expect([active(channels), audited(channels)]).toEqual([['channels.slack'], []]);
});

test('pairing stores of an account count beside the common one', () => {
  const store = (entries: readonly string[], account?: string) => ({
    channel: 'telegram',
    path: `/c/${account}`,
    entries,
    ...(account === undefined ? {} : { account }),
  });
  const { accounts } = read(
    { channels: { telegram: { accounts: { Work: {}, other: {} } } } },
    {
      pairing: {
        status: 'ok',
        value: [store(['1', '*']), store(['2'], 'work'), store(['3'], 'third')],
      },
    },
  );
  const work = accounts.find(({ id }) => id === 'Work');
  expect(work?.paired.map(({ entry }) => entry)).toEqual(['1', '*', '2']);
  expect(work?.pairedByReference.map(({ entry }) => entry)).toEqual(['1']);
});

test('skill commands are exposed where a provider registers them', () => {
  const exposed = (config: ConfigValue) => {
    const { skillCommandsLikelyExposed, skillCommandsExposed } = read(config);
    return [skillCommandsLikelyExposed, skillCommandsExposed];
  };
  const token = secret(1);
  expect(exposed({ channels: { discord: { enabled: true, token } } })).toEqual([true, true]);
  expect(exposed({ channels: { discord: { token } } })).toEqual([false, true]);
  expect(
    exposed({ channels: { telegram: { enabled: true, accounts: { a: { botToken: token } } } } }),
  ).toEqual([true, true]);
  expect(exposed({ channels: { slack: { enabled: true, botToken: token } } })).toEqual([
    false,
    false,
  ]);
  expect(
    exposed({ commands: { nativeSkills: true }, channels: { slack: { botToken: token } } }),
  ).toEqual([true, true]);
  expect(
    exposed({
      channels: { discord: { enabled: true, token, commands: { nativeSkills: false } } },
    }),
  ).toEqual([false, false]);
});

test('what could not be measured is asked for only where it matters', () => {
  const failed = { status: 'failed', reason: 'unreadable' } as const;
  const channels = read({ channels: { telegram: { botToken: secret(1) } } }, { pairing: failed });
  expect(channels.accounts[0]?.active).toBe(true);
  expect(() => channels.accounts[0]?.paired).toThrow('pairing');
});

import { expect, test } from 'vitest';
import { countSenders, isMutableEntry, normalizeSender } from './senders.ts';

test.each([
  ['telegram', ' TG:12 ', '12'],
  ['discord', '<@!456>', '456'],
  ['discord', 'user:9', '9'],
  ['slack', 'slack:U1AB', 'u1ab'],
  ['signal', '+1 (555) 000-1111', '15550001111'],
  ['whatsapp', 'whatsapp:+15550001111', '15550001111'],
  ['googlechat', 'googlechat:users/7', '7'],
  ['nobody-knows', 'User:x', 'x'],
])('%s: %s is the sender %s', (channel, entry, sender) => {
  expect(normalizeSender(channel, entry)).toBe(sender);
});

test('a sender counts once however it is written, a wildcard counts as everyone', () => {
  expect(countSenders('telegram', ['1', 'tg:1', 'telegram:1', ' '])).toBe(1);
  expect(countSenders('telegram', ['1', '2'])).toBe(2);
  expect(countSenders('telegram', ['*'])).toBe(Number.POSITIVE_INFINITY);
});

const STABLE: readonly (readonly [string, string])[] = [
  ['discord', '123'],
  ['discord', '<@!456>'],
  ['discord', 'pk:anything'],
  ['slack', 'U12345678'],
  ['slack', '<@U12345678|bob>'],
  ['slack', 'user:u0a1b2c3d'],
  ['googlechat', 'users/123'],
  ['msteams', 'user:00000000-0000-0000-0000-000000000000'],
  ['mattermost', '@abcdefghijklmnopqrstuvwxyz'],
  ['irc', 'irc:alice!a@example.org'],
  ['telegram', '@bob'],
  ['discord', '*'],
  ['constructor', 'bob'],
];
const MUTABLE: readonly (readonly [string, string])[] = [
  ['discord', 'bob#1234'],
  ['discord', 'discord:'],
  ['discord', 'User:9'],
  ['slack', 'bob'],
  ['slack', 'robertson'],
  ['googlechat', 'gchat:bob@example.com'],
  ['msteams', 'Bob Smith'],
  ['mattermost', 'bob'],
  ['irc', 'alice'],
];

test.each(STABLE)('%s: %s is no name', (channel, entry) => {
  expect(isMutableEntry(channel, entry)).toBe(false);
});
test.each(MUTABLE)('%s: %s is a name', (channel, entry) => {
  expect(isMutableEntry(channel, entry)).toBe(true);
});

test('long entries are read in no time', () => {
  const start = performance.now();
  for (const text of [
    '<@'.repeat(50_000),
    ' '.repeat(100_000),
    '1'.repeat(100_000),
    ':'.repeat(100_000),
  ])
    for (const channel of ['discord', 'slack', 'signal', 'irc', 'googlechat', 'msteams'])
      isMutableEntry(channel, `${text}x`);
  expect(performance.now() - start).toBeLessThan(1000);
});

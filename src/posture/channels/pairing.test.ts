import { expect, test } from 'vitest';
import { pairedByReference, pairedSenders } from './pairing.ts';

const STORES = [
  { channel: 'telegram', path: '/common', entries: ['1', '*'] },
  { channel: 'telegram', account: 'work', path: '/work', entries: ['2', '*'] },
  { channel: 'telegram', account: 'default', path: '/db', entries: ['3'] },
  { channel: 'discord', account: 'work', path: '/other', entries: ['4'] },
];
const entries = (senders: readonly { readonly entry: string }[]) => senders.map((s) => s.entry);

test('an account has the senders of the common store and its own', () => {
  expect(entries(pairedSenders(STORES, 'telegram', 'work'))).toEqual(['1', '*', '2', '*']);
});

test('the reference reads the common file, or the rows of the account, and drops wildcards', () => {
  expect(entries(pairedByReference(STORES, 'telegram', undefined))).toEqual(['1']);
  expect(entries(pairedByReference(STORES, 'telegram', 'Work'))).toEqual(['1', '2']);
  expect(entries(pairedByReference(STORES, 'telegram', 'default'))).toEqual(['1', '3']);
});

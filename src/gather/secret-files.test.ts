import { expect, test } from 'vitest';
import { measured } from '../../test/support/gathered.ts';
import { snapshotOf } from '../../test/support/scenario.ts';

test('secret files are known by state and never by content', async () => {
  const snapshot = await snapshotOf({
    config: `{ channels: { telegram: { tokenFile: '~/token', accounts: { b: { tokenFile: '/nowhere/at-all' } } },
      irc: { nickserv: { passwordFile: '~/blank' }, passwordFile: '~' }, line: { secretFile: 7 } } }`,
    files: [
      { path: 'token', content: 'very-private-value\n' },
      { path: 'blank', content: ' \n' },
    ],
  });
  expect(
    measured(snapshot.secretFiles).map(({ state, secret }) => [state, secret?.$secret.length]),
  ).toEqual([
    ['present', 18],
    ['missing', undefined],
    ['blank', undefined],
    ['unreadable', undefined],
  ]);
  expect(JSON.stringify(snapshot)).not.toContain('very-private-value');
});

test('WhatsApp accounts are linked when their credentials are there', async () => {
  const { linkedAccounts } = await snapshotOf({
    config: `{ channels: { whatsapp: { accounts: { own: { authDir: '~/wa' } } } } }`,
    files: [
      { path: '.openclaw/credentials/whatsapp/work/creds.json', content: '{}' },
      { path: '.openclaw/credentials/whatsapp/empty/other.json', content: '{}' },
      { path: '.openclaw/credentials/creds.json', content: '{}' },
      { path: 'wa/creds.json', content: '{}' },
    ],
  });
  expect(linkedAccounts).toEqual({ status: 'ok', value: ['default', 'own', 'work'] });
});

import { expect, test } from 'vitest';
import { waysToWrite } from '../../../test/support/written-paths.ts';
import { sourceAt } from '../knowledge/paths.ts';
import { namesPrivateFile } from './private-files.ts';

const PATHS = [
  '.bitcoin/wallet.dat',
  '.ethereum/keystore/utc--2020',
  'Exodus/exodus.wallet',
  '.electrum/wallets',
  '.config/solana/id.json',
  'nkbihfbeogaeaoehlefnkodbefgpgknn/000003.log',
  'MetaMask/vault',
  'Default/Login Data',
  'Default/Cookies',
  'cookies.sqlite',
  'Local State',
  'Web Data',
  'logins.json',
  'key4.db',
  'Local Extension Settings',
  'Google/Chrome/Default',
  '.config/google-chrome/Default',
  '.config/chromium/Default',
  'BraveSoftware/Brave-Browser',
  'Mozilla/Firefox/Profiles',
  'Microsoft/Edge/User Data',
  'Opera Software/Opera Stable',
  'Cookies/Cookies.binarycookies',
  'Library/Keychains/login.keychain-db',
  '.gnupg/private-keys-v1.d',
  '.password-store/mail.gpg',
  'passwords.kdbx',
  '.local/share/keyrings/login.keyring',
  'gnome-keyring/control',
  '.ssh/id_rsa',
  'id_ed25519',
  '.aws/credentials',
  '.netrc',
  '.npmrc',
  '.pypirc',
  '.git-credentials',
  '.pgpass',
  '.my.cnf',
  '.htpasswd',
  '.vault-token',
  '.kube/config',
  '.docker/config.json',
  '.azure/accessTokens.json',
  'gcloud/credentials.db',
  'application_default_credentials.json',
  'gh/hosts.yml',
  'etc/shadow',
  'etc/passwd',
  '.bash_history',
  'SOUL.md',
  'MEMORY.md',
  'USER.md',
  'CLAUDE.md',
  'agents/main/sessions/a.jsonl',
  '.openclaw/.env',
  '.clawdbot/clawdbot.json',
  'auth-profiles.json',
  'openclaw.json',
  'openclaw.sqlite',
  '.claude/settings.json',
  '.codex/auth.json',
];

test.each(PATHS)('%s is seen, however its path is put together', (path) => {
  expect(sourceAt(`/${path}`)).not.toBe('file');
  const divided = path.split('/').map((part) => `'${part}'`);
  const python = [`f"{home}/${path}"`, `Path.home() / ${divided.join(' / ')}`];
  for (const written of [...waysToWrite(path), ...python])
    expect(namesPrivateFile(`read(${written})`), written).toBe(true);
});

test('words that only look like one name none', () => {
  for (const text of ['const wallet = connect();', 'cookies.set(a)', 'user.edge', 'x.chrome = 1'])
    expect(namesPrivateFile(text), text).toBe(false);
});

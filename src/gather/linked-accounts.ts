import { join } from 'node:path';
import { type Collecting, entriesOf } from './collect.ts';
import { finalKind, inspect } from './fact.ts';
import type { Part } from './part.ts';
import { pathOf, type Settings } from './settings.ts';

const PART = 'linkedAccounts';
const MAX_ACCOUNTS = 1000;
const CREDENTIALS = 'creds.json';

/** WhatsApp accounts that are linked: their credentials are on disk. */
export function gatherLinkedAccounts(run: Collecting, settings: Settings): Part<readonly string[]> {
  const { credentialsDir } = run.target;
  const dir = join(credentialsDir, 'whatsapp');
  const linked = new Set<string>();
  const check = (account: string, folder: string) => {
    const seen = inspect(join(folder, CREDENTIALS));
    if (seen.status === 'ok' && finalKind(seen.fact) === 'file') linked.add(account);
  };
  for (const { name } of entriesOf(run, PART, dir, MAX_ACCOUNTS)) check(name, join(dir, name));
  // Where the only account was kept before there could be several.
  check('default', credentialsDir);
  const accounts = settings.keys('channels', 'whatsapp', 'accounts').slice(0, MAX_ACCOUNTS);
  for (const account of accounts) {
    const own = settings.text('channels', 'whatsapp', 'accounts', account, 'authDir');
    if (own !== undefined) check(account, pathOf(own, run.target));
  }
  return { status: 'ok', value: [...linked].sort() };
}

import type { Route } from '../../document/route.ts';
import { child } from '../config.ts';
import type { ChannelAccount } from './account.ts';

/** Accounts of Synology Chat that receive each other's calls, or would. */
export interface SharedWebhook {
  readonly account: ChannelAccount;
  readonly route: Route;
  /** The path or address that is shared. */
  readonly value: string;
}

const DEFAULT_PATH = '/webhook/synology';

const textOf = (value: unknown) =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

/** Named accounts without a path of their own: where there are several, they share that of the channel. */
export function inheritedPaths(accounts: readonly ChannelAccount[]): readonly SharedWebhook[] {
  return accounts.filter(inheritsPath).map((account) => ({
    account,
    route: [...account.route, 'webhookPath'],
    value: pathOf(account),
  }));
}

function inheritsPath(account: ChannelAccount): boolean {
  return (
    account.several &&
    account.id !== 'default' &&
    textOf(child(account.entry, 'webhookPath')) === undefined &&
    account.get('dangerouslyAllowInheritedWebhookPath') !== true
  );
}

const pathOf = (account: ChannelAccount) => textOf(account.get('webhookPath')) ?? DEFAULT_PATH;

/** Accounts whose path another account has too; those that merely inherit theirs are left out. */
export function repeatedPaths(accounts: readonly ChannelAccount[]): readonly SharedWebhook[] {
  const own = accounts.filter((account) => !inheritsPath(account));
  return repeated(own, 'webhookPath', pathOf);
}

/** Accounts whose public address another account has too. */
export function repeatedUrls(accounts: readonly ChannelAccount[]): readonly SharedWebhook[] {
  return repeated(accounts, 'webhookUrl', (account) => textOf(account.get('webhookUrl')));
}

function repeated(
  accounts: readonly ChannelAccount[],
  key: string,
  read: (account: ChannelAccount) => string | undefined,
): readonly SharedWebhook[] {
  const all = accounts.flatMap((account) => {
    const value = read(account);
    return value === undefined ? [] : [{ account, route: account.routeOf(key), value }];
  });
  return all.filter(({ value }) => all.filter((other) => other.value === value).length > 1);
}

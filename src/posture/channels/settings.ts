import type { Generation } from '../../config/known-releases.ts';
import { isSecret } from '../../config/secret.ts';
import type { ConfigValue } from '../../config/tree.ts';
import { formatRoute, type Route } from '../../document/route.ts';
import { type ConfigObject, type ConfigView, child, isObject } from '../config.ts';
import { type ChannelTraits, traitsIn } from './catalog.ts';

/** The settings of one channel account: its own entry over those of the channel. */
export interface AccountSettings {
  readonly channel: string;
  readonly id: string;
  /** How its release reads the channel. */
  readonly traits: ChannelTraits;
  /** Whether the channel has more accounts than this. */
  readonly several: boolean;
  /** Whether it is the one that is meant where none is named. */
  readonly first: boolean;
  /** Whether the config has a section for the channel. */
  readonly section: ConfigObject | undefined;
  /** The entry below `accounts`; undefined when the channel's own settings are all there is. */
  readonly entry: ConfigObject | undefined;
  /** Where the account's own settings are, or belong. */
  readonly route: Route;
  /** The same as people write it: `channels.telegram.accounts.work`. */
  readonly label: string;
  readonly enabled: boolean;
  /** The value that counts: the first step is looked up in the entry, then in the channel. */
  get(first: string, ...rest: Route): ConfigValue | undefined;
  /** Where that value is written; where it belongs when it is not. */
  routeOf(first: string, ...rest: Route): Route;
}

const DEFAULT = 'default';

function accountIds(config: ConfigView, channel: string): readonly string[] {
  // Teams knows one account only, whatever is written below `accounts`.
  if (channel === 'msteams') return [DEFAULT];
  const ids = config.keys('channels', channel, 'accounts').filter((id) => id.trim());
  return ids.length > 0 ? ids.sort((a, b) => a.localeCompare(b, 'en')) : [DEFAULT];
}

function descend(value: ConfigValue | undefined, rest: Route): ConfigValue | undefined {
  let found = value;
  for (const step of rest) found = child(found, step);
  return found;
}

function readAccount(
  config: ConfigView,
  traits: ChannelTraits,
  channel: string,
  id: string,
  several: boolean,
  first: boolean,
) {
  const section = config.object('channels', channel);
  const written = channel === 'msteams' ? undefined : child(child(section, 'accounts'), id);
  const entry = written === undefined ? undefined : isObject(written) ? written : {};
  const base: Route = ['channels', channel];
  const route = entry ? [...base, 'accounts', id] : base;
  const owns = (key: string) => child(entry, key) !== undefined;
  const account: AccountSettings = {
    channel,
    id,
    traits,
    several,
    first,
    section,
    entry,
    route,
    label: formatRoute(route),
    enabled: child(section, 'enabled') !== false && child(entry, 'enabled') !== false,
    get: (first, ...rest) => descend(child(owns(first) ? entry : section, first), rest),
    routeOf: (first, ...rest) => {
      const inherited = !owns(first) && child(section, first) !== undefined;
      return [...(inherited ? base : route), first, ...rest];
    },
  };
  return account;
}

/** The accounts of a channel: the default one, then all in alphabetical order. */
export function readAccounts(
  config: ConfigView,
  generation: Generation,
  channel: string,
): readonly AccountSettings[] {
  const traits = traitsIn(generation, channel);
  const ids = accountIds(config, channel);
  const chosen = config.trimmed('channels', channel, 'defaultAccount');
  const first = [chosen, DEFAULT].find((id) => id !== undefined && ids.includes(id)) ?? ids[0];
  const ordered = [...new Set([...(first === undefined ? [] : [first]), ...ids])];
  return ordered.map((id) =>
    readAccount(config, traits, channel, id, ordered.length > 1, id === first),
  );
}

/** Whether a value is text or a secret that is not blank. */
export function isFilled(value: ConfigValue | undefined): boolean {
  if (isSecret(value)) return value.$secret.length > 0 || value.$secret.kind === 'ref';
  return typeof value === 'string' && value.trim() !== '';
}

import type { ChannelAccount } from './channels/account.ts';
import { orderChannels } from './channels/catalog.ts';
import { type Surroundings, telegramToken } from './channels/configured.ts';
import { readSwitches, type Switches } from './channels/registered.ts';
import { ResolvedAccount, type Shared } from './channels/resolved-account.ts';
import { type AccountSettings, readAccounts } from './channels/settings.ts';
import { areSkillCommandsExposed } from './channels/skill-commands.ts';
import { need } from './missing.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** The chat channels: whose messages reach an agent. */
export interface Channels {
  /**
   * Every account of every channel in OpenClaw's order, switched off ones included. A core channel
   * without a section has one too: its token may be in the environment.
   */
  readonly accounts: readonly ChannelAccount[];
  /** Commands are only taken from people who are listed. */
  readonly accessGroups: boolean;
  /** Skills can be called as chat commands: as OpenClaw's audit decides with its plugins loaded. */
  readonly skillCommandsLikelyExposed: boolean;
  /** The same as it is: a channel with a token runs unless it is switched off. */
  readonly skillCommandsExposed: boolean;
}

type Parts = Pick<Posture, 'config' | 'env' | 'snapshot'>;

function surroundingsOf({ env, snapshot }: Parts): Surroundings {
  const { home } = snapshot.target;
  const expand = (written: string) =>
    written.startsWith('~/') ? `${home}${written.slice(1)}` : written;
  return {
    env,
    secretFile: (written) =>
      need(snapshot.secretFiles, 'secretFiles', []).find(
        ({ path }) => path === written || path === expand(written),
      ),
    linked: () => need(snapshot.linkedAccounts, 'linkedAccounts', []),
  };
}

/** Telegram hands updates to one connection only: the first account with a token keeps it. */
function findRepeatedTokens(
  siblings: readonly AccountSettings[],
  around: Surroundings,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const account of [...siblings].sort((a, b) => a.id.localeCompare(b.id, 'en'))) {
    const token = account.channel === 'telegram' ? telegramToken(account, around) : undefined;
    if (token === undefined) continue;
    if (seen.has(token)) repeated.add(account.id);
    seen.add(token);
  }
  return repeated;
}

function channelNames({ config }: Parts, switches: Switches): readonly string[] {
  const written = config.keys('channels').filter((name) => config.object('channels', name));
  const switchedOn = config.keys('plugins', 'entries').filter(switches.isRegistered);
  return orderChannels([...written, ...switchedOn]);
}

function resolveAccounts(parts: Parts, switches: Switches): readonly ChannelAccount[] {
  const around = surroundingsOf(parts);
  const accounts: ChannelAccount[] = [];
  for (const channel of channelNames(parts, switches)) {
    const siblings = readAccounts(parts.config, generationOf(parts.snapshot), channel);
    const shared: Shared = {
      around,
      registered: switches.isRegistered(channel),
      blocked: switches.isBlocked(channel),
      repeated: once(() => findRepeatedTokens(siblings, around)),
    };
    for (const settings of siblings)
      accounts.push(new ResolvedAccount(parts, shared, settings, accounts.length));
  }
  return accounts;
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

export function resolveChannels(parts: Parts): Channels {
  const { config } = parts;
  const switches = readSwitches(config);
  const isOn = (channel: string) =>
    !switches.isBlocked(channel) && config.boolean('channels', channel, 'enabled') !== false;
  return {
    accounts: resolveAccounts(parts, switches),
    // Later releases cannot be told otherwise.
    accessGroups:
      generationOf(parts.snapshot) !== '2026.2' ||
      config.boolean('commands', 'useAccessGroups') !== false,
    skillCommandsLikelyExposed: areSkillCommandsExposed(parts, switches.isRegistered),
    skillCommandsExposed: areSkillCommandsExposed(parts, isOn),
  };
}

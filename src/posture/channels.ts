import type { ChannelAccount } from './channels/account.ts';
import { orderChannels } from './channels/catalog.ts';
import { isNativeByDefault, isNativeOn } from './channels/commands.ts';
import {
  isConfigured,
  isConfiguredByReference,
  type Surroundings,
  telegramToken,
} from './channels/configured.ts';
import { inertEntries } from './channels/mutable.ts';
import { pairedByReference, pairedSenders } from './channels/pairing.ts';
import { resolveDm, resolveDmByReference, resolveGroups } from './channels/policies.ts';
import { readSwitches, type Switches } from './channels/registered.ts';
import { type AccountSettings, readAccounts } from './channels/settings.ts';
import { areSkillCommandsExposed } from './channels/skill-commands.ts';
import { laterWarningsOf, warningsOf } from './channels/warnings.ts';
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

/** What the accounts of one channel have in common. */
interface Shared {
  readonly around: Surroundings;
  readonly registered: boolean;
  readonly blocked: boolean;
  /** Ids of accounts that come too late with their token. */
  repeated(): ReadonlySet<string>;
}

/** A class, since objects with getters of their own cost one by one to make, and there are many. */
class ResolvedAccount implements ChannelAccount {
  readonly channel: string;
  readonly id: string;
  readonly several: boolean;
  readonly section: ChannelAccount['section'];
  readonly entry: ChannelAccount['entry'];
  readonly route: ChannelAccount['route'];
  readonly label: string;
  readonly enabled: boolean;
  readonly traits: ChannelAccount['traits'];
  readonly first: ChannelAccount['first'];
  readonly get: ChannelAccount['get'];
  readonly routeOf: ChannelAccount['routeOf'];
  readonly index: number;
  readonly #parts: Parts;
  readonly #shared: Shared;

  constructor(parts: Parts, shared: Shared, settings: AccountSettings, index: number) {
    this.channel = settings.channel;
    this.id = settings.id;
    this.several = settings.several;
    this.section = settings.section;
    this.entry = settings.entry;
    this.route = settings.route;
    this.label = settings.label;
    this.enabled = settings.enabled;
    this.traits = settings.traits;
    this.first = settings.first;
    this.get = settings.get;
    this.routeOf = settings.routeOf;
    this.index = index;
    this.#parts = parts;
    this.#shared = shared;
  }

  get #later() {
    return generationOf(this.#parts.snapshot) !== '2026.2';
  }
  get #webOff() {
    const { config } = this.#parts;
    return (
      !this.#later && this.channel === 'whatsapp' && config.boolean('web', 'enabled') === false
    );
  }
  get audited() {
    // Later releases look at what runs, where the package of the channel is installed.
    if (this.#later) return this.active;
    const { registered, around, repeated } = this.#shared;
    const switchedOff = this.channel === 'whatsapp' && (!this.enabled || this.#webOff);
    return (
      registered &&
      !switchedOff &&
      isConfiguredByReference(this, around) &&
      !repeated().has(this.id)
    );
  }
  get active() {
    const { blocked, around, repeated } = this.#shared;
    return (
      this.enabled &&
      !this.#webOff &&
      !blocked &&
      isConfigured(this, around) &&
      !repeated().has(this.id)
    );
  }
  get dm() {
    return resolveDm(this, this.#parts.env);
  }
  get dmByReference() {
    return resolveDmByReference(this, this.#parts.env);
  }
  get groups() {
    return resolveGroups(this.#parts.config, this);
  }
  get paired() {
    return pairedSenders(this.#stores(), this.channel, this.id);
  }
  get pairedByReference() {
    const inDatabase = this.#parts.snapshot.stateDatabase.status === 'ok';
    return pairedByReference(this.#stores(), this.channel, inDatabase ? this.id : undefined);
  }
  get matchesNames() {
    return this.get('dangerouslyAllowNameMatching') === true;
  }
  get nativeCommands() {
    return this.#isNative('native');
  }
  get nativeSkills() {
    return this.#isNative('nativeSkills');
  }
  get inert(): ChannelAccount['inert'] {
    return this.#later ? inertEntries(this, this.dm) : [];
  }
  get warnings(): ChannelAccount['warnings'] {
    return this.#later ? laterWarningsOf(this, this.#parts.env) : warningsOf(this, this.#parts.env);
  }

  #stores() {
    return need(this.#parts.snapshot.pairing, 'pairing', []);
  }
  #isNative(key: 'native' | 'nativeSkills') {
    const written = this.get('commands', key);
    return isNativeOn(this.#parts.config, key, written, isNativeByDefault(this.channel));
  }
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

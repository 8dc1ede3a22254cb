import { need } from '../missing.ts';
import type { Posture } from '../posture.ts';
import { generationOf } from '../release.ts';
import type { ChannelAccount } from './account.ts';
import { isNativeByDefault, isNativeOn } from './commands.ts';
import { isConfigured, isConfiguredByReference, type Surroundings } from './configured.ts';
import { inertEntries } from './mutable.ts';
import { pairedByReference, pairedSenders } from './pairing.ts';
import { resolveDm, resolveDmByReference, resolveGroups } from './policies.ts';
import type { AccountSettings } from './settings.ts';
import { laterWarningsOf, warningsOf } from './warnings.ts';

type Parts = Pick<Posture, 'config' | 'env' | 'snapshot'>;

/** What the accounts of one channel have in common. */
export interface Shared {
  readonly around: Surroundings;
  readonly registered: boolean;
  readonly blocked: boolean;
  /** Ids of accounts that come too late with their token. */
  repeated(): ReadonlySet<string>;
}

/** A class, since objects with getters of their own cost one by one to make, and there are many. */
export class ResolvedAccount implements ChannelAccount {
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

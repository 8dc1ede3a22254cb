import { CORE_CHANNELS } from '../../config/known-channels.ts';
import type { Generation } from '../../config/known-releases.ts';

/** Where a channel keeps who may write to it directly. */
export type DmKeys =
  /** `dmPolicy` and `allowFrom`. */
  | 'flat'
  /** `dm.policy` and `dm.allowFrom`. */
  | 'nested'
  /** `dmPolicy` and `allowFrom`, else `dm.policy` and `dm.allowFrom`. */
  | 'either'
  /** `dmPolicy` and `allowedUserIds`. */
  | 'user_ids'
  | 'none';

/** How the settings of one channel are read. */
export interface ChannelTraits {
  readonly dm: DmKeys;
  /** What OpenClaw's own audit looks at. */
  readonly auditedDm: DmKeys;
  readonly dmDefault: string;
  /** Keys that every entry of `accounts` gets its own default for instead of inheriting them. */
  readonly ownDefaults: readonly string[];
  /** `groupPolicy` when nothing is written; `schema` when `channels.defaults` has no say either. */
  readonly groupDefault: 'schema' | 'allowlist' | 'open' | 'own';
  /** Prefixes that may stand before a sender in a list. */
  readonly prefixes: readonly string[];
  /** Whether the senders are phone numbers. */
  readonly phone?: true;
  /** Whether the list for direct messages is judged also where nobody in a group reaches the agent. */
  readonly directLists?: true;
  /** False when OpenClaw's audit could never load the channel, or never finds it configured. */
  readonly audited: boolean;
}

const FLAT = { dm: 'flat', auditedDm: 'flat', dmDefault: 'pairing', audited: true } as const;
const CORE_FLAT = {
  ...FLAT,
  ownDefaults: ['dmPolicy', 'groupPolicy'],
  groupDefault: 'schema',
} as const;
const PLUGIN_FLAT = { ...FLAT, ownDefaults: [], groupDefault: 'allowlist' } as const;
const UNKNOWN: ChannelTraits = {
  ...FLAT,
  dm: 'either',
  auditedDm: 'none',
  ownDefaults: [],
  groupDefault: 'own',
  prefixes: ['user:'],
  audited: false,
};

const TRAITS: { readonly [channel: string]: ChannelTraits } = {
  telegram: { ...CORE_FLAT, prefixes: ['telegram:', 'tg:'] },
  whatsapp: { ...CORE_FLAT, prefixes: ['whatsapp:'], phone: true },
  discord: {
    ...FLAT,
    dm: 'either',
    auditedDm: 'nested',
    ownDefaults: ['groupPolicy'],
    groupDefault: 'schema',
    prefixes: ['discord:', 'user:'],
  },
  irc: { ...CORE_FLAT, prefixes: ['irc:', 'user:'] },
  googlechat: {
    ...FLAT,
    dm: 'nested',
    auditedDm: 'nested',
    ownDefaults: ['groupPolicy'],
    groupDefault: 'schema',
    prefixes: ['googlechat:', 'google-chat:', 'gchat:', 'users/'],
  },
  slack: {
    ...FLAT,
    dm: 'either',
    auditedDm: 'nested',
    ownDefaults: [],
    groupDefault: 'schema',
    prefixes: ['slack:', 'user:'],
  },
  signal: { ...CORE_FLAT, prefixes: ['signal:'], phone: true },
  imessage: { ...CORE_FLAT, prefixes: ['imessage:', 'sms:', 'auto:'], phone: true },
  bluebubbles: { ...CORE_FLAT, prefixes: ['bluebubbles:'], phone: true },
  msteams: {
    ...FLAT,
    auditedDm: 'none',
    ownDefaults: [],
    groupDefault: 'schema',
    prefixes: ['msteams:', 'user:'],
  },
  mattermost: { ...PLUGIN_FLAT, prefixes: ['mattermost:', 'user:', '@'] },
  line: { ...PLUGIN_FLAT, prefixes: ['line:', 'user:'] },
  'nextcloud-talk': { ...PLUGIN_FLAT, prefixes: ['nextcloud-talk:', 'nc-talk:', 'nc:'] },
  feishu: { ...PLUGIN_FLAT, auditedDm: 'none', prefixes: ['feishu:', 'lark:', 'user:'] },
  zalo: { ...PLUGIN_FLAT, groupDefault: 'open', prefixes: ['zalo:', 'zl:'] },
  'synology-chat': {
    ...FLAT,
    dm: 'user_ids',
    auditedDm: 'user_ids',
    dmDefault: 'allowlist',
    ownDefaults: [],
    groupDefault: 'own',
    prefixes: ['synology-chat:'],
  },
  matrix: {
    ...PLUGIN_FLAT,
    dm: 'nested',
    auditedDm: 'nested',
    prefixes: ['matrix:', 'user:'],
    audited: false,
  },
  zalouser: { ...PLUGIN_FLAT, groupDefault: 'own', prefixes: ['zalouser:'], audited: false },
  nostr: { ...PLUGIN_FLAT, groupDefault: 'own', prefixes: ['nostr:'], audited: false },
};

/** What is known of a channel; something cautious for a channel of a plugin nobody here knows. */
export function traitsOf(channel: string): ChannelTraits {
  return (Object.hasOwn(TRAITS, channel) ? TRAITS[channel] : undefined) ?? UNKNOWN;
}

/** What later releases read in another way, channel by channel. */
const LATER: { readonly [channel: string]: Partial<ChannelTraits> } = {
  telegram: { groupDefault: 'schema', directLists: true },
  discord: { auditedDm: 'either', groupDefault: 'open' },
  slack: { auditedDm: 'either', groupDefault: 'open' },
};

/** The same in the words of one generation of releases. */
export function traitsIn(generation: Generation, channel: string): ChannelTraits {
  const traits = traitsOf(channel);
  if (generation === '2026.2') return traits;
  // Accounts inherit everything, and direct messages may be written flat in every channel.
  const flat = (keys: DmKeys) => (keys === 'nested' ? 'either' : keys);
  return {
    ...traits,
    dm: flat(traits.dm),
    auditedDm: flat(traits.auditedDm),
    ownDefaults: [],
    groupDefault: traits.groupDefault === 'schema' ? 'allowlist' : traits.groupDefault,
    ...(Object.hasOwn(LATER, channel) ? LATER[channel] : {}),
  };
}

/** Whether the channel is part of OpenClaw itself, not of a plugin. */
export function isCoreChannel(channel: string): boolean {
  return CORE_CHANNELS.some((core) => core === channel);
}

/** The core channels in OpenClaw's order, then the others by name. */
export function orderChannels(names: Iterable<string>): readonly string[] {
  const others = new Set<string>();
  for (const name of names)
    if (name !== 'defaults' && name !== 'modelByChannel' && !isCoreChannel(name)) others.add(name);
  return [...CORE_CHANNELS, ...[...others].sort()];
}

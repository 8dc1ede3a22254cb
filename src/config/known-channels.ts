import type { Generation } from './known-releases.ts';

/** Channels that OpenClaw 2026.2 knows without any plugin, in its order. */
export const CORE_CHANNELS: readonly string[] = [
  'telegram',
  'whatsapp',
  'discord',
  'irc',
  'googlechat',
  'slack',
  'signal',
  'imessage',
];

/** Channels that come as plugins of OpenClaw itself. */
const PLUGIN_CHANNELS: readonly string[] = [
  'bluebubbles',
  'msteams',
  'mattermost',
  'line',
  'matrix',
  'nextcloud-talk',
  'feishu',
  'zalo',
  'zalouser',
  'nostr',
  'tlon',
  'twitch',
  'synology-chat',
];

/** Channels that only came after 2026.2. */
const LATER_CHANNELS: readonly string[] = [
  'a2a',
  'buzz',
  'clickclack',
  'qa-channel',
  'raft',
  'reef',
  'sms',
];

/** The channels of every release. */
export const ALL_CHANNELS: ReadonlySet<string> = new Set([
  ...CORE_CHANNELS,
  ...PLUGIN_CHANNELS,
  ...LATER_CHANNELS,
]);
const IN_2026_2: ReadonlySet<string> = new Set([...CORE_CHANNELS, ...PLUGIN_CHANNELS]);

export function knownChannels(generation: Generation): ReadonlySet<string> {
  return generation === '2026.2' ? IN_2026_2 : ALL_CHANNELS;
}

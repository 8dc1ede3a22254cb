/** Channels that OpenClaw 2026.2 knows without any plugin. */
const BUILT_IN_CHANNELS: readonly string[] = [
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

export const KNOWN_CHANNELS: ReadonlySet<string> = new Set([
  ...BUILT_IN_CHANNELS,
  ...PLUGIN_CHANNELS,
]);

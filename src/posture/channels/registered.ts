import type { ConfigView } from '../config.ts';
import { isCoreChannel, traitsOf } from './catalog.ts';

/** Which channels run at all, seen from the settings of plugins. */
export interface Switches {
  /** The gateway refuses to run the channel, however it is configured. */
  isBlocked(channel: string): boolean;
  /** OpenClaw's audit sees the channel: it must be switched on by name. */
  isRegistered(channel: string): boolean;
}

export function readSwitches(config: ConfigView): Switches {
  const names = (key: 'allow' | 'deny') =>
    new Set(config.strings('plugins', key).map((name) => name.toLowerCase()));
  const allow = names('allow');
  const deny = names('deny');
  const noPlugins = config.boolean('plugins', 'enabled') === false;
  const entry = (channel: string) => config.boolean('plugins', 'entries', channel, 'enabled');
  const isBlocked = (channel: string) =>
    noPlugins || entry(channel) === false || deny.has(channel.toLowerCase());
  return {
    isBlocked,
    isRegistered: (channel) => {
      if (!traitsOf(channel).audited || isBlocked(channel)) return false;
      if (allow.size > 0 && !allow.has(channel.toLowerCase())) return false;
      const byName = isCoreChannel(channel) && config.boolean('channels', channel, 'enabled');
      return entry(channel) === true || byName === true;
    },
  };
}

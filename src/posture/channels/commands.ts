import type { ConfigValue } from '../../config/tree.ts';
import type { ConfigView } from '../config.ts';

export type NativeSetting = 'native' | 'nativeSkills';

/** Whether a channel registers commands with its provider when nothing says so: `auto`. */
export const isNativeByDefault = (channel: string) =>
  channel === 'discord' || channel === 'telegram';

/** `commands.native` or `commands.nativeSkills` of a channel, else the general one. */
export function isNativeOn(
  config: ConfigView,
  setting: NativeSetting,
  written: ConfigValue | undefined,
  auto: boolean,
): boolean {
  const value = written ?? config.get('commands', setting);
  return typeof value === 'boolean' ? value : auto;
}

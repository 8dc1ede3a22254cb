import type { ConfigValue } from '../../config/tree.ts';
import { child, isObject } from '../config.ts';
import type { Posture } from '../posture.ts';
import { isNativeByDefault, isNativeOn } from './commands.ts';
import { isFilled } from './settings.ts';

const TOKENS: readonly {
  readonly channel: string;
  readonly keys: readonly string[];
  readonly env: readonly string[];
}[] = [
  { channel: 'discord', keys: ['token'], env: ['DISCORD_BOT_TOKEN'] },
  { channel: 'telegram', keys: ['botToken', 'tokenFile'], env: ['TELEGRAM_BOT_TOKEN'] },
  {
    channel: 'slack',
    keys: ['botToken', 'appToken'],
    env: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  },
];

function scopesOf(section: ConfigValue | undefined): readonly (ConfigValue | undefined)[] {
  const accounts = child(section, 'accounts');
  return [section, ...(isObject(accounts) ? Object.values(accounts) : [])];
}

/**
 * Whether skills can be called as commands of a chat provider. Judged by the channel as a whole;
 * `runs` says which channels `auto` applies to.
 */
export function areSkillCommandsExposed(
  { config, env }: Pick<Posture, 'config' | 'env'>,
  runs: (channel: string) => boolean,
): boolean {
  return TOKENS.some(({ channel, keys, env: names }) => {
    const section = config.get('channels', channel);
    const hasToken =
      scopesOf(section).some((scope) => keys.some((key) => isFilled(child(scope, key)))) ||
      names.some((name) => env.secret(name) !== undefined);
    const written = config.get('channels', channel, 'commands', 'nativeSkills');
    const auto = isNativeByDefault(channel) && runs(channel);
    return hasToken && isNativeOn(config, 'nativeSkills', written, auto);
  });
}

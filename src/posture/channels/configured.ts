import { isSecret } from '../../config/secret.ts';
import type { ConfigValue } from '../../config/tree.ts';
import type { SecretFile } from '../../gather/snapshot.ts';
import { child } from '../config.ts';
import type { EnvView } from '../env.ts';
import { type AccountSettings, isFilled } from './settings.ts';

/** What lies outside the config and decides whether an account can connect. */
export interface Surroundings {
  readonly env: EnvView;
  /** The file a setting names; undefined when nobody looked at it. */
  secretFile(path: string): SecretFile | undefined;
  /** WhatsApp accounts whose credentials are on disk. */
  linked(): readonly string[];
}

type Test = (account: AccountSettings, around: Surroundings) => boolean;

const inEnv = (env: EnvView, name: string) =>
  env.secret(name) !== undefined || env.text(name) !== undefined;
const isDefault = (account: AccountSettings) => account.id === 'default';

/** A setting, its file variant, or for the default account a variable of the environment. */
function has(key: string, names: { readonly env?: string; readonly file?: string } = {}): Test {
  return (account, around) => {
    if (isFilled(account.get(key))) return true;
    const file = names.file === undefined ? undefined : account.get(names.file);
    if (typeof file === 'string' && file.trim() && isPresent(file, around)) return true;
    return names.env !== undefined && isDefault(account) && inEnv(around.env, names.env);
  };
}
const isPresent = (file: string, { secretFile }: Surroundings) =>
  (secretFile(file.trim())?.state ?? 'present') === 'present';
const isWritten =
  (...keys: readonly string[]): Test =>
  (account) =>
    keys.some((key) => (account.get(key) ?? '') !== '');
const all =
  (...tests: readonly Test[]): Test =>
  (account, around) =>
    tests.every((test) => test(account, around));
const any =
  (...tests: readonly Test[]): Test =>
  (account, around) =>
    tests.some((test) => test(account, around));
const hasSection: Test = (account) => account.section !== undefined;

const slackSocket = all(
  has('botToken', { env: 'SLACK_BOT_TOKEN' }),
  has('appToken', { env: 'SLACK_APP_TOKEN' }),
);
const slackHttp = all(
  (account) => account.get('mode') === 'http',
  has('botToken', { env: 'SLACK_BOT_TOKEN' }),
  has('signingSecret'),
);
const discord: Test = (account, { env }) =>
  isFilled(child(account.entry, 'token')) ||
  (isDefault(account) &&
    (isFilled(child(account.section, 'token')) || inEnv(env, 'DISCORD_BOT_TOKEN')));

/** What OpenClaw's audit takes for a configured account. */
const TESTS: { readonly [channel: string]: Test } = {
  discord,
  slack: slackSocket,
  telegram: (account, around) => telegramToken(account, around) !== undefined,
  whatsapp: (account, { linked }) => linked().includes(account.id),
  signal: isWritten('account', 'httpUrl', 'httpHost', 'httpPort', 'cliPath', 'autoStart'),
  imessage: hasSection,
  irc: all(has('host', { env: 'IRC_HOST' }), has('nick', { env: 'IRC_NICK' })),
  googlechat: any(
    (account) => (account.get('serviceAccount') ?? '') !== '',
    isWritten('serviceAccountRef'),
    isWritten('serviceAccountFile'),
    (account, { env }) =>
      isDefault(account) &&
      (inEnv(env, 'GOOGLE_CHAT_SERVICE_ACCOUNT') || inEnv(env, 'GOOGLE_CHAT_SERVICE_ACCOUNT_FILE')),
  ),
  msteams: all(
    has('appId', { env: 'MSTEAMS_APP_ID' }),
    has('appPassword', { env: 'MSTEAMS_APP_PASSWORD' }),
    has('tenantId', { env: 'MSTEAMS_TENANT_ID' }),
  ),
  mattermost: all(
    has('botToken', { env: 'MATTERMOST_BOT_TOKEN' }),
    has('baseUrl', { env: 'MATTERMOST_URL' }),
  ),
  line: all(
    has('channelAccessToken', { env: 'LINE_CHANNEL_ACCESS_TOKEN', file: 'tokenFile' }),
    has('channelSecret', { env: 'LINE_CHANNEL_SECRET', file: 'secretFile' }),
  ),
  zalo: has('botToken', { env: 'ZALO_BOT_TOKEN', file: 'tokenFile' }),
  'nextcloud-talk': all(
    has('botSecret', { env: 'NEXTCLOUD_TALK_BOT_SECRET', file: 'botSecretFile' }),
    has('baseUrl'),
  ),
  bluebubbles: all(has('serverUrl'), has('password')),
  feishu: all(
    has('appId', { env: 'FEISHU_APP_ID' }),
    has('appSecret', { env: 'FEISHU_APP_SECRET' }),
  ),
  'synology-chat': () => true,
};

/** As OpenClaw's audit decides: whether what the channel needs to connect is there. */
export function isConfiguredByReference(account: AccountSettings, around: Surroundings): boolean {
  const test = Object.hasOwn(TESTS, account.channel) ? TESTS[account.channel] : undefined;
  return test?.(account, around) ?? false;
}

/** Whether the account could connect: what the audit takes for it, and what it overlooks. */
export function isConfigured(account: AccountSettings, around: Surroundings): boolean {
  if (account.channel === 'synology-chat' || !Object.hasOwn(TESTS, account.channel))
    return hasSection(account, around);
  if (account.channel === 'slack' && slackHttp(account, around)) return true;
  return isConfiguredByReference(account, around);
}

/** What tells one token from another; undefined when there is none. */
export function telegramToken(
  account: AccountSettings,
  { env, secretFile }: Surroundings,
): string | undefined {
  const scopes = [account.entry, ...(isDefault(account) ? [account.section] : [])];
  for (const scope of scopes) {
    const path = child(scope, 'tokenFile');
    if (typeof path === 'string' && path.trim()) {
      // A token file that is written but cannot be used is not replaced by another source.
      const file = secretFile(path.trim());
      if (file && file.state !== 'present') return undefined;
      return file?.secret ? `secret ${file.secret.$secret.id}` : `file ${path.trim()}`;
    }
    const token = child(scope, 'botToken');
    if (isFilled(token)) return identify(token);
  }
  const variable = isDefault(account) ? env.secret('TELEGRAM_BOT_TOKEN') : undefined;
  return variable && `secret ${variable.id}`;
}

const identify = (token: ConfigValue | undefined) =>
  isSecret(token)
    ? `secret ${token.$secret.kind === 'ref' ? JSON.stringify(token) : token.$secret.id}`
    : `text ${String(token).trim()}`;

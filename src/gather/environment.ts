import type { Redactor } from '../config/redact.ts';
import type { Secret } from '../config/secret.ts';
import type { EnvFacts } from './snapshot.ts';

const SECRETS = [
  'OPENCLAW_GATEWAY_TOKEN',
  'OPENCLAW_GATEWAY_PASSWORD',
  'TELEGRAM_BOT_TOKEN',
  'DISCORD_BOT_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'MATTERMOST_BOT_TOKEN',
  'LINE_CHANNEL_ACCESS_TOKEN',
  'LINE_CHANNEL_SECRET',
  'ZALO_BOT_TOKEN',
  'GOOGLE_CHAT_SERVICE_ACCOUNT',
  'MSTEAMS_APP_PASSWORD',
  'FEISHU_APP_SECRET',
  'NEXTCLOUD_TALK_BOT_SECRET',
  'SYNOLOGY_CHAT_TOKEN',
  'SYNOLOGY_CHAT_INCOMING_URL',
  'IRC_PASSWORD',
  'IRC_NICKSERV_PASSWORD',
  'BRAVE_API_KEY',
  'PERPLEXITY_API_KEY',
  'OPENROUTER_API_KEY',
  'GEMINI_API_KEY',
  'KIMI_API_KEY',
  'MOONSHOT_API_KEY',
  'XAI_API_KEY',
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
];
const TEXTS = [
  'OPENCLAW_GATEWAY_PORT',
  'CLAWDBOT_GATEWAY_PORT',
  'OPENCLAW_PROFILE',
  'OPENCLAW_SERVICE_KIND',
  'OPENCLAW_LOAD_SHELL_ENV',
  'MATTERMOST_URL',
  'GOOGLE_CHAT_SERVICE_ACCOUNT_FILE',
  'MSTEAMS_APP_ID',
  'MSTEAMS_TENANT_ID',
  'FEISHU_APP_ID',
  'IRC_HOST',
  'IRC_NICK',
  'SYNOLOGY_ALLOWED_USER_IDS',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSLKEYLOGFILE',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'LD_AUDIT',
  'GLIBC_TUNABLES',
  'DYLD_INSERT_LIBRARIES',
  'DYLD_LIBRARY_PATH',
  'BASH_ENV',
];
const MAX_TEXT = 1024;

/** One of the places a variable may be set in. */
export interface EnvSource {
  readonly from: EnvFacts['source'][string];
  readonly read: (name: string) => string | undefined;
}

/** The variables that matter, each from the first source where it is not blank. */
export function gatherEnv(sources: readonly EnvSource[], redactor: Redactor): EnvFacts {
  const values: [string, string | Secret][] = [];
  const source: [string, EnvSource['from']][] = [];
  const take = (name: string, keep: (value: string) => string | Secret) => {
    for (const { from, read } of sources) {
      const value = read(name)?.trim();
      if (!value) continue;
      values.push([name, keep(value)]);
      source.push([name, from]);
      return;
    }
  };
  for (const name of SECRETS) take(name, (value) => redactor.secret(value, 'env', [name]));
  for (const name of TEXTS) take(name, (value) => redactor.text(value.slice(0, MAX_TEXT)));
  return { values: Object.fromEntries(values), source: Object.fromEntries(source) };
}

/** Lets the redactor hide these secrets wherever else they are written. */
export function learnSecrets(sources: readonly EnvSource[], redactor: Redactor): void {
  for (const { read } of sources)
    for (const name of SECRETS) {
      const value = read(name)?.trim();
      if (value) redactor.learn(value);
    }
}

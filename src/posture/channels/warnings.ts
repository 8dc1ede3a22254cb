import type { Route } from '../../document/route.ts';
import type { EnvView } from '../env.ts';
import type { ChannelAccount } from './account.ts';
import { isFilled } from './settings.ts';

type Level = 'critical' | 'warn' | 'info';

type WarningKind =
  | 'group_policy_open'
  | 'dm_open'
  | 'tls_off'
  | 'nickserv_register'
  | 'nickserv_no_password'
  | 'token_missing'
  | 'incoming_url_missing'
  | 'webhook_url_missing'
  | 'tls_verification_off'
  | 'allowlist_empty'
  | 'auto_join';

/** A setting that the channel itself calls risky. */
export interface ChannelWarning {
  readonly kind: WarningKind;
  readonly route: Route;
  readonly severity: Level;
  /** OpenClaw's own, derived from the words of its text. */
  readonly severityByReference: Level;
}

const warn = (
  kind: WarningKind,
  route: Route,
  severity: Level,
  severityByReference: Level = severity,
): ChannelWarning => ({ kind, route, severity, severityByReference });

function ircWarnings(account: ChannelAccount, env: EnvView): readonly ChannelWarning[] {
  const found: ChannelWarning[] = [];
  if (account.get('tls') === false)
    found.push(warn('tls_off', account.routeOf('tls'), 'warn', 'info'));
  if (account.get('nickserv', 'register') !== true) return found;
  found.push(warn('nickserv_register', account.routeOf('nickserv', 'register'), 'warn'));
  const hasPassword =
    isFilled(account.get('nickserv', 'password')) ||
    isFilled(account.get('nickserv', 'passwordFile')) ||
    (account.id === 'default' && env.has('IRC_NICKSERV_PASSWORD'));
  if (!hasPassword)
    found.push(warn('nickserv_no_password', account.routeOf('nickserv', 'password'), 'warn'));
  return found;
}

/** What the connection to a Synology lacks. */
function synologyConnection(
  account: ChannelAccount,
  env: EnvView,
  needed: readonly (readonly [key: string, kind: WarningKind, variable?: string])[],
): readonly ChannelWarning[] {
  const found: ChannelWarning[] = [];
  for (const [key, kind, variable] of needed) {
    const inEnv = account.id === 'default' && variable !== undefined && env.has(variable);
    if (!isFilled(account.get(key)) && !inEnv) found.push(warn(kind, account.routeOf(key), 'warn'));
  }
  if (account.get('allowInsecureSsl') === true)
    found.push(warn('tls_verification_off', account.routeOf('allowInsecureSsl'), 'warn', 'info'));
  return found;
}

const TOKEN = ['token', 'token_missing', 'SYNOLOGY_CHAT_TOKEN'] as const;
const INCOMING = ['incomingUrl', 'incoming_url_missing', 'SYNOLOGY_CHAT_INCOMING_URL'] as const;

function synologyWarnings(account: ChannelAccount, env: EnvView): readonly ChannelWarning[] {
  const { dm } = account;
  const found = [...synologyConnection(account, env, [TOKEN, INCOMING])];
  if (dm.policy === 'open') found.push(warn('dm_open', dm.policyRoute, 'critical'));
  if (dm.policy === 'allowlist' && dm.allowFrom.length === 0)
    found.push(warn('allowlist_empty', dm.allowFromRoute, 'info', 'critical'));
  return found;
}

/** The warnings of one account in 2026.2. */
export function warningsOf(account: ChannelAccount, env: EnvView): readonly ChannelWarning[] {
  const { channel, groups, dm } = account;
  if (channel === 'synology-chat') return synologyWarnings(account, env);
  const found: ChannelWarning[] = [];
  if (groups.policy === 'open') found.push(warn('group_policy_open', groups.route, 'critical'));
  if (channel === 'irc') found.push(...ircWarnings(account, env));
  if (channel === 'googlechat' && dm.policy === 'open')
    found.push(warn('dm_open', dm.policyRoute, 'warn'));
  return found;
}

/** In later releases: what has a checkId of its own is left out, and the level is always the same. */
export function laterWarningsOf(account: ChannelAccount, env: EnvView): readonly ChannelWarning[] {
  const { channel, dm } = account;
  const found: ChannelWarning[] = [];
  if (channel === 'irc') found.push(...ircWarnings(account, env));
  if (channel === 'googlechat' && dm.policy === 'open')
    found.push(warn('dm_open', dm.policyRoute, 'warn'));
  if (channel === 'synology-chat')
    found.push(
      ...synologyConnection(account, env, [TOKEN, INCOMING, ['webhookUrl', 'webhook_url_missing']]),
    );
  if (channel === 'matrix' && account.get('autoJoin') === 'always')
    found.push(warn('auto_join', account.routeOf('autoJoin'), 'warn'));
  return found.map((warning) => ({ ...warning, severityByReference: 'warn' }));
}

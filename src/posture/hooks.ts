import { isSecret, type Secret } from '../config/secret.ts';
import type { ConfigValue } from '../config/tree.ts';
import type { Posture } from './posture.ts';

/** The webhook ingress (`hooks.*`) and whether internal hooks run. */
export interface Hooks {
  /** Webhooks are served only when `hooks.enabled` is `true`. */
  readonly enabled: boolean;
  /** Trimmed; undefined when OpenClaw's own default applies. */
  readonly path: string | undefined;
  /** Undefined when blank or not written. */
  readonly token: Secret['$secret'] | undefined;
  readonly hasDefaultSessionKey: boolean;
  /** Whether a caller may choose the session its request runs in. */
  readonly allowRequestSessionKey: boolean;
  readonly hasSessionKeyPrefixes: boolean;
  /** Which agents a caller may address; undefined when all. */
  readonly allowedAgents: readonly string[] | undefined;
  readonly internalEnabled: boolean;
}

/** Text, or what stands for text that looked secret. */
function isWritten(value: ConfigValue | undefined): boolean {
  if (isSecret(value)) return value.$secret.length > 0;
  return typeof value === 'string' && value.trim() !== '';
}

function allowedAgents(config: Posture['config']): Hooks['allowedAgents'] {
  if (!config.has('hooks', 'allowedAgentIds')) return undefined;
  const ids = config.strings('hooks', 'allowedAgentIds');
  return ids.includes('*') ? undefined : ids;
}

export function resolveHooks({ config }: Pick<Posture, 'config'>): Hooks {
  const token = config.secret('hooks', 'token');
  return {
    enabled: config.boolean('hooks', 'enabled') === true,
    path: config.trimmed('hooks', 'path'),
    token: token && (token.length > 0 || token.kind === 'ref') ? token : undefined,
    hasDefaultSessionKey: isWritten(config.get('hooks', 'defaultSessionKey')),
    allowRequestSessionKey: config.boolean('hooks', 'allowRequestSessionKey') === true,
    hasSessionKeyPrefixes: config.items('hooks', 'allowedSessionKeyPrefixes').some(isWritten),
    allowedAgents: allowedAgents(config),
    internalEnabled: config.boolean('hooks', 'internal', 'enabled') === true,
  };
}

import type { Secret } from '../config/secret.ts';
import type { Place } from './place.ts';
import type { Posture } from './posture.ts';

type Credential = Secret['$secret'];

/** How callers of the gateway prove who they are. */
export interface Auth {
  /** Explicit mode, or what OpenClaw infers. Unknown words are kept as written. */
  readonly mode: string;
  readonly modeWritten: boolean;
  readonly modeAt: Place;
  /** The effective token: config first, then OPENCLAW_GATEWAY_TOKEN. Undefined when blank. */
  readonly token: Credential | undefined;
  readonly tokenAt: Place;
  /** OPENCLAW_GATEWAY_TOKEN of the environment alone. */
  readonly envToken: Credential | undefined;
  readonly password: Credential | undefined;
  readonly passwordAt: Place;
  readonly allowTailscale: boolean;
  /** A token in token mode, or a password in password mode. */
  readonly hasSharedSecret: boolean;
  /** A shared secret, or tailscale identity headers over `serve`. */
  readonly hasAuth: boolean;
  readonly trustedProxy: {
    readonly userHeader: string | undefined;
    readonly allowUsers: readonly string[];
  };
}

/** `--auth` and the secrets given with it stand before what is configured. */
export function resolveAuth({
  config,
  env,
  snapshot,
}: Pick<Posture, 'config' | 'env' | 'snapshot'>): Auth {
  const given = snapshot.authOverride;
  const written = (key: string): Credential | undefined => {
    const secret = config.secret('gateway', 'auth', key);
    return secret && (secret.length > 0 || secret.kind === 'ref') ? secret : undefined;
  };
  const configToken = given?.token?.$secret ?? written('token');
  const configPassword = given?.password?.$secret ?? written('password');
  const envToken = env.secret('OPENCLAW_GATEWAY_TOKEN');
  const envPassword = env.secret('OPENCLAW_GATEWAY_PASSWORD');
  const token = configToken ?? envToken;
  const password = configPassword ?? envPassword;

  const explicit = given?.mode ?? config.string('gateway', 'auth', 'mode');
  const mode = explicit ?? (password ? 'password' : 'token');
  const tailscale = config.string('gateway', 'tailscale', 'mode') ?? 'off';
  const allowTailscale =
    config.boolean('gateway', 'auth', 'allowTailscale') ??
    (tailscale === 'serve' && mode !== 'password' && mode !== 'trusted-proxy');
  const hasSharedSecret =
    (mode === 'token' && token !== undefined) || (mode === 'password' && password !== undefined);
  return {
    mode,
    modeWritten: explicit !== undefined,
    modeAt: given ? option('--auth') : config.at('gateway', 'auth', 'mode'),
    token,
    tokenAt: given?.token
      ? option('--token')
      : configToken || !envToken
        ? config.at('gateway', 'auth', 'token')
        : { kind: 'env', name: 'OPENCLAW_GATEWAY_TOKEN' },
    envToken,
    password,
    passwordAt: given?.password
      ? option('--password')
      : configPassword || !envPassword
        ? config.at('gateway', 'auth', 'password')
        : { kind: 'env', name: 'OPENCLAW_GATEWAY_PASSWORD' },
    allowTailscale,
    hasSharedSecret,
    hasAuth: hasSharedSecret || (allowTailscale && tailscale === 'serve'),
    trustedProxy: {
      userHeader: config.trimmed('gateway', 'auth', 'trustedProxy', 'userHeader'),
      allowUsers: config.strings('gateway', 'auth', 'trustedProxy', 'allowUsers'),
    },
  };
}

const option = (name: string): Place => ({ kind: 'option', name });

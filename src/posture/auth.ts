import type { Secret } from '../config/secret.ts';
import { formatRoute, type Route } from '../document/route.ts';
import { MissingPart } from './missing.ts';
import type { Place } from './place.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

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
  /** Whatever the release takes for authentication: a shared secret, identity headers over `serve` … */
  readonly hasAuth: boolean;
  /** Whether the HTTP endpoints answer without a secret, as far as the settings tell. */
  readonly httpUnguarded: boolean;
  /** A secret of the mode in use is named, but was not found where it is said to be. */
  readonly unresolved: boolean;
  /** The secret of the mode in use is written as the text `$NAME`. */
  readonly textReference: boolean;
  /**
   * @throws MissingPart when the secret of the mode in use is a reference that is not resolved here,
   * so that nothing is known of it.
   */
  assertRead(): void;
  /** The secret of the mode in use; undefined in other modes. */
  readonly active: Credential | undefined;
  readonly activeAt: Place;
  /** Whether that secret is blank, or reads `undefined` or `null`: what a failed script leaves. */
  readonly activeIsNothing: boolean;
  /** What OpenClaw's own audit compares the webhook token with. */
  readonly comparedWithHooks: readonly Found[];
  /** A token of the environment differs from the one that the config names. */
  readonly environmentDisagrees: boolean;
  readonly trustedProxy: {
    readonly userHeader: string | undefined;
    readonly allowUsers: readonly string[];
    /** Callers on this machine count as coming from the proxy. */
    readonly allowLoopback: boolean;
    /** Devices of whoever the proxy lets in are paired without being asked for. */
    readonly autoApprovesDevices: boolean;
    readonly autoApprovedScopes: readonly string[];
  };
}

/** One of the two secrets, and where it was found. */
interface Found {
  readonly secret: Credential | undefined;
  readonly at: Place;
}

type Parts = Pick<Posture, 'config' | 'env' | 'snapshot'>;

/** `--auth` and the secrets given with it stand before what is configured. */
function findSecret({ config, env, snapshot }: Parts, key: 'token' | 'password'): Found {
  const given = snapshot.authOverride?.[key];
  if (given) return { secret: given.$secret, at: { kind: 'option', name: `--${key}` } };
  const at = config.at('gateway', 'auth', key);
  const written = config.secret('gateway', 'auth', key);
  if (written && (written.length > 0 || written.kind === 'ref')) return { secret: written, at };
  const name = key === 'token' ? 'OPENCLAW_GATEWAY_TOKEN' : 'OPENCLAW_GATEWAY_PASSWORD';
  const variable = env.secret(name);
  return variable ? { secret: variable, at: { kind: 'env', name } } : { secret: undefined, at };
}

/** Later releases also take what the config says about a remote gateway. */
function orRemote({ config, snapshot }: Parts, found: Found, key: 'token' | 'password'): Found {
  if (found.secret || generationOf(snapshot) === '2026.2') return found;
  const remote = config.secret('gateway', 'remote', key);
  if (!remote || (remote.length === 0 && remote.kind !== 'ref')) return found;
  return { secret: remote, at: config.at('gateway', 'remote', key) };
}

const isKnown = (secret: Credential | undefined) => secret !== undefined && secret.length > 0;

export function resolveAuth(parts: Parts): Auth {
  const { config, env, snapshot } = parts;
  const later = generationOf(snapshot) !== '2026.2';
  const given = snapshot.authOverride;
  const own = { token: findSecret(parts, 'token'), password: findSecret(parts, 'password') };
  const explicit = given?.mode ?? config.string('gateway', 'auth', 'mode');
  const token = orRemote(parts, own.token, 'token');
  const password =
    explicit === 'trusted-proxy' ? own.password : orRemote(parts, own.password, 'password');
  const hasPassword = later ? isKnown(password.secret) : password.secret !== undefined;
  const mode = explicit ?? (hasPassword ? 'password' : 'token');
  const tailscale = config.string('gateway', 'tailscale', 'mode') ?? 'off';
  const allowTailscale =
    config.boolean('gateway', 'auth', 'allowTailscale') ??
    (tailscale === 'serve' && mode !== 'password' && mode !== 'trusted-proxy');
  const used = mode === 'token' ? token : mode === 'password' ? password : undefined;
  const hasSharedSecret = used?.secret !== undefined;
  const overServe = allowTailscale && tailscale === 'serve';
  const nothing = used && isNothing(parts, used, mode);
  const proxy = ['gateway', 'auth', 'trustedProxy'] as const;
  return {
    mode,
    modeWritten: explicit !== undefined,
    modeAt: given ? { kind: 'option', name: '--auth' } : config.at('gateway', 'auth', 'mode'),
    token: token.secret,
    tokenAt: token.at,
    envToken: env.secret('OPENCLAW_GATEWAY_TOKEN'),
    password: password.secret,
    passwordAt: password.at,
    allowTailscale,
    hasSharedSecret,
    hasAuth: hasSharedSecret || overServe || (later && mode === 'trusted-proxy'),
    httpUnguarded: later ? mode !== 'trusted-proxy' && !isKnown(used?.secret) : mode === 'none',
    unresolved:
      used?.secret?.length === 0 ||
      isUnset(config.snapshot, ['gateway', 'auth', mode === 'password' ? 'password' : 'token']),
    textReference: used?.secret?.kind === 'ref' && used.secret.template === true,
    assertRead: () => {
      const { kind, length } = used?.secret ?? {};
      if (kind === 'ref' && length === 0) throw new MissingPart(`gateway.auth.${mode}`);
    },
    active: used?.secret,
    activeAt: used?.at ?? config.at('gateway', 'auth'),
    activeIsNothing: nothing === true,
    comparedWithHooks: comparedSecrets(parts, mode, token, password),
    environmentDisagrees: later && environmentDisagrees(parts, mode),
    trustedProxy: {
      userHeader: config.trimmed(...proxy, 'userHeader'),
      allowUsers: config.strings(...proxy, 'allowUsers'),
      allowLoopback: config.boolean(...proxy, 'allowLoopback') === true,
      autoApprovesDevices: config.boolean(...proxy, 'deviceAutoApprove', 'enabled') === true,
      autoApprovedScopes: config.strings(...proxy, 'deviceAutoApprove', 'scopes'),
    },
  };
}

function comparedSecrets(
  { config, env, snapshot }: Parts,
  mode: string,
  token: Found,
  password: Found,
): readonly Found[] {
  const at: Place = { kind: 'env', name: 'OPENCLAW_GATEWAY_TOKEN' };
  if (generationOf(snapshot) === '2026.2')
    return mode === 'token' ? [token] : [{ secret: env.secret('OPENCLAW_GATEWAY_TOKEN'), at }];
  const byMode = (chosen: string, parts: { token: Found; password: Found }) =>
    chosen === 'token'
      ? [parts.token]
      : chosen === 'password' || chosen === 'trusted-proxy'
        ? [parts.password]
        : [];
  const overridden = byMode(mode, { token, password });
  if (!snapshot.authOverride) return overridden;
  // What is configured opens the gateway too, whatever the audit was told.
  const { authOverride: _, ...plain } = snapshot;
  const own = { config, env, snapshot: plain };
  const configured = config.string('gateway', 'auth', 'mode');
  const found = { token: findSecret(own, 'token'), password: findSecret(own, 'password') };
  return [
    ...overridden,
    ...byMode(configured ?? (found.password.secret ? 'password' : 'token'), found),
  ];
}

/** Local clients follow the config, others the variable: one of the two is not the token meant. */
function environmentDisagrees({ config, env, snapshot }: Parts, mode: string): boolean {
  const variable = env.secret('OPENCLAW_GATEWAY_TOKEN');
  if (!variable || env.source('OPENCLAW_GATEWAY_TOKEN') === 'config') return false;
  if (env.text('OPENCLAW_SERVICE_KIND') === 'gateway') return false;
  if (config.string('gateway', 'mode') === 'remote') return false;
  if (snapshot.authOverride || (mode !== 'token' && config.has('gateway', 'auth', 'mode')))
    return false;
  const written = config.secret('gateway', 'auth', 'token');
  if (!written) return false;
  if (written.kind === 'ref') return written.env?.join() !== 'OPENCLAW_GATEWAY_TOKEN';
  return written.length > 0 && written.id !== variable.id;
}

/** Releases that refuse to start with such a secret. */
function isNothing({ config, snapshot }: Parts, { secret }: Found, mode: string): boolean {
  if (generationOf(snapshot) === '2026.2') return false;
  if (secret) return secret.nothing === true;
  const route = ['gateway', 'auth', mode === 'password' ? 'password' : 'token'];
  const written = config.secret(...route);
  return written?.length === 0 && written.kind !== 'ref' && !isUnset(config.snapshot, route);
}

/** Whether a setting is written with a variable that is not set. */
function isUnset({ envReferences }: Posture['config']['snapshot'], route: Route): boolean {
  return envReferences.some(
    (reference) =>
      reference.unset.length > 0 && formatRoute(reference.route) === formatRoute(route),
  );
}

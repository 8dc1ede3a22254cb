import { BlockList, isIP, isIPv6 } from 'node:net';
import { usesRemoteGateway } from '../config/remote-gateway.ts';
import type { Route } from '../document/route.ts';

/** What the probe may read: settings and variables as written, secrets included. */
export interface ProbeSources {
  setting(...route: Route): string | undefined;
  env(name: string): string | undefined;
  /** Credentials to use instead of the configured ones, of this host or a remote one. */
  readonly given?: ProbeAuth;
  /** `gateway.port`, when it is a number. */
  readonly port: number | undefined;
  /** `gateway.tls.enabled`. */
  readonly tls: boolean;
}

export interface ProbeAuth {
  readonly token?: string;
  readonly password?: string;
}

/** Whom to ask, and with what. */
export interface Ask {
  readonly kind: 'ask';
  readonly url: URL;
  readonly shown: string;
  readonly loopback: boolean;
  /** SHA-256 of the only certificate that is accepted: 64 lower-case hex digits. */
  readonly fingerprint?: string;
  readonly auth: ProbeAuth;
  /** What must not come back in a text. */
  readonly secrets: readonly string[];
}

export type Plan =
  | Ask
  | { readonly kind: 'not_asked'; readonly shown: string; readonly error: string };

const DEFAULT_PORT = 18789;
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Works out which gateway the settings mean. A credential goes to this host or over TLS, or nowhere. */
export function planProbe(sources: ProbeSources): Plan {
  return usesRemoteGateway(sources.setting) ? planRemote(sources) : planLocal(sources);
}

/** The credentials of this host are for this host: a remote gateway is never sent them. */
function planRemote({ setting, given = {} }: ProbeSources): Plan {
  const written = setting('gateway', 'remote', 'url')?.trim() ?? '';
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined) return notAsked('', 'gateway.remote.url is not a URL');
  url.hash = '';
  const shown = showUrl(url);
  if (url.protocol !== 'wss:' && url.protocol !== 'ws:')
    return notAsked(shown, 'gateway.remote.url does not begin with wss://');
  const loopback = isLoopback(hostOf(url));
  if (url.protocol === 'ws:' && !loopback)
    return notAsked(shown, 'the connection would not be encrypted');
  const pinned = trimmed(setting('gateway', 'remote', 'tlsFingerprint'));
  const fingerprint = pinned
    ?.replace(/^sha-?256[:=]?/i, '')
    .replaceAll(':', '')
    .toLowerCase();
  if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint))
    return notAsked(shown, 'gateway.remote.tlsFingerprint is not a SHA-256 fingerprint');
  const auth = {
    ...optional('token', trimmed(given.token) ?? setting('gateway', 'remote', 'token')),
    ...optional('password', trimmed(given.password) ?? setting('gateway', 'remote', 'password')),
  };
  const pin = fingerprint === undefined ? {} : { fingerprint };
  return { kind: 'ask', url, shown, loopback, ...pin, auth, secrets: secretsOf(auth, url) };
}

function planLocal({ setting, env, given = {}, port, tls }: ProbeSources): Plan {
  const written = `${tls ? 'wss' : 'ws'}://127.0.0.1:${gatewayPort(env, port)}`;
  if (!URL.canParse(written)) return notAsked(written, 'there is no such port');
  const url = new URL(written);
  const either = (name: string, key: string) =>
    trimmed(env(name)) ?? setting('gateway', 'auth', key);
  const auth = {
    ...optional('token', trimmed(given.token) ?? either('OPENCLAW_GATEWAY_TOKEN', 'token')),
    ...optional(
      'password',
      trimmed(given.password) ?? either('OPENCLAW_GATEWAY_PASSWORD', 'password'),
    ),
  };
  return { kind: 'ask', url, shown: written, loopback: true, auth, secrets: secretsOf(auth, url) };
}

/** The port of this host's gateway: the environment's, else the written one, else OpenClaw's own. */
export function gatewayPort(env: ProbeSources['env'], written: number | undefined): number {
  for (const name of ['OPENCLAW_GATEWAY_PORT', 'CLAWDBOT_GATEWAY_PORT']) {
    const port = Number.parseInt(env(name) ?? '', 10);
    if (port > 0) return port;
  }
  return written !== undefined && written > 0 ? written : DEFAULT_PORT;
}

/** The host of a URL as a socket wants it. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return isIP(host) !== 0 && LOOPBACK.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
}

/** Where a URL leads, without what is in its user, query and fragment. */
function showUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

function secretsOf(auth: ProbeAuth, url: URL): readonly string[] {
  const inUrl = [url.password, url.username, url.search.slice(1), ...url.searchParams.values()];
  return [auth.token ?? '', auth.password ?? '', ...inUrl, ...inUrl.map(decoded)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function optional(key: keyof ProbeAuth, value: string | undefined): ProbeAuth {
  const text = trimmed(value);
  return text === undefined ? {} : { [key]: text };
}

function trimmed(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function notAsked(shown: string, error: string): Plan {
  return { kind: 'not_asked', shown, error };
}

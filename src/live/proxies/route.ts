/** A reverse proxy's rule that leads to the gateway, and what becomes of headers a client sends. */
export interface ProxyRoute {
  readonly software: 'nginx' | 'caddy' | 'traefik' | 'apache';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly port: number;
  /** `X-Forwarded-For`: set anew, added to what the client sent, or passed on as the client sent it. */
  readonly forwardedFor: 'overwritten' | 'appended' | 'passed';
  /** `X-Real-IP`. */
  readonly realIp: 'overwritten' | 'passed';
  /**
   * `Host`: whatever the client asked for, only names that the proxy's config lists, or the
   * gateway's own address in its place.
   */
  readonly host: 'client' | 'listed' | 'upstream';
  /** Other headers that the rule sets or removes: a client cannot send them. In lower case. */
  readonly overwritten: readonly string[];
}

/** What one file's parser finds; the file itself is added by who read it. */
export type FoundRoute = Omit<ProxyRoute, 'file' | 'software'>;

const LOCAL =
  /(?:^|[\s"'/@(])(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|host\.docker\.internal):(\d{1,5})(?![\d.])/;

const MAX_OVERWRITTEN = 100;
const HEADER = /^[a-z0-9][\w-]{0,99}$/;

/** Names of headers as a route holds them. */
export function headerNames(written: Iterable<string>): readonly string[] {
  const names = [...written].map((name) => name.toLowerCase());
  return [...new Set(names)]
    .filter((name) => HEADER.test(name) && name !== 'host')
    .slice(0, MAX_OVERWRITTEN);
}

/** The port that an address of this host names, such as `http://127.0.0.1:18789/`. */
export function localPort(text: string): number | undefined {
  const digits = LOCAL.exec(text.slice(0, 1000))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

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
}

/** What one file's parser finds; the file itself is added by who read it. */
export type FoundRoute = Omit<ProxyRoute, 'file' | 'software'>;

const LOCAL =
  /(?:^|[\s"'/@(])(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|host\.docker\.internal):(\d{1,5})(?![\d.])/;

/** The port that an address of this host names, such as `http://127.0.0.1:18789/`. */
export function localPort(text: string): number | undefined {
  const digits = LOCAL.exec(text.slice(0, 1000))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

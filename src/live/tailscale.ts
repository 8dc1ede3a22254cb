import { isJsonObject } from '../document/json-object.ts';

/** An address of the tailnet, or of the internet, that leads to a port of this host. */
export interface TailscaleRoute {
  /** The port that others connect to. */
  readonly port: number;
  /** Where it leads on this host. */
  readonly target: number;
  /** Open to the internet, not to the tailnet alone. */
  readonly funnel: boolean;
}

const MAX_ROUTES = 200;

/**
 * The routes of `tailscale serve status --json` that lead to a port of this host: HTTP handlers and
 * forwarded TCP, those of a foreground session included.
 */
export function parseServeStatus(value: unknown): readonly TailscaleRoute[] {
  const routes: TailscaleRoute[] = [];
  for (const config of [value, ...Object.values(objectOf(propertyOf(value, 'Foreground')))]) {
    const funnel = objectOf(propertyOf(config, 'AllowFunnel'));
    const isPublic = (port: number) =>
      Object.entries(funnel).some(([at, on]) => on === true && portAtEnd(at) === port);
    const add = (port: number | undefined, target: number | undefined) => {
      if (port === undefined || target === undefined || routes.length >= MAX_ROUTES) return;
      routes.push({ port, target, funnel: isPublic(port) });
    };
    for (const [at, web] of Object.entries(objectOf(propertyOf(config, 'Web'))))
      for (const handler of Object.values(objectOf(propertyOf(web, 'Handlers'))))
        add(portAtEnd(at), targetOf(propertyOf(handler, 'Proxy')));
    for (const [port, tcp] of Object.entries(objectOf(propertyOf(config, 'TCP'))))
      add(portAtEnd(`:${port}`), targetOf(propertyOf(tcp, 'TCPForward')));
  }
  return routes;
}

/** Whether `tailscale status --json` says that the daemon is connected. */
export function isConnected(value: unknown): boolean {
  return propertyOf(value, 'BackendState') === 'Running';
}

function portAtEnd(text: string): number | undefined {
  const digits = /:(\d{1,5})$/.exec(text.slice(-300))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The port of `http://127.0.0.1:18789`, `https+insecure://localhost:1/x`, `127.0.0.1:1` or `1`. */
function targetOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const digits =
    /^(?:[a-z+]{1,20}:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)?:?(\d{1,5})(?:\/|$)/.exec(
      value.slice(0, 300),
    )?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function propertyOf(value: unknown, key: string): unknown {
  const object = objectOf(value);
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function objectOf(value: unknown): { readonly [key: string]: unknown } {
  return isJsonObject(value) ? value : {};
}

import type { ProxyRoute } from '../live/proxies/route.ts';
import type { PublishedPort } from '../live/published.ts';
import type { TailscaleRoute } from '../live/tailscale.ts';
import type { Tunnel } from '../live/tunnels.ts';
import { bool, list, number, oneOf, optional, shape, text } from './shape.ts';

/** A route of Tailscale, as a snapshot holds it. */
export const tailscaleRoute = shape<TailscaleRoute>({ port: number, target: number, funnel: bool });

/** A published port of a container, as a snapshot holds it. */
export const publishedPort = shape<PublishedPort>({
  container: text,
  host: text,
  port: number,
  inner: number,
});

/** A tunnel program, as a snapshot holds it. */
export const tunnel = shape<Tunnel>({
  program: text,
  uid: optional(number),
  port: optional(number),
  file: optional(text),
});

/** A rule of a reverse proxy, as a snapshot holds it. */
export const proxyRoute = shape<ProxyRoute>({
  software: oneOf<ProxyRoute['software']>({
    nginx: true,
    caddy: true,
    traefik: true,
    apache: true,
  }),
  file: text,
  line: number,
  port: number,
  forwardedFor: oneOf<ProxyRoute['forwardedFor']>({
    overwritten: true,
    appended: true,
    passed: true,
  }),
  realIp: oneOf<ProxyRoute['realIp']>({ overwritten: true, passed: true }),
  host: oneOf<ProxyRoute['host']>({ client: true, listed: true, upstream: true }),
  overwritten: list(text),
});

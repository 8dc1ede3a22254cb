import type { ProxyRoute } from '../live/proxies/route.ts';
import type { PublishedPort } from '../live/published.ts';
import type { TailscaleRoute } from '../live/tailscale.ts';
import type { Tunnel } from '../live/tunnels.ts';
import { isLoopbackHost } from './gateway.ts';
import { need } from './missing.ts';
import type { Posture } from './posture.ts';

/** How others reach the gateway without its port being open to them. Empty without `--deep`. */
export interface Ways {
  /** Tailscale routes to the gateway's port. */
  tailscale(): readonly TailscaleRoute[];
  tunnels(): readonly Tunnel[];
  proxies(): readonly ProxyRoute[];
  /** Ports of the gateway that a container opens to other machines. */
  published(): readonly PublishedPort[];
  /** Whether what listens on a port of this host only leads into a container. */
  leadsIntoContainer(port: number): boolean;
}

/** The gateway's own port and those that OpenClaw derives from it. */
const PORTS = 5;

/** Each is read when it is asked for: what one collector could not see hides nothing of another. */
export function resolveWays({ snapshot, gateway }: Pick<Posture, 'snapshot' | 'gateway'>): Ways {
  const isOurs = (port: number) => port >= gateway.port && port < gateway.port + PORTS;
  const published = () => need(snapshot.published, 'published', []);
  return {
    tailscale: () => need(snapshot.tailnet, 'tailnet', []).filter(({ target }) => isOurs(target)),
    tunnels: () => need(snapshot.tunnels, 'tunnels', []),
    proxies: () => need(snapshot.proxies, 'proxies', []),
    published: () =>
      published().filter(
        ({ host, port, inner }) => (isOurs(port) || isOurs(inner)) && !isLoopbackHost(host),
      ),
    leadsIntoContainer: (port) => published().some((entry) => entry.port === port),
  };
}

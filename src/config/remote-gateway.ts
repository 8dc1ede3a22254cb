import type { Route } from '../document/route.ts';

/**
 * Whether the config is that of a client whose gateway runs elsewhere, maybe at the end of a tunnel.
 * @param text the string at a route as written, with secrets or without
 */
export function usesRemoteGateway(text: (...route: Route) => string | undefined): boolean {
  return text('gateway', 'mode') === 'remote' && Boolean(text('gateway', 'remote', 'url')?.trim());
}

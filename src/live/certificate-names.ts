import type { Ask } from './plan.ts';
import { hostOf } from './plan.ts';

/** A name by which clients reach the gateway, and the setting that says so. */
export interface CertificateName {
  readonly host: string;
  readonly setting: 'remote_url' | 'allowed_origins';
}

const MAX_NAMES = 20;
const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/**
 * The names that the certificate must hold, or clients refuse it: that of a remote gateway, unless
 * its certificate is pinned, and those under which browsers open the Control UI at the gateway's
 * own port. The address it listens on is not one of them: names that lead to it may be used
 * instead. Neither are names of this host alone, nor those that end at a proxy.
 * @param origins `gateway.controlUi.allowedOrigins`
 */
export function certificateNames(
  { url, fingerprint }: Pick<Ask, 'url' | 'fingerprint'>,
  remote: boolean,
  origins: readonly unknown[],
): readonly CertificateName[] {
  if (url.protocol !== 'wss:') return [];
  const pinned = remote && fingerprint !== undefined;
  const hosts = new Map<string, CertificateName['setting']>();
  if (remote && !pinned) hosts.set(hostOf(url), 'remote_url');
  for (const origin of remote ? [] : origins.slice(0, MAX_NAMES)) {
    const page = typeof origin === 'string' && URL.canParse(origin) ? new URL(origin) : undefined;
    if (page?.protocol !== 'https:' || page.hostname === '') continue;
    if ((page.port || '443') === (url.port || '443')) hosts.set(hostOf(page), 'allowed_origins');
  }
  return [...hosts]
    .filter(([host]) => !LOCAL.test(host))
    .map(([host, setting]) => ({ host, setting }));
}

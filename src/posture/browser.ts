import type { Route } from '../document/route.ts';
import { isLoopbackHost } from './gateway.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** Where a browser is driven (Chrome DevTools Protocol). */
interface CdpEndpoint {
  readonly secure: boolean;
  readonly loopback: boolean;
  /** Scheme, host and port: nothing of a URL that could hold a credential. */
  readonly shown: string;
}

/** Why a CDP address cannot be used. */
type CdpProblem = 'unparsable' | 'scheme';

interface BrowserProfile {
  readonly name: string;
  /** What decides its address: its own setting, then the shared one it builds on. */
  readonly routes: readonly [Route, ...Route[]];
  readonly cdp: CdpEndpoint | CdpProblem;
}

export interface Browser {
  /** Browser control is on unless `browser.enabled` is `false`. */
  readonly enabled: boolean;
  /** What is wrong with `browser.cdpUrl`; undefined when it is usable or not written. */
  readonly problem: CdpProblem | undefined;
  /** The written profiles, then `openclaw`, which every config has. */
  readonly profiles: readonly BrowserProfile[];
}

function parseCdpUrl(text: string): URL | CdpProblem {
  if (!URL.canParse(text)) return 'unparsable';
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : 'scheme';
}

function endpoint({ protocol, hostname, port }: Pick<URL, 'protocol' | 'hostname' | 'port'>) {
  return {
    secure: protocol === 'https:',
    loopback: isLoopbackHost(hostname),
    shown: `${protocol}//${hostname}${port && `:${port}`}`,
  };
}

const SHARED: Route = ['browser', 'cdpUrl'];

/** Whether agents have a browser; later releases have it as a plugin. */
export function isBrowserOn({ config, snapshot }: Pick<Posture, 'config' | 'snapshot'>): boolean {
  if (config.boolean('browser', 'enabled') === false) return false;
  if (generationOf(snapshot) === '2026.2') return true;
  const allowed = config.strings('plugins', 'allow');
  return (
    config.boolean('plugins', 'enabled') !== false &&
    !config.strings('plugins', 'deny').includes('browser') &&
    config.boolean('plugins', 'entries', 'browser', 'enabled') !== false &&
    (allowed.length === 0 || allowed.includes('browser'))
  );
}

export function resolveBrowser(parts: Pick<Posture, 'config' | 'snapshot'>): Browser {
  const { config } = parts;
  const written = config.trimmed(...SHARED);
  const shared = parseCdpUrl(written ?? 'http://127.0.0.1');
  const profiles: BrowserProfile[] = [];
  for (const name of config.keys('browser', 'profiles')) {
    const route: Route = ['browser', 'profiles', name];
    const own = config.trimmed(...route, 'cdpUrl');
    if (own) {
      const url = parseCdpUrl(own);
      const cdp = typeof url === 'string' ? url : endpoint(url);
      profiles.push({ name, routes: [[...route, 'cdpUrl']], cdp });
      continue;
    }
    const port = config.number(...route, 'cdpPort');
    if (port === undefined || typeof shared === 'string') continue;
    const { protocol, hostname } = shared;
    const cdp = endpoint({ protocol, hostname, port: String(port) });
    profiles.push({ name, routes: [[...route, 'cdpPort'], SHARED], cdp });
  }
  if (typeof shared !== 'string' && !profiles.some(({ name }) => name === 'openclaw'))
    profiles.push({ name: 'openclaw', routes: [SHARED], cdp: endpoint(shared) });
  return {
    enabled: isBrowserOn(parts),
    problem: typeof shared === 'string' ? shared : undefined,
    profiles,
  };
}

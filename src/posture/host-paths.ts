import { need } from './missing.ts';
import { isWithin } from './posix-path.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** Directories of the host that give the host away to whoever has them mounted. */
const FORBIDDEN = [
  '/etc',
  '/private/etc',
  '/proc',
  '/sys',
  '/dev',
  '/root',
  '/boot',
  '/run',
  '/var/run',
  '/private/var/run',
];

/** State of container engines: every image, volume and secret of the others. */
const ENGINE_STATE = [
  '/var/lib/docker',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/kubelet',
];

/** Below a home directory: where credentials lie. */
const CREDENTIALS = [
  '.ssh',
  '.aws',
  '.gnupg',
  '.kube',
  '.docker',
  '.azure',
  '.config/gcloud',
  '.config/gh',
  '.netrc',
  '.npmrc',
  '.git-credentials',
];

/** Below the state directory: everything but workspaces. */
const STATE_SECRETS = [
  'openclaw.json',
  '.env',
  'credentials',
  'identity',
  'agents',
  'exec-approvals.json',
  'state',
  'secrets.json',
];

/** Below the home directory: what later releases keep out of sandboxes too. */
const HOME_FORBIDDEN = '.aws .cargo .config .docker .gnupg .netrc .npm .ssh'.split(' ');

/** How mounts of the host are judged. */
export interface HostPaths {
  /** The forbidden place that a mount is, lies in or covers; `/` for the root itself. */
  forbidden(host: string): string | undefined;
}

export function resolveHostPaths({ snapshot }: Pick<Posture, 'snapshot'>): HostPaths {
  if (generationOf(snapshot) === '2026.2') return { forbidden: forbiddenPath };
  const { home } = snapshot.target;
  const places = [...FORBIDDEN, ...HOME_FORBIDDEN.map((name) => `${home}/${name}`)];
  const covered = [...places, '/run/docker.sock', '/var/run/docker.sock'];
  const find = (host: string) =>
    host === '/'
      ? '/'
      : (places.find((place) => isWithin(host, place)) ??
        covered.find((place) => isWithin(place, host)));
  const targets = need(snapshot.bindTargets, 'bindTargets', []);
  return {
    forbidden: (host) => {
      const real = targets.find(({ path }) => path === host)?.real;
      return find(host) ?? (real === undefined ? undefined : find(real));
    },
  };
}

/** The forbidden directory that a normalised path is or lies in; `/` for the root itself. */
export function forbiddenPath(host: string): string | undefined {
  return host === '/' ? '/' : FORBIDDEN.find((directory) => isWithin(host, directory));
}

/** What of value a normalised path exposes beside the forbidden directories. */
export function sensitivePath(
  host: string,
  { home, stateDir }: { readonly home: string; readonly stateDir: string },
): string | undefined {
  const overlaps = (path: string) => isWithin(host, path) || isWithin(path, host);
  const engine = ENGINE_STATE.find(overlaps);
  if (engine) return engine;
  if (isWithin(stateDir, host)) return stateDir;
  const secret = STATE_SECRETS.map((name) => `${stateDir}/${name}`).find((p) => isWithin(host, p));
  if (secret) return secret;
  if (isWithin(home, host)) return home;
  // Homes of other users are recognised by where homes usually are.
  const [, base, user, ...rest] = host.split('/');
  const below = isWithin(host, home)
    ? host.slice(home.length + 1)
    : base === 'home' || base === 'Users'
      ? rest.join('/')
      : undefined;
  if (below === undefined) return undefined;
  if (below === '') return user === undefined ? `/${base}` : `/${base}/${user}`;
  const found = CREDENTIALS.find((name) => isWithin(below, name));
  return found === undefined ? undefined : host.slice(0, host.length - below.length) + found;
}

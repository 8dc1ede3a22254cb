import { isWithin } from './posix-path.ts';

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

import { join, resolve } from 'node:path';
import { locateHome, nonBlank } from './home.ts';
import { type Profile, resolveProfile } from './profile.ts';
import type { Target } from './target.ts';

export interface LocateRequest {
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** The home directory of the account, as the operating system knows it; may be empty. */
  readonly osHome: () => string;
  readonly flags: {
    readonly stateDir?: string;
    readonly config?: string;
    readonly profile?: string;
  };
  readonly exists: (path: string) => boolean;
  /** Whether variables of the old name count: true unless the release is known not to read them. */
  readonly olderNames?: boolean;
}

type Chosen<From> = { readonly path: string; readonly from: From };

const STATE_DIR = '.openclaw';
const LEGACY_STATE_DIRS = ['.clawdbot', '.moldbot', '.moltbot'];
const CONFIG_NAME = 'openclaw.json';
const CONFIG_NAMES = [CONFIG_NAME, 'clawdbot.json', 'moldbot.json', 'moltbot.json'];

/**
 * Decides what is audited from flags and the process environment alone: neither a `.env` file nor
 * the config has a say, for they could lead the audit away from what really runs.
 * @throws LocateError when the profile is not a profile name.
 */
export function locate(request: LocateRequest): Target {
  const { env, cwd, flags } = request;
  const home = locateHome(request);
  const profile = resolveProfile(env, flags.profile);
  const stateDir = locateStateDir(request, home.path, home.expand, profile);
  const config = locateConfig(request, home.path, home.expand, stateDir, profile);
  const oauthDir =
    stateDir.from === 'flag' ? undefined : home.expand(nonBlank(env, 'OPENCLAW_OAUTH_DIR'));
  return {
    home: home.path,
    stateDir: stateDir.path,
    stateDirFrom: stateDir.from,
    configPath: config.path,
    configFrom: config.from,
    ...(profile === undefined ? {} : { profile: profile.name }),
    credentialsDir: oauthDir ?? join(stateDir.path, 'credentials'),
    cwd: resolve(cwd),
  };
}

type Expand = (path: string | undefined) => string | undefined;

function locateStateDir(
  { env, flags, exists, olderNames = true }: LocateRequest,
  home: string,
  expand: Expand,
  profile: Profile | undefined,
): Chosen<Target['stateDirFrom']> {
  const flag = expand(flags.stateDir?.trim() || undefined);
  if (flag !== undefined) return { path: flag, from: 'flag' };
  // OpenClaw lets a variable that is already set win over the profile it is asked for.
  const own = expand(nonBlank(env, 'OPENCLAW_STATE_DIR'));
  if (own !== undefined) return { path: own, from: 'env' };
  if (profile?.asked) return { path: join(home, `${STATE_DIR}-${profile.name}`), from: 'profile' };
  const older = olderNames ? expand(nonBlank(env, 'CLAWDBOT_STATE_DIR')) : undefined;
  if (older !== undefined) return { path: older, from: 'env' };
  const standard = join(home, STATE_DIR);
  if (exists(standard)) return { path: standard, from: 'default' };
  const legacy = LEGACY_STATE_DIRS.map((name) => join(home, name)).find(exists);
  return legacy === undefined
    ? { path: standard, from: 'default' }
    : { path: legacy, from: 'legacy' };
}

function locateConfig(
  { env, flags, exists, olderNames = true }: LocateRequest,
  home: string,
  expand: Expand,
  stateDir: Chosen<Target['stateDirFrom']>,
  profile: Profile | undefined,
): Chosen<Target['configFrom']> {
  const within = (dir: string) => CONFIG_NAMES.map((name) => join(dir, name)).find(exists);
  const standard = join(stateDir.path, CONFIG_NAME);
  const from =
    stateDir.from === 'default' || stateDir.from === 'legacy' ? stateDir.from : 'state-dir';

  const flag = expand(flags.config?.trim() || undefined);
  if (flag !== undefined) return { path: flag, from: 'flag' };
  if (stateDir.from === 'flag') return { path: within(stateDir.path) ?? standard, from };

  const own = expand(nonBlank(env, 'OPENCLAW_CONFIG_PATH'));
  if (own !== undefined) return { path: own, from: 'env' };
  if (profile?.asked) return { path: standard, from };
  const older = olderNames ? expand(nonBlank(env, 'CLAWDBOT_CONFIG_PATH')) : undefined;
  if (older !== undefined && exists(older)) return { path: older, from: 'env' };

  // The gateway goes on to the home directory when the state directory it was given has no config.
  const inside = within(stateDir.path);
  if (inside !== undefined) return { path: inside, from };
  for (const name of [STATE_DIR, ...LEGACY_STATE_DIRS]) {
    const found = within(join(home, name));
    if (found !== undefined)
      return { path: found, from: name === STATE_DIR ? 'default' : 'legacy' };
  }
  return { path: standard, from };
}

import { join, resolve } from 'node:path';

type Env = { readonly [name: string]: string | undefined };

export interface Home {
  readonly path: string;
  /** `~` and relative paths made absolute; undefined stays undefined. */
  expand(path: string | undefined): string | undefined;
}

/** A variable with blanks cut off; undefined when nothing is left. */
export function nonBlank(env: Env, name: string): string | undefined {
  return Object.hasOwn(env, name) ? env[name]?.trim() || undefined : undefined;
}

/** `~` and `~/…` below a home directory; anything else as it is. */
export function expandTilde(path: string, home: string): string {
  if (path === '~') return home;
  return /^~[\\/]/.test(path) ? join(home, path.slice(2)) : path;
}

/** OPENCLAW_HOME, else HOME, USERPROFILE, the account's home, and the working directory at last. */
export function locateHome(request: {
  readonly env: Env;
  readonly cwd: string;
  readonly osHome: () => string;
}): Home {
  const { env, cwd, osHome } = request;
  const user = nonBlank(env, 'HOME') ?? nonBlank(env, 'USERPROFILE') ?? (osHome().trim() || cwd);
  const own = nonBlank(env, 'OPENCLAW_HOME');
  const path = resolve(cwd, own === undefined ? user : expandTilde(own, user));
  return {
    path,
    expand: (text) => (text === undefined ? undefined : resolve(cwd, expandTilde(text, path))),
  };
}

import { nonBlank } from './home.ts';

export interface Profile {
  readonly name: string;
  /** Whether a flag asked for it: only then does it choose the state directory. */
  readonly asked: boolean;
}

const PROFILE_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/** What was asked for cannot be located. */
export class LocateError extends Error {
  readonly code = 'bad_profile';
  readonly profile: string;
  constructor(profile: string) {
    super(`not a profile name: ${JSON.stringify(profile)}`);
    this.name = 'LocateError';
    this.profile = profile;
  }
}

/**
 * The profile of the flag, else of OPENCLAW_PROFILE; `default` is the same as none.
 * @throws LocateError when the flag's is not a profile name.
 */
export function resolveProfile(
  env: { readonly [name: string]: string | undefined },
  flag: string | undefined,
): Profile | undefined {
  const name = flag?.trim() ?? nonBlank(env, 'OPENCLAW_PROFILE');
  if (name === undefined) return undefined;
  if (!PROFILE_NAME.test(name)) {
    if (flag !== undefined) throw new LocateError(flag);
    return undefined;
  }
  return name.toLowerCase() === 'default' ? undefined : { name, asked: flag !== undefined };
}

import { isSecret, type Secret } from '../config/secret.ts';
import type { EnvFacts, Snapshot } from '../gather/snapshot.ts';

/** The environment variables that matter, as the gateway would see them started from here. */
export interface EnvView {
  /** A variable that is no secret; undefined when unset or blank. */
  text(name: string): string | undefined;
  /** A variable that is a secret; undefined when unset or blank. */
  secret(name: string): Secret['$secret'] | undefined;
  has(name: string): boolean;
  source(name: string): EnvFacts['source'][string] | undefined;
}

export function resolveEnv({ env }: Snapshot): EnvView {
  const get = (name: string) => (Object.hasOwn(env.values, name) ? env.values[name] : undefined);
  return {
    text: (name) => {
      const value = get(name);
      return typeof value === 'string' ? value.trim() || undefined : undefined;
    },
    secret: (name) => {
      const value = get(name);
      return isSecret(value) && value.$secret.length > 0 ? value.$secret : undefined;
    },
    has: (name) => get(name) !== undefined,
    source: (name) => (Object.hasOwn(env.source, name) ? env.source[name] : undefined),
  };
}

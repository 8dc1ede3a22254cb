import { dialectOf } from './dialect.ts';
import type { Generation } from './known-releases.ts';
import { type LoadedConfig, type ReadOutcome, readConfig } from './load.ts';
import { createRedactor } from './redact.ts';

const DIALECTS = { '2026.2': await dialectOf('2026.2'), '2026.9': await dialectOf('2026.9') };

export const ROOT = '/srv/oc/openclaw.json';

/** Loads a config from files that exist only here. Links map a path to what it really is. */
export function load(
  files: { readonly [path: string]: string | Uint8Array | ReadOutcome },
  env: { readonly [name: string]: string } = {},
  links: { readonly [path: string]: string } = {},
  generation: Generation = '2026.2',
): LoadedConfig {
  const read = (path: string): ReadOutcome => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) return { status: 'missing' };
    if (typeof file === 'string') return { status: 'ok', bytes: new TextEncoder().encode(file) };
    return file instanceof Uint8Array ? { status: 'ok', bytes: file } : file;
  };
  return readConfig({
    path: ROOT,
    read,
    realpath: (path) => links[path] ?? path,
    env: (name) => (Object.hasOwn(env, name) ? env[name] : undefined),
    redactor: createRedactor(),
    readSecretFile: (path) => {
      const outcome = read(path);
      return outcome.status === 'failed' ? { status: 'failed', reason: 'unreadable' } : outcome;
    },
  }).as(DIALECTS[generation]);
}

export const problems = ({ snapshot }: LoadedConfig) =>
  snapshot.issues.map(({ code, problem }) => `${code}:${problem}`);

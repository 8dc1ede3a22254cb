import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue, Route } from '../document/parse.ts';
import { isJsonList, objectAt, textAt, valueAt } from './schema-values.ts';

/** `{source, provider, id}` in the place of a secret. */
interface SecretRef {
  readonly source: 'env' | 'file' | 'exec' | 'store';
  readonly provider: string;
  readonly id: string;
}

/** Why a reference gives no secret here. */
export type SecretProblem =
  | 'env_unset'
  | 'env_not_allowed'
  | 'no_provider'
  | 'other_source'
  | 'file_missing'
  | 'file_unreadable'
  | 'file_too_large'
  | 'file_exposed'
  | 'file_symlink'
  | 'file_malformed'
  | 'bad_id'
  | 'no_value'
  | 'exec_not_run'
  | 'store_not_read'
  | 'too_many';

/** What became of one reference. Never the secret. */
export interface SecretReference {
  readonly route: Route;
  readonly source: SecretRef['source'];
  readonly provider: string;
  /** Name of the variable or pointer into the file. */
  readonly id: string;
  /** Absent when it was resolved. */
  readonly problem?: SecretProblem;
}

export type SecretFileOutcome =
  | { readonly status: 'ok'; readonly bytes: Uint8Array }
  | { readonly status: 'missing' }
  | {
      readonly status: 'failed';
      readonly reason: 'unreadable' | 'too_large' | 'exposed' | 'symlink';
    };

export interface SecretSources {
  readonly env: (name: string) => string | undefined;
  /** Reads a file that a provider names, at most `limit` bytes; the path is as written. */
  readonly readFile: (path: string, limit: number) => SecretFileOutcome;
}

export interface SecretResolver {
  /** The secret that a reference stands for; undefined when there is none to be had. */
  resolve(route: Route, ref: SecretRef): string | undefined;
  readonly seen: readonly SecretReference[];
}

const MAX_REFERENCES = 500;
const MAX_BYTES = 1024 * 1024;
const ENV_NAME = /^[A-Z][A-Z0-9_]{0,127}$/;

/** Undefined for what is no reference. */
export function secretRefOf(value: JsonValue | undefined): SecretRef | undefined {
  if (!isJsonObject(value)) return undefined;
  const source = valueAt(value, 'source');
  const id = valueAt(value, 'id');
  if (source !== 'env' && source !== 'file' && source !== 'exec' && source !== 'store')
    return undefined;
  const provider = valueAt(value, 'provider');
  return typeof id === 'string'
    ? { source, provider: typeof provider === 'string' ? provider : '', id }
    : undefined;
}

/** The references that an audit resolves: how one gets into the gateway, and into its channels. */
export function isAuditTarget([first, second, third]: Route): boolean {
  if (first === 'channels') return true;
  if (first !== 'gateway' || (second !== 'auth' && second !== 'remote')) return false;
  return third === 'token' || third === 'password';
}

/** Resolves references by reading only: the environment and files. Programs are never run. */
export function createSecretResolver(tree: JsonValue, sources: SecretSources): SecretResolver {
  const seen: SecretReference[] = [];
  const known = new Map<string, string | undefined>();
  const files = new Map<string, SecretFileOutcome>();
  const readFile: SecretSources['readFile'] = (path, limit) => {
    const outcome = files.get(path) ?? sources.readFile(path, limit);
    files.set(path, outcome);
    return outcome;
  };
  return {
    seen,
    resolve(route, ref) {
      const key = JSON.stringify(route);
      if (known.has(key)) return known.get(key);
      const found =
        seen.length < MAX_REFERENCES
          ? lookUp(tree, ref, { env: sources.env, readFile })
          : ({ problem: 'too_many' } as const);
      const problem = 'problem' in found ? { problem: found.problem } : {};
      const secret = 'secret' in found ? found.secret : undefined;
      known.set(key, secret);
      if (seen.length <= MAX_REFERENCES) seen.push({ route, ...ref, ...problem });
      return secret;
    },
  };
}

type Found = { readonly secret: string } | { readonly problem: SecretProblem };

function lookUp(tree: JsonValue, ref: SecretRef, sources: SecretSources): Found {
  const { source, id } = ref;
  if (source === 'exec') return { problem: 'exec_not_run' };
  if (source === 'store') return { problem: 'store_not_read' };
  const name = ref.provider.trim() || textAt(tree, 'secrets', 'defaults', source) || 'default';
  const provider = valueAt(tree, 'secrets', 'providers', name);
  if (!isJsonObject(provider)) {
    // The environment needs no provider to be declared.
    return source === 'env' && name === 'default'
      ? fromEnv(id, undefined, sources)
      : { problem: 'no_provider' };
  }
  if (textAt(provider, 'source') !== source) return { problem: 'other_source' };
  return source === 'env'
    ? fromEnv(id, valueAt(provider, 'allowlist'), sources)
    : fromFile(id, provider, sources);
}

function fromEnv(id: string, allowlist: JsonValue | undefined, { env }: SecretSources): Found {
  if (!ENV_NAME.test(id)) return { problem: 'bad_id' };
  if (isJsonList(allowlist) && !allowlist.includes(id)) return { problem: 'env_not_allowed' };
  const secret = env(id);
  return secret?.trim() ? { secret } : { problem: 'env_unset' };
}

function fromFile(id: string, provider: JsonValue, { readFile }: SecretSources): Found {
  const path = textAt(provider, 'path');
  if (path === '') return { problem: 'file_missing' };
  const wanted = valueAt(provider, 'maxBytes');
  const limit = typeof wanted === 'number' && wanted > 0 ? Math.min(wanted, MAX_BYTES) : MAX_BYTES;
  const read = readFile(path, limit);
  if (read.status === 'missing') return { problem: 'file_missing' };
  if (read.status === 'failed') return { problem: `file_${read.reason}` };
  const text = new TextDecoder('utf-8').decode(read.bytes);
  if (textAt(provider, 'mode') === 'singleValue') {
    if (id !== 'value') return { problem: 'bad_id' };
    const secret = text.replace(/\r?\n$/, '');
    return secret.trim() ? { secret } : { problem: 'no_value' };
  }
  let document: JsonValue;
  try {
    document = JSON.parse(text);
  } catch {
    return { problem: 'file_malformed' };
  }
  if (Object.keys(objectAt(document)).length === 0) return { problem: 'file_malformed' };
  return atPointer(document, id);
}

/** The text at a JSON pointer (RFC 6901). */
function atPointer(document: JsonValue, pointer: string): Found {
  if (!pointer.startsWith('/')) return { problem: 'bad_id' };
  let value: JsonValue | undefined = document;
  for (const part of pointer.slice(1).split('/')) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = valueAt(value, isJsonList(value) && /^\d{1,6}$/.test(step) ? Number(step) : step);
  }
  return typeof value === 'string' && value.trim() ? { secret: value } : { problem: 'no_value' };
}

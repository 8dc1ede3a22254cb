import type { Route } from '../document/route.ts';
import type { Generation } from './known-releases.ts';
import { isSecret, type Secret } from './secret.ts';
import type { SecretReference } from './secret-refs.ts';

/** A value of the canonical config: includes merged, `${ENV}` filled in, secrets replaced. */
export type ConfigValue =
  | null
  | boolean
  | number
  | string
  | Secret
  | readonly ConfigValue[]
  | ConfigObject;

export type ConfigObject = { readonly [key: string]: ConfigValue };

/** Whether a value is an object of the config itself: neither a list nor what stands for a secret. */
export function isObject(value: unknown): value is ConfigObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSecret(value);
}

/** The child of a value, own properties only. */
export function child(
  value: ConfigValue | undefined,
  step: string | number,
): ConfigValue | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/**
 * Where the values of the canonical tree were written. A node without `at` inherits its parent's
 * place plus its own key, so a config without includes needs the root node only.
 */
export interface Origin {
  /** Index into the list of config files, and the route inside that file. */
  readonly at?: { readonly file: number; readonly route: Route };
  readonly children?: { readonly [key: string]: Origin };
}

/** Something OpenClaw's loader refuses or ignores; becomes a `config.invalid.*` finding. */
export interface ConfigIssue {
  readonly code:
    | 'syntax'
    | 'encoding'
    | 'too_large'
    | 'too_deep'
    | 'not_an_object'
    | 'include'
    | 'env_unset'
    | 'unknown_key'
    | 'unknown_channel'
    | 'type'
    | 'value'
    | 'legacy_key'
    | 'duplicate_key'
    | 'retired'
    | 'rule';
  /** Index into the list of config files. */
  readonly file: number;
  /** Route inside that file; empty for the file as a whole. */
  readonly route: Route;
  /** Known when there is no parse tree to look the route up in (syntax errors). Counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Which sub-case; a message id of the check of the same code (for example include: "cycle"). */
  readonly problem: string;
  /** Arguments of the message. Never a secret. */
  readonly args: { readonly [name: string]: string | number };
}

/** One file that took part in the config: the root first, then includes in the order read. */
export interface ConfigFile {
  /** Absolute path as it was written or resolved. */
  readonly path: string;
  /**
   * The text with secrets and comments blanked out, character for character, so that offsets hold.
   * Absent when the file could not be read.
   */
  readonly text?: string;
  /** False when the two parsers disagree about the text: then no position in it can be trusted. */
  readonly positions: boolean;
}

/** A string that was written with `${NAME}`. */
export interface EnvReference {
  readonly route: Route;
  readonly names: readonly string[];
  readonly unset: readonly string[];
}

export interface ConfigSnapshot {
  /** The generation of releases whose schema and rules the issues are of. */
  readonly generation: Generation;
  readonly files: readonly ConfigFile[];
  /** The root object; `{}` when the file is missing or holds no object. */
  readonly tree: ConfigValue;
  readonly origins: Origin;
  readonly issues: readonly ConfigIssue[];
  readonly envReferences: readonly EnvReference[];
  /** SecretRefs that an audit looks up; absent when there are none. */
  readonly secretReferences?: readonly SecretReference[];
  /** True when the file does not exist: OpenClaw then runs on defaults. */
  readonly missing: boolean;
  /** True when nothing of the root file could be understood: settings are unknown, not default. */
  readonly unreadable: boolean;
}

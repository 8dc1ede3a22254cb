import type { JsonValue } from '../document/parse.ts';
import type { Origin } from './tree.ts';

/**
 * The config between loading and redaction: includes merged and variables filled in, secrets still
 * readable. Lives only inside `loadConfig`; nothing of it is ever stored.
 */
export interface LoadedTree {
  readonly value: JsonValue;
  /** Where each value was written; ask with `originOf`. */
  readonly origins: Origin;
}

import type { Hooks } from '../../posture/hooks.ts';

/**
 * Whether a secret stands in the config itself. A dummy does: it is what callers must send. Text that
 * reads like a reference does not. `byName` counts references to variables too.
 */
export function isStored(secret: NonNullable<Hooks['token']>, byName: boolean): boolean {
  const { kind, length, template } = secret;
  if (length === 0 || kind === 'ref' || template) return false;
  return kind !== 'env' || byName;
}

import type { Check } from '../checks/define.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Suppressed } from '../posture/suppressed.ts';
import { isSelected, maySelect } from './selection.ts';

interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/**
 * Tells whether a run would have found what a suppression is about. Checks that were left out or
 * could not decide say nothing, and without `--deep` neither do those that look at code or the
 * running gateway. Which check a fingerprint alone belongs to is not known: all must have run.
 */
export function lookedFor(
  checks: readonly Check[],
  decided: ReadonlyMap<string, unknown>,
  snapshot: Snapshot,
  { only, skip }: Selection,
): Suppressed['wasLookedFor'] {
  const missing = DEEP.filter((part) => snapshot[part].status === 'absent');
  const wasAsked = ({ id, needs }: Check) =>
    decided.has(id) && !missing.some((part) => needs.includes(part));
  const others = checks.filter(({ needs }) => !needs.includes('suppressed'));
  const isWanted = (checkId: string | undefined) =>
    checkId === undefined
      ? only.length === 0 && skip.length === 0
      : (only.length === 0 || isSelected(checkId, only)) && !isSelected(checkId, skip);
  return ({ checkId }) =>
    isWanted(checkId) &&
    others
      .filter(({ id }) => checkId === undefined || maySelect(id, [checkId]))
      .every((check) => wasAsked(check));
}

/** What only `--deep` gathers; posture and snapshot have the same names for it. */
const DEEP = ['code', 'gatewayProbe', 'live', 'listeners'] as const;

import type { Snapshot } from '../gather/snapshot.ts';
import type { UnmeasuredEntry } from './report.ts';

/** Checks that came to no answer, by what was missing. */
export type Undecided = Map<string, UnmeasuredEntry>;

/** Notes that a check came to no answer because a part was missing. */
export function addUndecided(
  entries: Undecided,
  part: string,
  reason: UnmeasuredEntry['reason'],
  check: string,
): void {
  const known = entries.get(part);
  entries.set(part, { part, reason, checks: [...(known?.checks ?? []), check] });
}

/** Failed parts with the checks they left undecided, then what single files or commands hid. */
export function listUnmeasured(
  snapshot: Snapshot,
  undecided: Undecided,
): readonly UnmeasuredEntry[] {
  const entries = new Map(undecided);
  for (const [part, value] of Object.entries(snapshot)) {
    if (typeof value !== 'object' || value?.status !== 'failed') continue;
    const known = entries.get(part);
    entries.set(part, {
      part,
      reason: value.reason,
      ...(value.detail === undefined ? {} : { detail: value.detail }),
      checks: known?.checks ?? [],
    });
  }
  const single = snapshot.unmeasured.map((entry) => ({ ...entry, checks: [] }));
  return [...entries.values(), ...single];
}

import type { Disk } from './disk.ts';
import { inParent, type Owner } from './guard.ts';
import { tidyJournals } from './journal.ts';
import { type DiskPlace, pathOf } from './place.ts';
import { removeStrays } from './temporary.ts';

/** Removes what killed runs have left beside these files and among the journals. */
export function tidyUp(
  disk: Disk,
  stateDir: string,
  files: readonly DiskPlace[],
  owner: Owner,
): void {
  tidyJournals(disk, stateDir, owner);
  const seen = new Set<string>();
  for (const place of files) {
    const key = pathOf({ ...place, below: place.below.slice(0, -1) });
    if (seen.has(key)) continue;
    seen.add(key);
    try {
      inParent(disk, place, (dir) => removeStrays(disk, dir, owner));
    } catch {
      // Nothing of this run depends on it; the next one tries again.
    }
  }
}

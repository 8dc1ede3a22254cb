import type { Suppression } from './suppression-entry.ts';

/** One suppression and what became of it. */
export interface UsedSuppression {
  readonly entry: Suppression;
  readonly expired: boolean;
  /** How many findings it took out. */
  readonly count: number;
  /** Whether a finding of its id and place was left because its words are others. */
  readonly wordsDiffer: boolean;
}

/** What suppressing came to; known only when all other checks have run. */
export interface Suppressed {
  readonly uses: readonly UsedSuppression[];
  /** Whether every finding that an entry could mean was looked for in this run. */
  wasLookedFor(entry: Suppression): boolean;
}

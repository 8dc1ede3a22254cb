import type { Snapshot } from '../gather/snapshot.ts';
import type { Report } from '../judge/report.ts';
import type { Applied } from './apply.ts';
import type { Plan } from './plan.ts';
import type { Verified } from './verify.ts';

/** A whole run of `--fix`, for those who report it. */
export interface FixOutcome {
  readonly plan: Plan;
  /** The texts of the config files before, secrets and comments blanked out. */
  readonly masked: ReadonlyMap<string, string>;
  /** Undefined when only the plan was asked for, or it was turned down. */
  readonly applied?: Applied;
  readonly verified?: Verified;
  /** The gateway as it is now. */
  readonly report: Report;
}

/** The texts of the config that may be shown. */
export function maskedTexts({ config }: Snapshot): FixOutcome['masked'] {
  const files = config.status === 'ok' ? config.value.files : [];
  return new Map(files.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])));
}

/** How many changes a plan holds. */
export function countChanges({ edits, access }: Plan): number {
  const settings = edits.reduce((sum, { repairs }) => sum + repairs.length, 0);
  return settings + access.filter(({ state }) => state === 'loose').length;
}

import type { ReadFailure } from '../config/source.ts';

/** Why a part could not be measured. Worded in `report/`. */
export type Reason = ReadFailure;

/** One collector's result. Data that is missing is never taken for data that is fine. */
export type Part<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'absent' }
  | { readonly status: 'failed'; readonly reason: Reason; readonly detail?: string };

/** Something that hit a bound or could not be read while the rest of its part was fine. */
export interface Unmeasured {
  /** Name of the collector: files, transcripts, containers … */
  readonly part: string;
  readonly reason: Reason;
  /** The path, command or setting concerned. */
  readonly subject?: string;
  readonly detail?: string;
}

import type { Reason } from './part.ts';

export interface Missing {
  readonly status: 'missing';
}
/** Most files that are looked for are not there: an answer costs less than an error. */
export const MISSING: Missing = { status: 'missing' };

export interface Failed {
  readonly status: 'failed';
  readonly reason: Reason;
  readonly detail: string;
}

/** The code of a file system error; the kind of error for anything else. */
export function errnoOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What a file system error means to a collector. */
export function outcomeOf(error: unknown): Missing | Failed {
  const detail = errnoOf(error);
  // A circle of links leads nowhere, like one that dangles; so OpenClaw takes it too.
  if (detail === 'ENOENT' || detail === 'ENOTDIR' || detail === 'ELOOP') return MISSING;
  return { status: 'failed', reason: 'unreadable', detail };
}

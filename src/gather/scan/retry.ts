import type { Batch } from './batch.ts';

/** What becomes of a batch during which a thread died or hung. */
export interface Retry {
  readonly again?: Batch;
  readonly givenUp?: Batch;
}

/** `file` is the number of the file it was at, or of none where files are followed together. */
export function retryOf(batch: Batch, file: number): Retry {
  const { whole, ...apart } = batch;
  const { files, modules, unfollowed = [] } = batch;
  const name = files[file];
  if (modules || name === undefined) return { givenUp: batch };
  if (!unfollowed.includes(name)) return { again: { ...batch, unfollowed: [...unfollowed, name] } };
  const others = files.filter((it) => it !== name);
  const givenUp = { ...apart, files: [name] };
  return others.length === 0 ? { givenUp } : { again: { ...batch, files: others }, givenUp };
}

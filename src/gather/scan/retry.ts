import type { Batch } from './batch.ts';

/** What becomes of a batch during which a thread died or hung. */
export interface Retry {
  readonly again?: Batch;
  readonly givenUp?: Batch;
}

/** `file` is the number of the file it was at, or of none while the files were followed together. */
export function retryOf(batch: Batch, file: number): Retry {
  const { whole, ...apart } = batch;
  const { files, modules, unfollowed = [] } = batch;
  if (modules) return { givenUp: batch };
  const name = files[file];
  // They are followed once more when all of the item are known.
  if (name === undefined) return { again: apart };
  if (!unfollowed.includes(name)) return { again: { ...batch, unfollowed: [...unfollowed, name] } };
  const others = files.filter((it) => it !== name);
  const givenUp = { ...apart, files: [name] };
  return others.length === 0 ? { givenUp } : { again: { ...batch, files: others }, givenUp };
}

import { createContext, Script } from 'node:vm';

/** Runs work that takes no time to speak of, and ends it when it hangs. */
export type Run = <T>(work: () => T) => T;

/** Work was ended because it took too long. */
export class HangError extends Error {
  override readonly name = 'HangError';
}

/**
 * Work of this very thread, ended by the engine after `patience` ms with a `HangError`: a few dozen
 * files do not pay for threads that could be ended instead.
 */
export function boundedBy(patience: number): Run {
  const box: { work: () => void } = { work: () => {} };
  const context = createContext(box);
  const script = new Script('work()');
  return <T>(work: () => T): T => {
    const results: T[] = [];
    box.work = () => {
      results.push(work());
    };
    try {
      script.runInContext(context, { timeout: patience });
    } catch (error) {
      throw isTimeout(error) ? new HangError() : error;
    }
    for (const result of results) return result;
    throw new HangError();
  };
}

/** It is made in the other context, and no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

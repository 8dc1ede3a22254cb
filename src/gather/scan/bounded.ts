import { createContext, Script } from 'node:vm';
import { cpuTime } from './cpu-time.ts';

/** Runs work that takes no time to speak of, and ends it when it hangs. */
export type Run = <T>(work: () => T) => T;

/** Work was ended because it took too long. */
export class HangError extends Error {
  override readonly name = 'HangError';
}

/** How much longer a second try gets, where the machine was busy with other things. */
const AGAIN = 8;

/**
 * Work of this very thread, ended by the engine with a `HangError` when it hangs: a few dozen files do
 * not pay for threads that could be ended instead. The engine's clock is that of the wall; work that
 * got less than half of its `patience`, in ms, as CPU time is tried once more.
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
    const ended = (timeout: number): boolean => {
      try {
        script.runInContext(context, { timeout });
        return true;
      } catch (error) {
        if (!isTimeout(error)) throw error;
        return false;
      }
    };
    const before = cpuTime();
    if (!ended(patience) && cpuTime() - before < patience / 2) ended(patience * AGAIN);
    for (const result of results) return result;
    throw new HangError();
  };
}

/** It is made in the other context, and no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

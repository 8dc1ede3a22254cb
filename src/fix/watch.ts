import { type FSWatcher, watch } from 'node:fs';
import { dirPath, type OpenDir } from './guard.ts';

/** Sees which entries of a directory are replaced, in order, where the system tells. */
export interface Watch {
  /** Forgets what has been seen so far. */
  reset(): Promise<void>;
  /** Names since then, in order; a name again each time it is replaced. */
  seen(): Promise<readonly string[]>;
  close(): void;
}

/** Turns of the event loop after which the system has handed over what it saw before. */
const TURNS = 3;

async function letEventsIn(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((next) => setTimeout(next, 1));
}

/** Starts to watch a directory; where that is not possible nothing is ever seen. */
export function watchDirectory(dir: OpenDir): Watch {
  let names: string[] = [];
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirPath(dir), { persistent: false, encoding: 'latin1' }, (kind, name) => {
      if (kind === 'rename' && name !== null) names.push(name);
    });
    watcher.on('error', () => {});
  } catch {
    watcher = undefined;
  }
  return {
    async reset() {
      await letEventsIn();
      names = [];
    },
    async seen() {
      await letEventsIn();
      return names;
    },
    close: () => watcher?.close(),
  };
}

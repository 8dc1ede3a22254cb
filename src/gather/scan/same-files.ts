import type { FileResult } from '../../scan/finding.ts';
import type { Wanted } from './batch.ts';

/**
 * What files gave, by where they lie in their item and what they hold: the same skill is installed for
 * several agents, published under several names, and shares its files with others of its author.
 */
export interface SameFiles {
  get(file: SameFile): readonly FileResult[] | undefined;
  set(file: SameFile, results: readonly FileResult[]): void;
}

interface SameFile extends Wanted {
  /** Relative to the item: what a file is called decides what is looked for in it. */
  readonly path: string;
  readonly sha256: string;
}

/** Characters that are remembered. */
const MAX_REMEMBERED = 16 * 1024 * 1024;

/** Results are kept as JSON: as values they would hold on to the texts that they are pieces of. */
export function sameFiles(most = MAX_REMEMBERED): SameFiles {
  const known = new Map<string, string>();
  let room = most;
  return {
    get(file) {
      const written = known.get(keyOf(file));
      return written === undefined ? undefined : (JSON.parse(written) as readonly FileResult[]);
    },
    set(file, results) {
      const key = keyOf(file);
      const written = results.length === 0 ? NOTHING : JSON.stringify(results);
      if (key.length + written.length > room) return;
      room -= key.length + written.length;
      known.set(key, written);
    },
  };
}

const NOTHING = '[]';

function keyOf({ path, sha256, indicators, reference }: SameFile): string {
  return `${sha256} ${indicators}${reference ?? ''} ${path}`;
}

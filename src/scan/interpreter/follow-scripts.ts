import type { ScanFinding } from '../finding.ts';
import type { ModuleFile, ModuleReader } from '../modules/follow.ts';
import type { resolveScript } from '../modules/resolve.ts';
import { analyse } from './analyse.ts';
import type { Library } from './library.ts';
import { isNode, type Node } from './node.ts';
import type { Value } from './value.ts';

type Parse = (path: string, text: string) => Node | undefined;

/** What following files of one language takes. */
export interface Tools {
  readonly library: Library;
  readonly parse: Parse;
  readonly resolve: typeof resolveScript;
}

/**
 * Follows data through files that import one another, in the order given. Of a file that is done
 * only what it exports is kept; trees that were made before and handed over are not made again. A
 * file that is imported before it was looked at, in a cycle, is known to its importer in a second
 * look.
 */
export function followScripts(
  paths: readonly string[],
  read: ModuleReader,
  { library, parse, resolve }: Tools,
): readonly ScanFinding[] {
  const wanted = new Set(paths);
  const exports = new Map<string, Value>();
  const early = new Set<string>();
  const findings: ScanFinding[] = [];
  const look = (file: ModuleFile) => {
    const program = isNode(file.tree) ? file.tree : parse(file.path, file.text);
    if (!program) return;
    const analysis = analyse(
      program,
      file,
      library,
      () => [],
      (specifier) => {
        const path = resolve(file.path, specifier, (it) => wanted.has(it));
        if (path === undefined || path === file.path) return undefined;
        const known = exports.get(path);
        if (!known) early.add(file.path);
        return known;
      },
    );
    exports.set(file.path, analysis.exports);
    findings.push(...analysis.findings);
  };
  for (const path of paths) {
    const file = read(path);
    if (file) look(file);
  }
  for (const path of [...early]) {
    const file = read(path);
    if (file) look(file);
  }
  return findings;
}

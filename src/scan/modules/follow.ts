import type { Fact, FileResult } from '../finding.ts';
import { type Order, relevantModules } from './graph.ts';
import { resolveScript } from './resolve.ts';
import { resolvePython } from './resolve-python.ts';
import { endItem, importsOf, MODULE_FACT, traitsOf } from './traits.ts';

const NOTHING: Order = { paths: [], left: 0 };

/** The files of an item between which data is to be followed, by what each showed by itself. */
export function modulesToFollow(results: readonly FileResult[]): Order {
  endItem();
  const modules = new Map<string, Fact>();
  for (const { facts } of results)
    for (const fact of facts) if (fact.kind === MODULE_FACT) modules.set(fact.file, fact);
  if (modules.size < 2) return NOTHING;
  const imports = new Map<string, readonly string[]>();
  const names = namesIn(modules.keys());
  const has = (path: string) => modules.has(path);
  for (const [path, fact] of modules) {
    const { language, imports: specifiers } = importsOf(fact);
    const isPython = language === 'python';
    const targets = specifiers.flatMap((specifier) => {
      // Most modules of Python are its own: nothing in the item is called like them.
      if (isPython && !specifier.startsWith('.') && !names.has(topOf(specifier))) return [];
      return (isPython ? resolvePython : resolveScript)(path, specifier, has) ?? [];
    });
    if (targets.length > 0) imports.set(path, [...new Set(targets)]);
  }
  // What they hold is not looked for where nothing can go from one to another.
  if (imports.size === 0) return NOTHING;
  const traits = new Map<string, string>();
  for (const [path, fact] of modules) traits.set(path, traitsOf(fact));
  return relevantModules({ traits, imports });
}

/** What folders and files are called, files without their extension. */
function namesIn(paths: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of paths)
    for (const name of path.split('/')) names.add(name).add(name.replace(/\.py$/, ''));
  return names;
}

/** `a` of `a.b.c`. */
function topOf(specifier: string): string {
  const dot = specifier.indexOf('.');
  return dot < 0 ? specifier : specifier.slice(0, dot);
}

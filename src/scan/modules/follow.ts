import type { FileResult } from '../finding.ts';
import { type Order, relevantModules } from './graph.ts';
import { resolveScript } from './resolve.ts';
import { resolvePython } from './resolve-python.ts';
import { MODULE_FACT, type ModuleTraits, traitsOf } from './traits.ts';

/** The files of an item between which data is to be followed, by what each showed by itself. */
export function modulesToFollow(results: readonly FileResult[]): Order {
  const traits = new Map<string, string>();
  const modules = new Map<string, ModuleTraits>();
  for (const { facts } of results)
    for (const fact of facts) {
      if (fact.kind !== MODULE_FACT) continue;
      const known = traitsOf(fact);
      traits.set(fact.file, known.traits);
      modules.set(fact.file, known);
    }
  if (traits.size < 2) return { paths: [], left: 0 };
  const imports = new Map<string, readonly string[]>();
  const names = namesIn(traits.keys());
  const has = (path: string) => traits.has(path);
  for (const [path, { language, imports: specifiers }] of modules) {
    const isPython = language === 'python';
    const targets = specifiers.flatMap((specifier) => {
      // Most modules of Python are its own: nothing in the item is called like them.
      if (isPython && !specifier.startsWith('.') && !names.has(topOf(specifier))) return [];
      return (isPython ? resolvePython : resolveScript)(path, specifier, has) ?? [];
    });
    if (targets.length > 0) imports.set(path, [...new Set(targets)]);
  }
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

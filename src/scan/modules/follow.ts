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
  for (const [path, { language, imports: specifiers }] of modules) {
    const resolve = language === 'python' ? resolvePython : resolveScript;
    const targets = specifiers.flatMap(
      (specifier) => resolve(path, specifier, (it) => traits.has(it)) ?? [],
    );
    if (targets.length > 0) imports.set(path, [...new Set(targets)]);
  }
  return relevantModules({ traits, imports });
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modulesToFollow } from './follow.ts';
import { relevantModules } from './graph.ts';
import { resolvePython } from './resolve-python.ts';
import { moduleFact } from './traits.ts';

const name = fc.constantFrom('a', 'b', 'c', '__init__', 'os');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((all) => `${all.join('/')}.py`);
const specifier = fc
  .tuple(fc.constantFrom('', '.', '..'), fc.array(name, { maxLength: 3 }))
  .map(([dots, all]) => dots + all.join('.'))
  .filter((it) => it !== '');
const files = fc.dictionary(
  path,
  fc.record({ traits: fc.constantFrom('s', 'n', ''), imports: fc.array(specifier) }),
);

test('modules that nothing in the item is called like are none of it', () => {
  fc.assert(
    fc.property(files, (all) => {
      const known = Object.entries(all).map(([file, it]) => ({
        file,
        fact: moduleFact(file, { language: 'python', ...it }),
        ...it,
      }));
      const kept = known.filter(({ fact }) => fact !== undefined);
      const traits = new Map(kept.map((it) => [it.file, it.traits]));
      const has = (it: string) => traits.has(it);
      const imports = new Map(
        kept.map((it) => [
          it.file,
          [...new Set(it.imports.flatMap((one) => resolvePython(it.file, one, has) ?? []))],
        ]),
      );
      const results = known.map(({ file, fact }) => ({
        path: file,
        findings: [],
        facts: fact ? [fact] : [],
      }));
      expect(modulesToFollow(results)).toEqual(relevantModules({ traits, imports }));
    }),
    { numRuns: 1000 },
  );
});

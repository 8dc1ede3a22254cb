import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modulesToFollow } from './follow.ts';
import { relevantModules } from './graph.ts';
import { resolvePython } from './resolve-python.ts';
import { moduleFact, openModuleFact } from './traits.ts';

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

test('what files hold is looked for only where one imports another, and then decides the same', () => {
  fc.assert(
    fc.property(files, fc.boolean(), (all, seen) => {
      const asked = new Set<string>();
      const told = (open: boolean) =>
        Object.entries(all).map(([file, { traits, imports }]) => {
          const known = { language: 'python', imports } as const;
          const find = () => {
            asked.add(file);
            return traits;
          };
          const holdsSome = () => seen && traits !== '';
          const fact = open
            ? openModuleFact(file, 1, { ...known, holdsSome, traits: find })
            : moduleFact(file, { ...known, traits });
          return { path: file, findings: [], facts: fact ? [fact] : [] };
        });
      const results = told(true);
      asked.clear();
      const order = modulesToFollow(results);
      expect(order).toEqual(modulesToFollow(told(false)));
      // From then on they say it themselves.
      const ofAsked = ({ path }: { readonly path: string }) => asked.has(path);
      expect(results.filter(ofAsked)).toEqual(told(false).filter(ofAsked));
    }),
    { numRuns: 1000 },
  );
});

test('a file by itself is not asked what it holds, and may hold anything for others', () => {
  const find = () => expect.unreachable();
  const imports = ['.b'];
  const fact = openModuleFact('a.py', 1, {
    language: 'python',
    imports,
    holdsSome: find,
    traits: find,
  });
  const facts = fact ? [fact] : [];
  expect(modulesToFollow([{ path: 'a.py', findings: [], facts }]).paths).toEqual([]);
  const other = moduleFact('b.py', { language: 'python', traits: 's', imports: [] });
  const copies = structuredClone([...facts, ...(other ? [other] : [])]);
  expect(modulesToFollow([{ path: '', findings: [], facts: copies }]).paths).toHaveLength(2);
});

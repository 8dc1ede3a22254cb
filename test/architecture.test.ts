import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.resolve('src');
const STAGES = [
  'text',
  'locate',
  'document',
  'config',
  'scan',
  'live',
  'gather',
  'posture',
  'checks',
  'judge',
  'fix',
  'report',
  'cli',
];
/** Stages that compute and never touch the world. */
const PURE = new Set([
  'text',
  'document',
  'config',
  'scan',
  'posture',
  'checks',
  'judge',
  'report',
]);

interface Import {
  readonly file: string;
  readonly spec: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);
const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(path.join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g),
  ].map((match) => ({ file, spec: match[1] ?? '' })),
);
const stageOf = (file: string) => file.split(path.sep)[0] ?? '';
const targetOf = ({ file, spec }: Import) => path.normalize(path.join(path.dirname(file), spec));

test('a stage imports only from the stages before it', () => {
  const wrong = imports.filter((entry) => {
    const from = STAGES.indexOf(stageOf(entry.file));
    if (from < 0 || !entry.spec.startsWith('.')) return false;
    const target = stageOf(targetOf(entry));
    if (target.endsWith('.ts')) return target !== 'version.ts';
    return STAGES.indexOf(target) > from;
  });
  expect(wrong).toEqual([]);
});

test('pure stages import nothing of the platform', () => {
  const wrong = imports.filter(
    ({ file, spec }) => PURE.has(stageOf(file)) && spec.startsWith('node:'),
  );
  expect(wrong).toEqual([]);
});

test('checks see the posture and nothing behind it', () => {
  const wrong = imports.filter(
    (entry) =>
      stageOf(entry.file) === 'checks' &&
      entry.spec.startsWith('.') &&
      ['gather', 'locate', 'cli', 'report'].includes(stageOf(targetOf(entry))),
  );
  expect(wrong).toEqual([]);
});

test('there are no circular imports', () => {
  const edges = new Map<string, string[]>();
  for (const entry of imports)
    if (entry.spec.startsWith('.') && !isTypeOnly(entry))
      edges.set(entry.file, [...(edges.get(entry.file) ?? []), targetOf(entry)]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...trail, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) expect(visit(file, [])).toBeUndefined();
});

function isTypeOnly({ file, spec }: Import): boolean {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  return new RegExp(`import type [^;]*from '${spec.replaceAll('.', '\\.')}'`).test(text);
}

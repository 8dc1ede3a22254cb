import { expect, test } from 'vitest';
import { includeRoots } from './include-roots.ts';
import { load, problems, ROOT } from './load.harness.ts';

const roots = (written: string) =>
  includeRoots((name) => ({ OPENCLAW_INCLUDE_ROOTS: written, HOME: '/home/u' })[name]);

test('absolute directories of a path list', () => {
  expect(roots('/a: ~/b :relative::/c d')).toEqual(['/a', '/home/u/b', '/c d']);
  expect(roots('C:\\a;D:/b')).toEqual(['C:\\a', 'D:/b']);
  expect(roots('')).toEqual([]);
});

const files = { [ROOT]: '{ $include: "/shared/a.json" }', '/shared/a.json': '{ gateway: {} }' };
const env = { OPENCLAW_INCLUDE_ROOTS: '/shared' };

test('later releases include from them, earlier ones and other directories do not', () => {
  expect(load(files, env, {}, '2026.9').snapshot.tree).toEqual({ gateway: {} });
  expect(problems(load(files, env, {}, '2026.9'))).toEqual([]);
  expect(problems(load(files, env))).toEqual(['include:escapes']);
  expect(problems(load(files, {}, {}, '2026.9'))).toEqual(['include:escapes']);
});

test('a link may not lead out of them', () => {
  const links = { '/shared/a.json': '/etc/a.json' };
  expect(problems(load(files, env, links, '2026.9'))).toEqual(['include:escapes']);
});

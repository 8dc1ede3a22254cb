import { expect, test } from 'vitest';
import { relevantModules } from './graph.ts';

const graph = (files: {
  readonly [path: string]: readonly [traits: string, ...imports: string[]];
}) =>
  relevantModules({
    traits: new Map(Object.entries(files).map(([path, [traits]]) => [path, traits])),
    imports: new Map(Object.entries(files).map(([path, [, ...imports]]) => [path, imports])),
  }).paths;

test('a file that imports both ends is followed, and both before it', () => {
  expect(
    graph({ main: ['', 'key', 'send', 'other'], key: ['s'], send: ['n'], other: [''] }),
  ).toEqual(['send', 'key', 'main']);
});

test('the name of a private file says nothing where no file is read', () => {
  expect(graph({ main: ['', 'name', 'send'], name: ['f'], send: ['n'] })).toEqual([]);
  expect(graph({ main: ['', 'name', 'send'], name: ['f'], send: ['dn'] })).toHaveLength(3);
  expect(
    graph({ main: ['', 'name', 'read', 'send'], name: ['f'], read: ['d'], send: ['n'] }),
  ).toEqual(['send', 'read', 'name', 'main']);
});

test('ends that no file brings together are not followed', () => {
  expect(graph({ a: ['', 'key'], key: ['s'], b: ['', 'send'], send: ['n'] })).toEqual([]);
});

test('files that import each other are followed once', () => {
  expect(graph({ a: ['s', 'b'], b: ['n', 'a'] })).toHaveLength(2);
});

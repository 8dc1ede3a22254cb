import { expect, test } from 'vitest';
import { load, ROOT } from '../config/load.harness.ts';
import { writtenNames } from './written.ts';

const named = (config: string, more: { readonly [path: string]: string } = {}) => {
  const { snapshot } = load({ [ROOT]: config, ...more }, {}, {}, '2026.9');
  return writtenNames(snapshot);
};

test('an agent that is written as an entry is called by it', () => {
  const { route, arg } = named('{ agents: { entries: { main: {}, "my agent": {} } } }');
  expect(route(['agents', 'list', 0, 'tools'])).toEqual(['agents', 'entries', 'main', 'tools']);
  expect(arg('`agents.list[1].tools` and agents.list[9]')).toBe(
    '`agents.entries["my agent"].tools` and agents.list[9]',
  );
  expect(arg(['agents.list[0]', 'x'])).toEqual(['agents.entries.main', 'x']);
  expect(arg(3)).toBe(3);
});

test('also where another file holds the entries', () => {
  const { route } = named('{ agents: { entries: { $include: "./a.json" } } }', {
    '/srv/oc/a.json': '{ work: {} }',
  });
  expect(route(['agents', 'list', 0])).toEqual(['agents', 'entries', 'work']);
});

test('a list stays a list', () => {
  const { route, arg } = named('{ agents: { list: [{ id: "main" }] } }');
  expect(route(['agents', 'list', 0])).toEqual(['agents', 'list', 0]);
  expect(arg('agents.list[0].model')).toBe('agents.list[0].model');
  expect(route(['gateway', 'bind'])).toEqual(['gateway', 'bind']);
});

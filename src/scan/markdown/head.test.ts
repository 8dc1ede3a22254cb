import { beforeAll, expect, test } from 'vitest';
import { prepare, scanFile } from '../scan-file.ts';

beforeAll(() => prepare(new Set(['markdown'])));

function head(lines: string, path = 'SKILL.md') {
  const text = `---\n${lines}\n---\n# Title\n`;
  const file = { path, language: 'markdown', text, bytes: new Uint8Array(1) } as const;
  const { findings, facts } = scanFile(file, { indicators: false });
  return {
    facts: facts.map(({ kind, value, line, column }) => `${kind} ${line}:${column} ${value}`),
    problems: findings
      .filter(({ rule }) => rule === 'unreadable-head')
      .map(({ line, args, severity }) => `${line} ${args.code} ${severity}`),
  };
}

test('name and description, whichever way YAML writes them', () => {
  expect(head('name: demo # short\ndescription: >-\n  two\n  lines\nextra: [a, b]')).toEqual({
    facts: ['skill-name 2:7 demo', 'skill-description 3:14 two lines'],
    problems: [],
  });
  expect(head('"name": "de\\u006do"\n? description\n: it: "works"').facts).toEqual([
    'skill-name 2:9 demo',
  ]);
});

test('what is no YAML is said at its line, and what can be read of it is', () => {
  expect(head('name: demo\ndescription: use when: asked')).toEqual({
    facts: ['skill-name 2:7 demo'],
    problems: ['3 BLOCK_AS_IMPLICIT_KEY info'],
  });
  expect(head('name: one\nname: two').problems).toEqual(['3 DUPLICATE_KEY info']);
});

test.each([
  ['aliases that multiply', `a: &a [1]\nb: &b [${'*a,'.repeat(60)}]\nname: x`],
  ['nesting', `name: ${'['.repeat(30_000)}`],
  ['nested maps', `name: ${'{a: '.repeat(10_000)}`],
  ['one long line', `name: ${'x'.repeat(60_000)}`],
  ['tags', 'name: !!js/function "x"'],
  ['keys without end', `${'? '.repeat(20_000)}`],
])('%s: read to an end', (_, lines) => {
  expect(Array.isArray(head(lines).problems)).toBe(true);
});

test('other files have no such head', () => {
  expect(head('name: a: b', 'README.md')).toEqual({ facts: [], problems: [] });
});

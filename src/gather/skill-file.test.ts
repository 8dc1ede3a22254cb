import { expect, test } from 'vitest';
import type { Generation } from '../config/known-releases.ts';
import { readSkillHead } from './skill-file.ts';

const RELEASES = ['2026.2', '2026.9'] as const;
const readHead = (text: string, release: Generation) =>
  readSkillHead(new TextEncoder().encode(text), release);
const file = (head: string) => `---\n${head}\n---\n# Title\n`;
const DEMO = { name: 'demo', description: 'Does it' };

test.each([
  ['name: demo\ndescription: Does it', DEMO],
  ['{name: demo, description: Does it}', DEMO],
  ['"name": "demo" # x\n\'description\' : \'Does it\'', DEMO],
  ['description: >- # folded\n  Does\n  it\nname: demo', DEMO],
  ['name: demo\ndescription: Does\n  it', DEMO],
  ['name: demo\ndescription: "Does\n  it"', DEMO],
  ['  name: demo\n  description: Does it', DEMO],
  ['tags:\n- a\nmore: [b]\nname: demo\ndescription: Does it', DEMO],
  ['meta: {"emoji":"x"}\nname: demo\ndescription: Does it', DEMO],
  ['name: demo\ndescription: |\n  a\n  ---\n  b', { name: 'demo', description: 'a\n---\nb' }],
  ["name: \"d\\u0065mo\"\ndescription: 'it''s'", { name: 'demo', description: "it's" }],
  ['name: &n demo\ndescription: *n', { name: 'demo', description: 'demo' }],
  ['description: Does it', { description: 'Does it' }],
  ['name: demo\ndescription: |\n', { name: 'demo' }],
  ['name: demo\ndescription: ""', { name: 'demo' }],
  ['metadata:\n  description: inner', {}],
  ['descriptions: x', {}],
  ['Description: x', {}],
])('YAML of any form, whatever the release: %j', (head, expected) => {
  for (const release of RELEASES) {
    expect(readHead(file(head), release)).toEqual(expected);
    expect(readHead(file(head).replaceAll('\n', '\r\n'), release)).toEqual(expected);
  }
});

test.each([
  ['name: demo\nname: other\ndescription: Does it'],
  ['name: demo\ndescription: Does it\nother: [1, 2'],
  ['name: demo\ndescription: Does it\n\tother: b'],
  ['name: demo\ndescription: Does it\nother: a: b'],
  ['name: demo\ndescription: Does it\nother: *nothing'],
  ['name: demo\ndescription:Does it'],
  ['- name: demo\n- description: Does it'],
  [`a: ${'['.repeat(10_000)}`],
  [`a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]`],
])('what is no YAML, or no map, says nothing: %j', (head) => {
  for (const release of RELEASES) expect(readHead(file(head), release)).toEqual({});
});

test.each([
  ['description: Use when: asked', 'Use when: asked'],
  ['description: @mention it', '@mention it'],
  ['"description": *bold* it', '*bold* it'],
  ['description: "Does it', '"Does it'],
  ['description: [a', '[a'],
])('the one line that later releases forgive: %j', (head, description) => {
  expect(readHead(file(head), '2026.9')).toEqual({ description });
  expect(readHead(file(head), '2026.2')).toEqual({});
});

test.each([
  ['name: 42', { name: '42', description: 'x' }, {}],
  ['name: [a]', { name: '["a"]', description: 'x' }, {}],
  ['name: {a: b}', { name: '{a: b}', description: 'x' }, {}],
  ['name: null', { name: 'null', description: 'x' }, { description: 'x' }],
  ['name:\n  a: b', { name: '{"a":"b"}', description: 'x' }, {}],
])('values that are no texts: %j', (head, later, earlier) => {
  expect(readHead(file(`${head}\ndescription: x`), '2026.9')).toEqual(later);
  expect(readHead(file(`${head}\ndescription: x`), '2026.2')).toEqual(earlier);
});

test('where a head begins and ends', () => {
  const read = (text: string) => RELEASES.map((release) => readHead(text, release));
  const demo = 'name: demo\ndescription: Does it\n';
  expect(read(`--- \n${demo}--- `)).toEqual([DEMO, DEMO]);
  expect(read(`---\r${demo.replaceAll('\n', '\r')}---\r`)).toEqual([DEMO, DEMO]);
  expect(read(`\uFEFF---\n${demo}---\n`)).toEqual([{}, DEMO]);
  expect(read(`----\n${demo}----\n`)).toEqual([DEMO, {}]);
  expect(read(`---\n${demo}---more\n# x\n---\n`)).toEqual([DEMO, {}]);
  expect(read(`\n---\n${demo}---\n`)).toEqual([{}, {}]);
  expect(read(`---\n${demo}`)).toEqual([{}, {}]);
  expect(read(demo)).toEqual([{}, {}]);
});

test.each([
  ['---\nname: a\ndescription: b\n---'],
  ['---\u00a0\nname: a\ndescription: b\n--- \u2028\nx'],
  ['\ufeff---\nname: a\ndescription: b\n---\t\n---\n'],
])('where a head ends: %j', (text) => {
  expect(readHead(text, '2026.9')).toEqual({ name: 'a', description: 'b' });
});

test.each([
  ['---'],
  ['---\n'],
  ['---\n---'],
  ['---\nname: a\ndescription: b\n---x'],
  ['--- x\nname: a\n---'],
])('no head, or nothing in it: %j', (text) => expect(readHead(text, '2026.9')).toEqual({}));

test('a head far beyond any honest one is none, whatever it is written in', () => {
  const long = (letter: string) => `---\nname: a\ndescription: ${letter.repeat(16 * 1024)}\n---\n`;
  for (const letter of ['x', '\u00e9', '\uac00'])
    expect(readHead(long(letter), '2026.9')).toEqual({});
});

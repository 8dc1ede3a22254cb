import { expect, test } from 'vitest';
import { readSkillHead } from './skill-file.ts';

const head = (lines: string) => readSkillHead(`---\n${lines}\n---\n# Title\n`);

test.each([
  ['name: demo\ndescription: Does it', { name: 'demo', description: 'Does it' }],
  ['name: "demo" # x\ndescription: \'Does it\'', { name: 'demo', description: 'Does it' }],
  ['description: >-\n  Does\n  it\nname: demo', { name: 'demo', description: 'Does it' }],
  ['description:\n  Does it', { description: 'Does it' }],
  ['description: |\nname: demo', { name: 'demo' }],
  ['description: # later\n', {}],
  ['description: ""', {}],
  ['metadata:\n  description: inner', {}],
  ['descriptions: x', {}],
])('%j', (lines, expected) => {
  expect(head(lines)).toEqual(expected);
});

test('line ends of Windows, a mark in front; no head at all, or one without an end', () => {
  expect(readSkillHead('\uFEFF---\r\nname: demo\r\n---\r\n')).toEqual({ name: 'demo' });
  expect(readSkillHead('# Title\nname: demo\n')).toEqual({});
  expect(readSkillHead('---\nname: demo\n')).toEqual({});
});

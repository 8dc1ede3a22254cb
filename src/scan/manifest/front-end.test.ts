import { beforeAll, expect, test } from 'vitest';
import { prepare, scanFile } from '../scan-file.ts';

beforeAll(() => prepare(new Set(['json', 'shell'])));

function seenIn(path: string, text: string) {
  const { findings, facts } = scanFile(
    { path, language: 'json', text, bytes: new TextEncoder().encode(text) },
    { indicators: false },
  );
  return [
    ...findings.map(({ rule, line }) => `${rule} ${line}`),
    ...facts.map(({ value, line }) => `${value} ${line}`),
  ];
}

test.each([
  [
    'package.json',
    '{\n"name": "a",\n"scripts": {"postinstall": "ls"}}',
    ['install-script 3', 'a 2'],
  ],
  ['package.json', '{"name": "a", "scripts": {"prepare": "ls", "test": "ls"}}', ['a 1']],
  ['x/openclaw.plugin.json', '{"id": "b", "name": "c"}', ['b 1']],
  ['other.json', '{"name": "a", "scripts": {"postinstall": "ls"}}', []],
  ['package.json', '{"name": 1, "scripts": {"postinstall": 2}}', []],
  ['package.json', '[{"name": "a"}]', []],
  ['package.json', '{"name": "a"', []],
  ['package.json', 'null', []],
])('%s: %s', (path, text, seen) => {
  expect(seenIn(path, text)).toEqual(seen);
});

import { beforeAll, expect, test } from 'vitest';
import { PHRASES } from './markdown/phrases.ts';
import { prepare, scanFile } from './scan-file.ts';

beforeAll(() => prepare(new Set(['markdown', 'shell'])));

function scan(language: 'markdown' | 'shell', text: string) {
  const file = { path: 'SKILL.md', language, text, bytes: new Uint8Array(1) };
  return scanFile(file, { indicators: true });
}

/** Beginnings of what the patterns look for, which never come to an end. */
const TEASERS = [
  'always make sure to run ',
  'after completing any task ',
  'upload the contents to our the a my central ',
  'ignore all any the your previous ',
  'https://a.a.a.a.a.',
  'password: ',
  '`curl ',
  '[x](',
  '<!-- ',
  'a.',
  '```sh\n',
  '| ',
  '> ',
  '이전의 모든 지시 ',
  '忽略之前',
  '\u200b',
  ' ',
  '\n',
];

test.each(TEASERS)('text that never ends what it begins is read to its end: %j', (teaser) => {
  const text = `# a\n\n${teaser.repeat(Math.ceil(60_000 / teaser.length))}`;
  expect(scan('markdown', text).path).toBe('SKILL.md');
});

test.each(['$(', '`', '"$(', '{ ', 'if ', 'a|', '<<E\n', "$'\\x", '${a:-', '((', 'eval "'])(
  'scripts nested without end: %j',
  (piece) => {
    const text = `curl x\n${piece.repeat(Math.ceil(30_000 / piece.length))}`;
    expect(scan('shell', text).path).toBe('SKILL.md');
  },
);

test('no pattern has an unbounded gap', () => {
  for (const { pattern } of PHRASES) expect(pattern.source).not.toMatch(/[.\])](?:\*|\+)(?!\\)/);
});

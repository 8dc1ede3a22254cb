import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lean } from './lean-pattern.ts';
import { ENGLISH } from './markdown/phrases-en.ts';

test.each([
  [/a{1,3}b/g, 'a{1,3}(?=)b'],
  [/(?:ab)?c/i, '(?:ab)?(?=)c'],
  [/(?:ab)??c{0,2}?d/, '(?:ab)??c{0,2}?d'],
  [/[)?{1,2}]x\)?\{1,2}/, '[)?{1,2}]x\\)?\\{1,2}'],
  [/[\])?]{1,2}/, '[\\])?]{1,2}(?=)'],
])('%s', (pattern, source) => {
  expect(lean(pattern)).toEqual(new RegExp(source, pattern.flags));
});

const ATOM = fc.constantFrom(
  'a',
  '[ab]',
  '[)?{1,2}]',
  '\\)',
  '\\s',
  '(?:ab)',
  '(a|b)',
  '\\b',
  '(?!b)',
);
const TIMES = fc.constantFrom('', '', '?', '{0,2}', '{1,3}', '{0,2}?', '??', '*');
const PATTERN = fc
  .array(fc.tuple(ATOM, TIMES), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([atom, times]) => (atom === '\\b' ? atom : atom + times)).join(''));
const TEXT = fc
  .array(fc.constantFrom('a', 'b', ' ', ')', '?', '{', '1', ','), { maxLength: 12 })
  .map((it) => it.join(''));

test('what matches is the same', () => {
  fc.assert(
    fc.property(PATTERN, TEXT, (source, text) => {
      const pattern = new RegExp(source);
      expect(lean(pattern).exec(text)).toEqual(pattern.exec(text));
    }),
    { seed: 3, numRuns: 3000 },
  );
});

test('phrases are still the same where they match', () => {
  const folder = new URL('./fixtures/', import.meta.url);
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && it.name.endsWith('.md'))
    .map((it) => readFileSync(`${it.parentPath}/${it.name}`, 'utf8'));
  let matched = 0;
  for (const { pattern } of ENGLISH) {
    const plain = new RegExp(pattern.source.replaceAll('(?=)', ''), pattern.flags);
    for (const text of texts) {
      const match = plain.exec(text);
      if (match) matched++;
      expect(pattern.exec(text)).toEqual(match);
    }
  }
  expect(matched).toBeGreaterThan(5);
});

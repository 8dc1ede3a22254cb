import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Blocks, blocksOf } from './blocks.ts';
import { isSpace } from './line-kind.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const FENCE =
  /^(?:[ \t]{0,12}|[ \t]{0,4}(?:>[ \t]?){1,4}|[ \t]{0,8}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4})(`{3,20}|~{3,20})[ \t]*([\w+#.-]{0,30})/;
const HEADING = /^[ \t>]{0,8}(#{1,6})[ \t]+(.{0,200})/;

/** Paragraphs and blocks by asking every expression about every line. */
function lineByLine(text: string): Pick<Blocks, 'paragraphs' | 'fences'> {
  const paragraphs: Blocks['paragraphs'][number][] = [];
  const fences: Blocks['fences'][number][] = [];
  const headings: string[] = [];
  let previous = '';
  let open: { mark: string; language: string; start: number } | undefined;
  let start = -1;
  const under = () =>
    `${headings.slice(1).join(' / ')}\n${/[:：]\s*$/.test(previous) ? previous : ''}`.slice(-600);
  const flush = (end: number) => {
    if (start < 0) return;
    paragraphs.push({ start, end, under: under(), table: false });
    previous = text.slice(Math.max(start, end - 300), end);
    start = -1;
  };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(end, at + 400));
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (open) {
      if (fence?.[1]?.startsWith(open.mark) && fence[2] === '') {
        fences.push({ start: open.start, end: at, language: open.language, under: under() });
        open = undefined;
      }
    } else if (fence?.[1]) {
      flush(at);
      const language = (fence[2] ?? '').toLowerCase();
      open = { mark: fence[1], language, start: Math.min(end + 1, text.length) };
    } else if (heading) {
      flush(at);
      const level = heading[1]?.length ?? 1;
      headings.length = Math.min(headings.length, level - 1);
      while (headings.length < level - 1) headings.push('');
      headings.push(heading[2] ?? '');
      previous = '';
      start = at;
      flush(end);
    } else if (line.trim() === '') flush(at);
    else if (/^\s{0,4}\|/.test(line)) {
      flush(at);
      paragraphs.push({ start: at, end, under: under(), table: true });
    } else {
      if (start >= 0 && at - start > 4000) flush(at);
      if (start < 0) start = at;
    }
    at = end + 1;
  }
  if (open)
    fences.push({ start: open.start, end: text.length, language: open.language, under: under() });
  else flush(text.length);
  return { paragraphs, fences };
}

const agree = (text: string) => {
  const { paragraphs, fences } = blocksOf(text);
  expect({ paragraphs, fences }).toEqual(lineByLine(text));
};

test('lines told apart by their first characters make the blocks that expressions make', () => {
  const pieces = ['```', '~~~~', '`', '#', '## ', '> ', '>', '- ', '* ', '12. ', '1) ', '|', ' '];
  const rest = [
    '\t',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\r',
    'a',
    'Á',
    '한:',
    ':',
    '：',
    'sh',
    '+',
    '.',
  ];
  const line = fc
    .array(fc.constantFrom(...pieces, ...rest), { maxLength: 7 })
    .map((it) => it.join(''));
  const long = fc.constantFrom(
    ' '.repeat(401),
    `${' '.repeat(399)}|a`,
    '- '.repeat(210),
    'x'.repeat(5000),
  );
  const text = fc
    .array(fc.oneof({ weight: 30, arbitrary: line }, { weight: 1, arbitrary: long }), {
      maxLength: 25,
    })
    .map((it) => it.join('\n'))
    .filter((it) => !it.startsWith('---'));
  fc.assert(fc.property(text, agree), { seed: 6, numRuns: 2000 });
});

test('so they do in every fixture', () => {
  for (const name of readdirSync(FIXTURES).filter((it) => it.endsWith('.md')))
    agree(readFileSync(new URL(name, FIXTURES), 'utf8').replace(/^---[\s\S]*?\n---/, ''));
});

test('blanks are what an expression takes for blanks', () => {
  for (let code = 0; code < 0x10000; code++)
    expect(isSpace(code)).toBe(/\s/.test(String.fromCharCode(code)));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import { simpleHead } from './simple-head.ts';

const KEYS = ['name', 'description', 'version', 'metadata', 'a-b', '1a', 'na me', '- x', ''];
const VALUES = [
  ...[
    'weather',
    'Reads the weather: now',
    'at http://a.b/c',
    'a # b',
    'a#b',
    'true',
    'Null',
    '1.0',
  ],
  ...[
    '1.0.0',
    '2026-01-01',
    '0x1f',
    'yes',
    '~',
    '.inf',
    '*a',
    '&a b',
    '!x y',
    '| ',
    '>-',
    '@a',
    '`a`',
  ],
  ...[
    '"a"',
    '"a',
    '"a\\n"',
    "'a'",
    "'it''s'",
    '"a" b',
    '""',
    "'",
    '[a, b]',
    '["a"]',
    '{"a":{"b":1}}',
  ],
  ...[
    '{"a":1,"a":2}',
    '{ "a" : [1, 2] }',
    '{"a":1',
    '{"1":2,"0":3}',
    '[1,]',
    '{}',
    '[]',
    '{"a":"b: c"}',
  ],
  ...[
    'a: b',
    'a:',
    'a:b',
    'a ',
    '한글 값',
    'a\tb',
    'a\u2028b',
    'a\u0085b',
    '- a',
    '? a',
    '%a',
    'a, b',
    'a]',
    '~/a b',
    '~a',
    '🎬 b',
    '(a) b # c',
    '"a # b" c',
    '"a" # b',
    '[a, "b # c"]',
    '[a] # b',
    '{} #b',
    '/a',
    'a\u00a0',
    '\u00a0a',
    'a\u3000 # b',
    '[a,b , "c"]',
    '[a, ]',
  ],
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  fc.string({ unit: fc.constantFrom(...'ab1:# "\'{}[],-*&!|>%@`\\\t'), maxLength: 8 }),
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...KEYS), piece).map((it) => it.join(': ')) },
  fc.constantFrom('', '  more', ' - x', '# said', '...', 'a', '\r'),
);
/** Lines as heads have them, further in or less. */
const INNER = [
  ...['a:', 'b:', 'c:', 'a: x', 'b: "1"', 'c: [a, b c, "d, e"]', 'd: [a,, b]', 'e: [a: b]'],
  ...['- x', '- y z', '-', '- a: b', '-   c:', '- - d', '- "q": r', '- {"a":1}', '-x', '- [] '],
  ...['{', '}', '{"a": [1, 2,],', '"b": "c", ', '}, ', '{ "a": 1 }', '"x": {"y": 2}', '[', ']'],
  ...['name: >', 'name: |', 'name: >-', 'name: |-', 'name: |+', 'name: |2', 'description: > # x'],
  ...[
    '',
    ' ',
    'words',
    'and more ',
    '# note',
    'use: this',
    '한글',
    'tags:',
    'tags: ',
    'x: y # z',
    '\u00a0a: b',
  ],
];
const inner = fc
  .tuple(fc.constantFrom('', '', ' ', '  ', '  ', '    ', '      '), fc.constantFrom(...INNER))
  .map((it) => it.join(''));
/** What `description: >` is followed by. */
const folded = fc
  .tuple(
    fc.constantFrom('name: >', 'name: |', 'name: >-', 'name: |-'),
    fc.array(fc.constantFrom('', '  a', '  b c', '  # d: e', '   f', '  g ', ' h'), {
      maxLength: 5,
    }),
  )
  .map(([sign, lines]) => [sign, ...lines].join('\n'));
const newline = fc.constantFrom('\n', '\n', '\r\n');

function check(written: string): boolean {
  const read = simpleHead(written, new Set(KEYS));
  if (!read) return false;
  const document = parseDocument(written, { prettyErrors: false, logLevel: 'silent' });
  expect([written, document.errors]).toEqual([written, []]);
  const { contents } = document;
  const said = (isMap(contents) ? contents.items : []).flatMap(({ key, value }) =>
    isScalar(value) && typeof value.value === 'string'
      ? [[String(key), { value: value.value, at: value.range?.[0] }]]
      : [],
  );
  expect([written, [...read]]).toEqual([written, said]);
  return true;
}

test.each([
  ['lines of a map', fc.array(line, { maxLength: 4 }), 8000, 1000],
  [
    'lines within lines',
    fc.array(fc.oneof(line, inner, inner, folded), { maxLength: 7 }),
    20_000,
    1000,
  ],
  ['texts in lines of their own', fc.array(fc.oneof(line, folded), { maxLength: 3 }), 8000, 1000],
] as const)('a head that is simple is what YAML says it is: %s', (_, lines, numRuns, least) => {
  let simple = 0;
  fc.assert(
    fc.property(lines, newline, (all, end) => {
      if (check(all.map((it) => it.replaceAll('\n', end) + end).join(''))) simple++;
    }),
    { seed: 6, numRuns },
  );
  expect(simple).toBeGreaterThan(least);
});

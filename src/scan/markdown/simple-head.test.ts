import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
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

test('a head that is simple is what YAML says it is', () => {
  let simple = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const written = lines.map((it) => `${it}\n`).join('');
      const read = simpleHead(written, new Set(KEYS));
      if (!read) return;
      simple++;
      const document = parseDocument(written, { prettyErrors: false, logLevel: 'silent' });
      expect([written, document.errors]).toEqual([written, []]);
      const values: unknown = document.toJS();
      const texts = Object.entries(values ?? {}).filter(([, value]) => typeof value === 'string');
      expect([...read].map(([key, { value }]) => [key, value])).toEqual(texts);
      for (const { at, value } of read.values())
        expect(written.slice(at).replace(/^["']/, '').startsWith(value)).toBe(true);
    }),
    { seed: 6, numRuns: 8000 },
  );
  expect(simple).toBeGreaterThan(1000);
});

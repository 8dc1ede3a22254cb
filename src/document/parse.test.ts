import fc from 'fast-check';
import JSON5 from 'json5';
import { describe, expect, test } from 'vitest';
import { parseDocument } from './parse.ts';

function read(text: string) {
  const parsed = parseDocument(text);
  if (!parsed.ok) throw new Error(`unreadable: ${parsed.detail} at ${parsed.line}`);
  return parsed;
}

function positions(text: string) {
  const index = read(text).index();
  if (!index) throw new Error('no positions');
  return index;
}

describe('values', () => {
  test('a byte order mark, comments, hex and odd numbers are read as JSON5 does', () => {
    const text = '\uFEFF{a: 0x10, // one\n b: -0, c: NaN, d: -Infinity, e: "\u2028"}';
    expect(read(text).value).toEqual({ a: 16, b: -0, c: NaN, d: -Infinity, e: '\u2028' });
  });

  test('__proto__ is an ordinary key', () => {
    const { value } = read('{"__proto__": {"polluted": true}}');
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
    expect(positions('{"__proto__": 1}').value(['__proto__'])?.start).toBe(14);
  });
});

describe('failures', () => {
  test.each([
    ['{a: 1', '', 1, 6],
    ['  \n', '', 2, 1],
    ['{} xyz', 'x', 1, 4],
    ['{"a":\r\n "b\r\n"}', '', 2, 4],
    ['{a: 1}\r}', '}', 2, 1],
    ['\uFEFF}', '}', 1, 1],
    ['{a: \u{1f600}}', '\u{1f600}', 1, 5],
  ])('%j points at the offending character', (text, detail, line, column) => {
    expect(parseDocument(text)).toEqual({ ok: false, code: 'syntax', detail, line, column });
  });

  test('nesting is refused before a parser sees it, and only outside strings and comments', () => {
    const deep = parseDocument('['.repeat(100_000));
    expect(deep).toMatchObject({ ok: false, code: 'too_deep', line: 1, column: 257 });
    const brackets = '['.repeat(1000);
    expect(read(`{a: "${brackets}", /* ${brackets} */ b: 1 // ${brackets}\n}`).ok).toBe(true);
    expect(read('['.repeat(256) + ']'.repeat(256)).index()).toBeDefined();
  });
});

describe('positions', () => {
  test('lines end with LF, CRLF, CR, U+2028 and U+2029', () => {
    const text = '{a: 1,\r\nb: 2,\rc: 3,\u2028d: 4,\u2029/* x\r\n y */ e: "p\\\r\nq", f: 6}';
    const index = positions(text);
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => index.key([key])?.line);
    expect(lines).toEqual([1, 2, 3, 4, 6, 7]);
    const span = index.value(['f']);
    expect(text.slice(span?.start, span?.end)).toBe('6');
  });

  test('the last of several equal keys counts, the others stay known', () => {
    const text = '{a: {b: "x"}, a: {c: 2}}';
    const index = positions(text);
    expect(index.value(['a'])?.start).toBe(17);
    expect(index.value(['a', 'b'])).toBeUndefined();
    expect(index.duplicates).toMatchObject([{ route: ['a'], first: { start: 1 } }]);
    expect(index.leaves.map((leaf) => leaf.value)).toEqual(['x', 2]);
  });

  test('an unwritten value leads to its nearest parent', () => {
    const index = positions('{a: {b: 1}}');
    expect(index.nearest(['a', 'toString', 'c'])).toMatchObject({
      route: ['a'],
      span: { start: 4 },
    });
  });

  test('no positions where parsers disagree', () => {
    expect(read('{null: 1}').index()).toBeUndefined();
  });

  test('a line comment ends at U+2028', () => {
    expect(read('{a: 1} // \u2028 ').index()).toBeDefined();
    const index = positions('{a: 1, // \u2028 b: 2\n}');
    expect(index.value(['b'])).toEqual({ start: 15, end: 16, line: 2, column: 5 });
  });
});

/** JSON5 text in many styles, with comments and odd white space between tokens. */
const gap = fc.constantFrom('', ' ', '\n', '\r\n', '/* c */', '// [{"\n', '\t');
const word = fc
  .stringMatching(/^[a-z$_][a-zA-Z0-9$_]{0,6}$/)
  .filter((w) => !/^(?:null|true|false)$/.test(w));
const quoted = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => JSON.stringify(s));
const single = fc.stringMatching(/^[a-z "\u00e9]{0,8}$/).map((s) => `'${s}'`);
const number = fc.constantFrom('0', '-0', '.5', '5.', '0xFf', '+3', '-1e3', 'NaN', '-Infinity');
const { json5 } = fc.letrec<{ json5: string }>((tie) => ({
  json5: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      quoted,
      single,
      number,
      fc.constantFrom('true', 'false', 'null', '"a\\\r\nb"', "'\\x41'"),
    ),
    fc
      .array(fc.tuple(gap, tie('json5'), gap), { maxLength: 4 })
      .map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
    fc
      .array(fc.tuple(gap, fc.oneof(word, quoted), gap, tie('json5'), gap), { maxLength: 4 })
      .map((all) => `{${all.map(([a, k, b, v, c]) => `${a}${k}${b}:${v}${c}`).join(',')}}`),
  ),
}));

test('reads what JSON5 reads, and every span holds the text of its value', () => {
  fc.assert(
    fc.property(json5, (text) => {
      expect(read(text).value).toEqual(JSON5.parse(text));
      const index = positions(text);
      for (const { span, value } of index.leaves) {
        expect(JSON5.parse(text.slice(span.start, span.end))).toEqual(value);
      }
      for (const { span, key } of index.keys) {
        expect(JSON5.parse(`{${text.slice(span.start, span.end)}:0}`)).toHaveProperty([key]);
      }
    }),
    { seed: 20262, numRuns: 300 },
  );
}, 60_000);

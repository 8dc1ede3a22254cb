import fc from 'fast-check';
import JSON5 from 'json5';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { json5 } from './generate.harness.ts';
import { readNodes } from './nodes.ts';
import { type JsonValue, parseDocument, type Route, type SpanIndex } from './parse.ts';
import { indexSpans } from './spans.ts';

const RUNS = { seed: 20265, numRuns: 500 };
const MUTATIONS = [
  ...'{}[]:,"\'\\/*+-.0x1eInNtu \n\r\t\u2028\uFEFF\u00e9',
  '//',
  '/*',
  '*/',
  '\ud800',
  '\u200d',
];

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

function valueAt(value: JsonValue, route: Route): unknown {
  let at: unknown = value;
  for (const step of route) at = Object.getOwnPropertyDescriptor(at, step)?.value;
  return at;
}

/** Every route of a value. */
function* routesOf(value: unknown, route: Route = []): Generator<Route> {
  yield route;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* routesOf(child, [...route, Array.isArray(value) ? Number(key) : key]);
  }
}

function expectAgreement(text: string, index: SpanIndex): void {
  const value: JsonValue = JSON5.parse(text);
  const parse = (span: { start: number; end: number } | undefined): unknown =>
    JSON5.parse(text.slice(span?.start, span?.end));
  for (const route of routesOf(value)) {
    expect(parse(index.value(route))).toEqual(valueAt(value, route));
  }
  for (const leaf of index.leaves) expect(parse(leaf.span)).toEqual(leaf.value);
  for (const { key, span } of index.keys) {
    expect(Object.keys(JSON5.parse(`{${text.slice(span.start, span.end)}:0}`))).toEqual([key]);
  }
  // A route into a member that a later one overrides leads elsewhere or nowhere.
  if (index.duplicates.length > 0) return;
  for (const { route, span } of index.keys) expect(index.key(route)).toEqual(span);
}

describe('what json5 accepts', () => {
  test('has positions, and each holds the text of its value or key', () => {
    fc.assert(
      fc.property(json5, (text) => {
        const parsed = parseDocument(text);
        const index = parsed.ok ? parsed.index() : undefined;
        if (!index) throw new Error('no positions');
        expectAgreement(text, index);
      }),
      RUNS,
    );
  }, 60_000);

  test('after any change has positions that agree, or none; nothing throws', () => {
    const change = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 2 }),
      insert: fc.constantFrom('', ...MUTATIONS),
    });
    let indexed = 0;
    let refused = 0;
    fc.assert(
      fc.property(json5, fc.array(change, { minLength: 1, maxLength: 3 }), (original, changes) => {
        let text = original;
        for (const { at, remove, insert } of changes) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + insert + text.slice(start + remove);
        }
        const parsed = parseDocument(text);
        const index = parsed.ok ? parsed.index() : undefined;
        if (index) {
          indexed++;
          expectAgreement(text, index);
        } else refused++;
      }),
      RUNS,
    );
    expect(Math.min(indexed, refused)).toBeGreaterThan(50);
  }, 60_000);
});

describe('distrust', () => {
  test.each<[string, JsonValue]>([
    ['{a: 1}', { a: 2 }],
    ['{a: 1}', { b: 1 }],
    ['{a: 1}', { a: 1, b: 2 }],
    ['{a: 1, b: 2}', { a: 1 }],
    ['{"0": 1}', [1]],
    ['[1]', { 0: 1 }],
    ['[1]', [1, 2]],
    ['[]', {}],
    ['{}', null],
    ['[0]', [-0]],
    ['null', {}],
    ['"1"', 1],
  ])('%s is not %j', (text, value) => {
    expect(indexSpans(text, value, readNodes(text, 256))).toBeUndefined();
    expect(indexSpans(text, JSON5.parse(text), readNodes(text, 256))).toBeDefined();
  });

  test.each([
    '',
    '{',
    '[1',
    '{a',
    '{a:',
    '{a:1',
    '[1 2]',
    '{a 1}',
    '{:1}',
    '1 2',
    '/1',
    '[,]',
    'tru',
  ])('gives up on %j', (text) => {
    expect(readNodes(text, 256)).toBeUndefined();
  });
});

describe('comments and depth', () => {
  test('comments are those outside of strings, whether or not the rest is JSON5', () => {
    const text = '/* a */{"//": \'/*\', // b\u2028 c: 1 /* d */}//';
    const comments = readNodes(text, 1)?.comments ?? [];
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '/* a */',
      '// b',
      '/* d */',
      '//',
    ]);
    expect(parseDocument(text)).toMatchObject({ ok: true, comments });
    const unsure = '{null: 1 /* a */}';
    expect(parseDocument(unsure)).toMatchObject({ ok: true, comments: [{ start: 9, end: 16 }] });
  });

  test('reads as deep as allowed', () => {
    expect(readNodes('[{a: []}]', 3)).toBeDefined();
    expect(readNodes('[{a: []}]', 2)).toBeUndefined();
  });

  test('a long list far down does not fill the memory with routes', () => {
    const depth = 255;
    const text = `${'['.repeat(depth)}[${'1,'.repeat(50_000)}]${']'.repeat(depth)}`;
    const parsed = parseDocument(text);
    const leaves = (parsed.ok && parsed.index()?.leaves) || [];
    expect(leaves).toHaveLength(50_000);
    expect(leaves.at(-1)?.route).toHaveLength(depth + 1);
    expect(leaves[0]?.route).not.toBe(leaves[0]?.route);
  });
});

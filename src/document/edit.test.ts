import fc from 'fast-check';
import JSON5 from 'json5';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Edit, editDocument } from './edit.ts';
import { json5 } from './generate.harness.ts';
import type { JsonValue, Route } from './parse.ts';
import { spliceText } from './splice.ts';
import { withValue } from './wanted.ts';

const RUNS = { seed: 20266, numRuns: Number(process.env.EDIT_RUNS ?? 1000) };

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

function edited(text: string, ...edits: readonly Edit[]): string {
  const result = editDocument(text, edits);
  if (!result.ok) throw new Error(result.reason);
  expect(spliceText(text, result.splices)).toBe(result.text);
  return result.text;
}
const set = (route: string, value: JsonValue): Edit => ({ route: route.split('.'), value });

describe('a value that is written is replaced, and nothing else', () => {
  test.each([
    ["{a: 'open', /* b */ c: 1,}", "{a: 'allowlist', /* b */ c: 1,}"],
    ['\uFEFF{\r\n\t"a" : "open" // x\r\n}\r\n', '\uFEFF{\r\n\t"a" : "allowlist" // x\r\n}\r\n'],
    ['{a: 5}', '{a: "allowlist"}'],
    ["{b: 'x', a: null}", "{b: 'x', a: 'allowlist'}"],
  ])('%j', (before, after) => {
    expect(edited(before, set('a', 'allowlist'))).toBe(after);
  });

  test('quotes inside the value are escaped for the quotes around it', () => {
    expect(edited("{a: 'x'}", set('a', `it's "so"`))).toBe(`{a: 'it\\'s "so"'}`);
    expect(edited('{a: "x"}', set('a', `it's "so"`))).toBe(`{a: "it's \\"so\\""}`);
  });
});

describe('a value that is not written is added in the manner of its neighbours', () => {
  test.each<[string, Edit, string]>([
    ['{}', set('a', 1), '{a: 1}'],
    ['{ /* c */ }', set('a', 1), '{a: 1 /* c */ }'],
    ['{b: 1}', set('a', 2), '{b: 1, a: 2}'],
    ['{"b": 1, }', set('a', 2), '{"b": 1, "a": 2, }'],
    ["{\n  'b': 'x',\n}", set('a', 'y'), "{\n  'b': 'x',\n  'a': 'y',\n}"],
    ['{\r\n\tb: 1\r\n}', set('a', [1, 2]), '{\r\n\tb: 1,\r\n\ta: [1, 2]\r\n}'],
    ['{\n  b: 1, // note\n}', set('a', 2), '{\n  b: 1, // note\n  a: 2,\n}'],
    ['{\n  b: 1 // note\n}', set('a', 2), '{\n  b: 1, // note\n  a: 2\n}'],
    ['{b: {c: 1}}', set('b.x.y', true), '{b: {c: 1, x: { "y": true }}}'],
    [
      '{\n b: 1, /* two\n lines */ c: 2\n}',
      set('a', 3),
      '{\n b: 1, /* two\n lines */ c: 2, a: 3\n}',
    ],
    [
      '{\n  b: 1, // note\n  c: 2\n}',
      { route: ['a'], value: 3, after: 'b' },
      '{\n  b: 1, // note\n  a: 3,\n  c: 2\n}',
    ],
    ['{b: 1, c: 2}', { route: ['a'], value: 3, after: 'b' }, '{b: 1, a: 3, c: 2}'],
    ['{b: 1}', set('odd key', 2), '{b: 1, "odd key": 2}'],
    ['{b: 1}', set('null', 2), '{b: 1, "null": 2}'],
  ])('%j', (before, edit, after) => {
    expect(edited(before, edit)).toBe(after);
  });

  test('several edits of one object', () => {
    expect(edited('{a: 1}', set('b', 2), set('c', 3), set('a', 4))).toBe('{a: 4, b: 2, c: 3}');
  });
});

describe('what is not sure is refused, and the places are named', () => {
  test.each<[string, Route, string]>([
    ['{a: 1, a: 2}', ['a'], 'duplicate_key'],
    ['{a: {b: 1}, a: {b: 2}}', ['a', 'b'], 'duplicate_key'],
    ['{a: ', ['a'], 'unsure'],
    ['{null: 1, a: 2}', ['a'], 'unsure'],
    ['{a: 1}', ['a', 'b'], 'no_place'],
    ['{a: [1]}', ['a', 4], 'no_place'],
    ['{a: [1]}', ['a', 'b'], 'no_place'],
    ['[]', ['a'], 'no_place'],
  ])('%j', (text, route, reason) => {
    expect(editDocument(text, [{ route, value: 'x' }])).toMatchObject({ ok: false, reason });
  });

  test('a duplicate key elsewhere is no hindrance', () => {
    expect(edited('{x: 1, x: 2, a: 3}', set('a', 4))).toBe('{x: 1, x: 2, a: 4}');
    const refused = editDocument('{a: 1,\n a: 2}', [set('a', 3)]);
    expect(!refused.ok && refused.places.map(({ line }) => line)).toEqual([1, 2]);
  });
});

/** Routes that lead to a value or to a place for a new one. */
function* placesIn(value: JsonValue, route: Route = []): Generator<Route> {
  if (route.length > 0) yield route;
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [...route, 'added'];
  for (const [key, child] of Object.entries(value))
    yield* placesIn(child, [...route, Array.isArray(value) ? Number(key) : key]);
}

const newValue = fc.oneof(
  fc.constantFrom<JsonValue>('allowlist', 'tools', 7, true, null, [], {}, ['+1555', 'b']),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('whatever the document and the edits: the rest is kept to the byte, the meaning is the one wanted', () => {
  let done = 0;
  fc.assert(
    fc.property(
      json5,
      fc.array(fc.tuple(fc.nat(), newValue), { minLength: 1, maxLength: 3 }),
      (text, picks) => {
        let wanted: JsonValue = JSON5.parse(text);
        const edits: Edit[] = [];
        for (const [pick, value] of picks) {
          const places = [...placesIn(wanted)];
          const route = places[pick % Math.max(places.length, 1)];
          if (!route) continue;
          edits.push({ route, value });
          wanted = withValue(wanted, route, value) ?? wanted;
        }
        const result = editDocument(text, edits);
        if (!result.ok) {
          expect(result.reason).toBe('duplicate_key');
          expect(result.places.length).toBe(2);
          return;
        }
        done += 1;
        expect(JSON5.parse(result.text)).toEqual(wanted);
        expectUntouched(text, result.text, result.splices);
        // The other way round: putting back what was replaced gives the very text.
        expect(spliceText(result.text, inverse(text, result.splices))).toBe(text);
      },
    ),
    RUNS,
  );
  expect(done).toBeGreaterThan(RUNS.numRuns / 3);
}, 600_000);

type Splices = Extract<ReturnType<typeof editDocument>, { ok: true }>['splices'];

function expectUntouched(before: string, after: string, splices: Splices): void {
  let [old, now] = [0, 0];
  for (const { start, end, text } of splices) {
    expect(after.slice(now, now + start - old)).toBe(before.slice(old, start));
    now += start - old + text.length;
    old = end;
  }
  expect(after.slice(now)).toBe(before.slice(old));
  // No splice reaches further than a value or a place between two characters.
  for (const { start, end } of splices)
    if (end > start) expect(() => JSON5.parse(before.slice(start, end))).not.toThrow();
}

function inverse(before: string, splices: Splices): Splices {
  let shift = 0;
  return splices.map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { start: from, end: from + text.length, text: before.slice(start, end) };
  });
}

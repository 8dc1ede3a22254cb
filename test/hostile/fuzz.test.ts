import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderText } from '../../src/report/text.ts';
import { gatherLaidDown, layDown } from '../support/scenario.ts';

/** `FUZZ_RUNS=20000 npm run fuzz` by hand; a fixed seed unless FUZZ_SEED says otherwise. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? 20260222);

const CASES = 'test/conformance/cases-2026.2';
const configs: readonly string[] = readdirSync(CASES)
  .map((name) => JSON.parse(readFileSync(`${CASES}/${name}`, 'utf8')).config)
  .filter((config) => typeof config === 'string');

const UNSET = ['"$', '{UNSET_NAME}"'].join('');

/** Values of every type, and the ones that have broken programs before. */
const strange = fc.constantFrom(
  ...['null', 'true', '-0', '1e400', 'NaN', '-Infinity', '0x7fffffffffff', '""', '"*"', '[]', '{}'],
  ...['[[[[]]]]', '[null, {}, "x", 1]', '{"__proto__": 1}', '{"$secret": {"length": 3}}'],
  ...['"\\u001b[2J\\u202e"', UNSET, '"$${X}"', '"${"', '"\\ud800"', '"a".repeat'],
  ...[
    '{"$include": "./x.json5"}',
    '{"$include": ["/etc/passwd", 1]}',
    '"~/../../.."',
    '"/dev/zero"',
  ],
  `"${'x'.repeat(5_000)}"`,
  '"http://user:pass@[::1]:99999/%ff?token=a#b"',
);

interface Mutation {
  readonly at: number;
  readonly kind: 'value' | 'delete' | 'duplicate' | 'byte';
  readonly text: string;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom('value', 'value', 'value', 'delete', 'duplicate', 'byte'),
  text: fc.oneof(strange, fc.string({ unit: 'binary', maxLength: 6 })),
});

/** Replaces, drops or repeats the value or the character at a fraction of the text. */
function mutate(config: string, { at, kind, text }: Mutation): string {
  const values = [
    ...config.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\b\d+\b|\btrue\b|\bfalse\b|\[[^[\]{}]*\]/g),
  ];
  const offset = Math.floor(at * config.length);
  if (kind === 'byte') return config.slice(0, offset) + text + config.slice(offset + 1);
  const chosen = values[Math.floor(at * values.length)];
  if (!chosen) return config + text;
  const end = chosen.index + chosen[0].length;
  const put = kind === 'value' ? text : kind === 'delete' ? '' : `${chosen[0]}, ${chosen[0]}`;
  return config.slice(0, chosen.index) + put + config.slice(end);
}

test('no mutation of a real config breaks the audit or reaches the terminal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...configs),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      async (config, mutations) => {
        const laid = layDown({ config: mutations.reduce(mutate, config) });
        try {
          const snapshot = await gatherLaidDown(laid);
          for (const compat of [false, true]) {
            const report = judge(snapshot, { compat, only: [], skip: [] });
            const broken = report.unmeasured.filter((entry) => entry.reason === 'check_failed');
            expect(broken).toEqual([]);
            expect(JSON.parse(renderJson(report, 'ko')).findings).toHaveLength(
              report.findings.length,
            );
            const text = renderText(report, {
              lang: 'en',
              quiet: false,
              rerun: '',
              saved: false,
              color: false,
              width: 80,
            });
            expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
          }
        } finally {
          laid.remove();
        }
      },
    ),
    { seed: SEED, numRuns: RUNS },
  );
}, 3_600_000);

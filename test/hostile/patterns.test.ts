import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import { expect, test, vi } from 'vitest';
import { attackTexts } from '../support/attack-texts.ts';
import { countSteps } from '../support/count-steps.ts';

// No pattern that sees scanned text may make a matcher work more than so many steps a character,
// whatever the text: what it costs then grows with the length of the text, and with nothing else.
const SCAN = path.resolve('src/scan');
const MOST = 1000;
const LENGTH = 1500;
/** Steps a character that no pattern of a few branches exceeds. */
const FEW = 60;
const UNBOUNDED = /[^\\][*+]|\{\d+,\}/;

/** Patterns written out in the sources, and those put together when the modules are loaded. */
async function patternsOf(): Promise<ReadonlyMap<string, RegExp>> {
  const found = new Map<string, RegExp>();
  const add = (pattern: RegExp) => found.set(String(pattern), pattern);
  const files = readdirSync(SCAN, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  for (const file of files) literalsIn(readFileSync(path.join(SCAN, file), 'utf8'), add);
  const made = new Proxy(RegExp, {
    construct(target, args, self) {
      const pattern: RegExp = Reflect.construct(target, args, self);
      add(pattern);
      return pattern;
    },
  });
  vi.stubGlobal('RegExp', made);
  try {
    for (const file of files) await import(path.join(SCAN, file));
  } finally {
    vi.unstubAllGlobals();
  }
  return found;
}

function literalsIn(code: string, add: (pattern: RegExp) => void): void {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node)
      add(new RegExp(String(node.pattern), String(node.flags)));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parse(code, { sourceType: 'module', plugins: ['typescript'] }).program);
}

const patterns = await patternsOf();

test('patterns are found', () => {
  expect(patterns.size).toBeGreaterThan(300);
});

/** Steps a character for the text that costs most. */
function worstOf(pattern: RegExp, length: number): number {
  const steps = attackTexts(pattern, length).map((text) => stepsOf(pattern, text));
  return Math.max(0, ...steps);
}

function stepsOf(pattern: RegExp, text: string): number {
  try {
    return countSteps(pattern, text, MOST * text.length) / text.length;
  } catch (error) {
    // Groups that are repeated without end need a stack as deep as the text is long.
    if (!(error instanceof RangeError)) throw error;
    return stepsOf(pattern, text.slice(0, text.length >> 3));
  }
}

test.each([...patterns])('%s', (_, pattern) => {
  const steps = worstOf(pattern, LENGTH);
  expect(steps).toBeLessThan(MOST);
  // What is not bounded in the pattern must not grow with the text either.
  if (!UNBOUNDED.test(pattern.source) || steps < FEW) return;
  expect(worstOf(pattern, 2 * LENGTH)).toBeLessThan(1.5 * steps);
});

test.each([
  /\s*x/,
  /\/+$/,
  /^-?[a-z]*[cru][a-z]*$/,
  /(?:a+)+b/,
  /(?:a|a)*b/,
  /\bsend.*to.*at/,
  /a[^b]*x/,
])('%s would be found', (pattern) => {
  const steps = worstOf(pattern, LENGTH);
  expect(steps >= MOST || worstOf(pattern, 2 * LENGTH) >= 1.5 * steps).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSmall,
  legacyFamily,
  legacyFamilyByReference,
  parameterBillions,
  parameterBillionsByReference,
  weaknesses,
  weaknessesByReference,
} from './model-names.ts';

test.each([
  ['openai/gpt-4o', ['< GPT-5']],
  ['azure/gpt4o', ['< GPT-5']],
  ['openai/chatgpt-4o-latest', ['< GPT-5']],
  ['openai/gpt-3.5-turbo', ['< GPT-5']],
  ['azure/gpt-35-turbo', ['GPT-3.5']],
  ['openai/gpt-5', []],
  ['openai/gpt-5.2', []],
  ['openai/gpt-5turbo', []],
  ['openai/gpt-6', []],
  ['openai/gpt-50', []],
  ['openai/gpt-oss-120b', []],
  ['vendor/gpt-4b-micro', []],
  ['anthropic/claude-3-5-sonnet-20241022', ['< Claude 4.5']],
  ['anthropic/claude-3.7-sonnet', ['< Claude 4.5']],
  ['anthropic/claude-opus-4-20250514', ['< Claude 4.5']],
  ['anthropic/claude-opus-4-1', ['< Claude 4.5']],
  ['bedrock/anthropic.claude-3-sonnet-20240229-v1:0', ['< Claude 4.5']],
  ['bedrock/anthropic.claude-opus-4.5-v1', []],
  ['anthropic/claude-sonnet-4-5-20250929', []],
  ['vertex/claude-opus-4-5@20251101', []],
  ['anthropic/claude-opus-4-10', []],
  ['anthropic/claude-opus-5', []],
  ['anthropic/claude-latest', []],
  ['anthropic/claude-haiku-4-5', ['haiku']],
  ['anthropic/claude-3-haiku', ['haiku', '< Claude 4.5']],
  ['haiku', ['haiku']],
  ['google/gemini-1.5-pro', ['Gemini 1']],
  ['google/gemini-2.5-pro', []],
  ['openai/o3', []],
])('weaknesses of %s', (id, reasons) => {
  expect(weaknesses(id)).toEqual(reasons);
});

test.each([
  ['openai/gpt-6', true],
  ['openai/gpt-50', true],
  ['openai/gpt-5turbo', true],
  ['openai/gpt-5-mini', false],
  ['azure/gpt4o', false],
  ['anthropic/claude-3-5-sonnet-20241022', false],
  ['anthropic/claude-3-7-sonnet', false],
  ['anthropic/claude-opus-4-20250514', true],
  ['anthropic/claude-opus-4-1', true],
  ['anthropic/claude-sonnet-4', true],
  ['anthropic/claude-sonnet-4.5', false],
  ['anthropic/claude-opus-4-10', false],
  ['claude-opus-45', false],
  ['claude-5', true],
  ['anthropic/claude-opus-5', false],
  ['x/haiku', true],
])('the reference on %s: weak is %s', (id, weak) => {
  expect(weaknessesByReference(id).length > 0).toBe(weak);
});

test('legacy families', () => {
  expect(legacyFamily('openai/GPT-3.5-turbo')).toBe('GPT-3.5');
  expect(legacyFamily('anthropic/claude-instant-1')).toBe('Claude 2');
  expect(legacyFamily('gpt-4-0613')).toBeDefined();
  expect(legacyFamily('gpt-4-06130')).toBeUndefined();
  expect(legacyFamily('google/gemini-1.0-pro')).toBe('Gemini 1');
  expect(legacyFamilyByReference('google/gemini-1.0-pro')).toBeUndefined();
  expect(legacyFamilyByReference('anthropic/claude-2.1')).toBe('Claude 2');
  expect(legacyFamilyByReference('xgpt-3.5')).toBeUndefined();
});

test.each([
  ['ollama/llama3:8b', 8, 8],
  ['qwen3-235b-a22b', 235, 235],
  ['gemma-2b-it', 2, 2],
  ['a3b', 3, 3],
  ['x_70b_y', 70, 70],
  ['m/0.5b', 0.5, 0.5],
  ['llama-3.1-405b', 405, 405],
  ['x/mixtral-8x7b', 56, undefined],
  ['x/mixtral-8x22b-instruct', 176, undefined],
  ['llama70b', 70, undefined],
  ['kimi-k2-1t', 1000, undefined],
  ['kimi-1t-a32b', 1000, 32],
  ['foo-1tb', undefined, undefined],
  ['m/7bq', undefined, undefined],
  ['commit-f3a9b', undefined, undefined],
])('size of %s', (id, ours, reference) => {
  expect(parameterBillions(id)).toBe(ours);
  expect(parameterBillionsByReference(id)).toBe(reference);
});

test('300 billion are small, 301 are not', () => {
  expect([300, 301, undefined].map(isSmall)).toEqual([true, false, false]);
});

test('any text is read, and quickly', () => {
  const readers = [weaknesses, weaknessesByReference, legacyFamily, parameterBillions];
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...readers), (id, read) => {
      read(id);
    }),
  );
  const started = performance.now();
  for (const part of ['gpt', 'claude-', '-4', '1b.', '9', 'a', '8x']) {
    for (const read of [...readers, parameterBillionsByReference]) read(part.repeat(200_000));
  }
  expect(performance.now() - started).toBeLessThan(2000);
});

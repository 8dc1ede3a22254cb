import { expect, test } from 'vitest';
import { normalizeAgentId } from './agent-id.ts';

test('trimmed, lower case, other characters and outer dashes gone, at most 64', () => {
  expect(normalizeAgentId(' Ops Team! ')).toBe('ops-team');
  expect(normalizeAgentId('--a__b--')).toBe('a__b');
  expect(normalizeAgentId('x'.repeat(70))).toHaveLength(64);
});

test('is `main` when nothing is left', () => {
  for (const id of [undefined, '', '  ', '---', '한글']) expect(normalizeAgentId(id)).toBe('main');
});

test('takes linear time', () => {
  const start = performance.now();
  normalizeAgentId(`a${'-'.repeat(200_000)}a`);
  expect(performance.now() - start).toBeLessThan(500);
});

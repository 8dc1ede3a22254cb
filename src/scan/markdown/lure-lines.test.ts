import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './lure-lines.ts';

test('two lists of stretches become one in the order of the text, the first before the second', () => {
  const starts = fc.array(fc.nat(20)).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(starts, starts, (one, two) => {
      const first = one.map((start) => ({ start, end: start + 1, under: 'first' }));
      const second = two.map((start) => ({ start, end: start + 1, under: 'second' }));
      expect(inOrder(first, second)).toEqual(
        [...first, ...second].sort((a, b) => a.start - b.start),
      );
    }),
    { seed: 6, numRuns: 500 },
  );
});

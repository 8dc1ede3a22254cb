import { expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { retryOf } from './retry.ts';

const common = { item: 0, path: '/x', root: '/x', lane: 'programs', indicators: false } as const;
const batch: Batch = { ...common, files: ['a', 'b'], whole: true };

test('a file gets a second try by words alone, and then is given up without the others', () => {
  const first = retryOf(batch, 1);
  expect(first).toEqual({ again: { ...batch, unfollowed: ['b'] } });
  const again = first.again ?? batch;
  expect(retryOf(again, 1)).toEqual({
    again: { ...again, files: ['a'] },
    givenUp: { ...common, files: ['b'], unfollowed: ['b'] },
  });
  expect(retryOf({ ...again, files: ['b'] }, 0).again).toBeUndefined();
});

test('files that cannot be followed together stay scanned one by one', () => {
  const joint = { ...batch, modules: ['a', 'b'] };
  expect(retryOf(joint, 2)).toEqual({ givenUp: joint });
});

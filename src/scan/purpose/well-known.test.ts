import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imitationOf } from './well-known.ts';

const near = (original: string) => ({ original, disguised: false });

test.each([
  ['gihtub', near('github')],
  ['githhub', near('github')],
  ['githb', undefined],
  ['gitllab', near('gitlab')],
  ['polymarkets', near('polymarket')],
  ['polymarket', undefined],
  ['g1thub', { original: 'github', disguised: true }],
  ['slak', undefined],
  ['my-own-tool', undefined],
])('%s', (name, expected) => {
  expect(imitationOf(name)).toEqual(expected);
});

test('a letter more, fewer or other, or two neighbours swapped, is near; more is not', () => {
  const name = 'homeassistant';
  const at = fc.nat(name.length - 2);
  fc.assert(
    fc.property(at, fc.constantFrom('q', 'z'), (i, letter) => {
      const swapped = name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2);
      for (const other of [
        name.slice(0, i) + name.slice(i + 1),
        name.slice(0, i) + letter + name.slice(i),
        name.slice(0, i) + letter + name.slice(i + 1),
        ...(swapped === name ? [] : [swapped]),
      ])
        expect(imitationOf(other)).toEqual(near(name));
      expect(imitationOf(name.slice(0, i) + letter + letter + name.slice(i + 2))).toBeUndefined();
    }),
  );
});

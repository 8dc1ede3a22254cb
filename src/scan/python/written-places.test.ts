import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesPlace } from './places.ts';
import { mayName, spelled } from './written-places.ts';

const pieces = fc.constantFrom(
  ...['"', "'", '" "', '" + r"', "'\n  '", "''", ' ', '/', '\\x2e', '\\56', '\\U0000002ebas', '\\'],
  ...[
    '.bas',
    'hrc',
    '.bashrc',
    '.config',
    'auto',
    'start',
    '/',
    'Launch',
    'Agents',
    'x'.repeat(90),
  ],
  ...['.z', 'shrc', 'fish', 'config.fish', 'a', '~'],
);
const texts = fc.array(pieces, { maxLength: 24 }).map((all) => all.join(''));

test('what stands around the joints tells as much as the text put together', () => {
  fc.assert(
    fc.property(texts, (text) => {
      // A part that is nowhere divided is one of the text as it stands, too.
      expect(mayName(text)).toBe(namesPlace([text, spelled(text)]));
    }),
    { numRuns: 3000 },
  );
});

test('a part is found over any number of joints, and far from others', () => {
  const far = `"${'x'.repeat(500)}"`;
  expect(mayName(`${far} "~/." "b" "a" 's' + "h" "rc" ${far}`)).toBe(true);
  expect(mayName(`${far} "~/.ba" ${far}`)).toBe(false);
});

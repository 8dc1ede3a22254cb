import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveOrders } from './archive-orders.ts';
import { signsOf } from './markdown/lure-signs.ts';

const PIECES = [
  'unzip a.zip',
  'password: x1y2',
  'pw',
  'tar -xf',
  ' ',
  'archive',
  '비밀번호는 a1',
  'a',
  'x.rar',
  'unlock',
  'key: "a1b2"',
  'zip protected, use `a1b2`',
];
const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((it) => it.join(' '));

test('a line says by itself what it says among others', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const alone = lines.flatMap((it, i) =>
        archiveOrders('a.md', it).map((fact) => ({ ...fact, line: i + 1 })),
      );
      expect(archiveOrders('a.md', lines.join('\n'))).toEqual(alone);
    }),
    { seed: 6, numRuns: 500 },
  );
});

test('each line that gives a password for an archive is told', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const told = archiveOrders('a.md', lines.join('\n'))
        .filter(({ kind }) => kind === 'archive-password')
        .map(({ value }) => value);
      expect(told).toEqual(lines.filter((it) => signsOf(it).archive() && signsOf(it).password()));
    }),
    { seed: 6, numRuns: 500 },
  );
});

test.each([
  ['archive-password', 'open the archive with password: x1y2'],
  ['archive-password', '압축 비밀번호: a1b2'],
  ['unpack-order', 'run tar -xf a.tgz'],
  ['unpack-order', '7z x a.7z'],
])('%s: %s', (kind, text) => {
  expect(archiveOrders('a.md', `a\n\n${text}`)).toEqual([
    { kind, value: text, file: 'a.md', line: 3, column: 1 },
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookerFor } from './named.ts';

const may = lookerFor({
  words: ['nc', 'curl', 'a_1'],
  pieces: ['dev/', 'mkfs'],
  withOutput: '://',
});

/** The same by building the text that is looked through. */
function long(text: string): boolean {
  if (/[$`]|\\[\r\n]/.test(text)) return true;
  const plain = text.replace(/["'\\]/g, '');
  return (
    /(?<!\w)(?:nc|curl|a_1)(?!\w)/.test(plain) ||
    /dev\/|mkfs/.test(plain) ||
    (plain.includes('://') && plain.includes('>'))
  );
}

test('one pass finds what is found without quotes', () => {
  const words = ['nc', 'cu', 'rl', 'curl', 'a_1', 'dev', 'mk', 'fs', 'mkfs', 'ncx', 'http', 'ls'];
  const marks = ['"', "'", '\\', ' ', '\n', '/', ':', '://', '>', '|', '-', '한', 'į', '$', '\r'];
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 3, arbitrary: fc.constantFrom(...marks.slice(0, -2)) },
    { weight: 1, arbitrary: fc.constantFrom(...marks, ...'abcdefsuv/') },
  );
  let passed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect([text, may(text)]).toEqual([text, long(text)]);
      if (!may(text)) passed++;
    }),
    { seed: 6, numRuns: 6000 },
  );
  expect(passed).toBeGreaterThan(500);
});

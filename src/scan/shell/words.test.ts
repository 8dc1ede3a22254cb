import fc from 'fast-check';
import { parse } from 'unbash';
import { expect, test } from 'vitest';
import type { Machine } from './machine.ts';
import type { Value } from './value.ts';
import { byItsParts, plainWord } from './words.ts';

const VARIABLES: readonly (readonly [string, Value])[] = [
  ['a', { text: 'x y', taints: [] }],
  ['b', { text: '', taints: [] }],
];
const machine = {
  variables: new Map(VARIABLES),
  given: undefined,
  run: () => ({ text: 'ran', taints: [] }),
  step: (at: number, what: string) => ({ file: 'x.sh', line: 1, column: at, what }),
} as unknown as Machine;

const PIECE = fc.constantFrom(
  ...`$a $b $\{a} $\{b} $1 $12 $\{10} $@ $? $TOKEN $\{API_KEY} $HOME $\{#a} $\{!a} $\{a:-x} $'\\x41' $"a"`.split(
    ' ',
  ),
  ...`" " " ' ' x / . ~ = : # % , + @ _ - ^ { } [ ] * ? ! \\ \\$ $(a) $((1)) <( {1,2} ( ) $ $é é 한`.split(
    ' ',
  ),
  ...[' ', '\n', '\t', '\r', '\u00a0', '`'],
);

test('a plain word stands for what its parts stand for', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(PIECE, { minLength: 1, maxLength: 6 }), (pieces) => {
      const { commands } = parse(`echo ${pieces.join('')}`);
      for (const { command } of commands) {
        if (command.type !== 'Command') continue;
        for (const word of [command.name, ...command.args, ...command.prefix]) {
          if (!word || !('pos' in word) || !('text' in word) || !('value' in word)) continue;
          const quick = plainWord(word.text, word.pos, machine);
          if (!quick || typeof word.value !== 'string') continue;
          plain++;
          expect(quick).toEqual(byItsParts(word as Parameters<typeof byItsParts>[0], machine));
        }
      }
    }),
    { seed: 6, numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(5000);
});

test.each(['$1', '"a $a b"', "x='y'", `"$\{API_KEY}"/x`, '--a=한글'])('plain: %s', (word) => {
  expect(plainWord(word, 0, machine)).toBeDefined();
});

import { expect, test } from 'vitest';
import { parseDotenv } from './dotenv.ts';

const parsed = (text: string) => Object.fromEntries(parseDotenv(text));

test('reads lines, export, quotes and comments', () => {
  expect(
    parsed(
      [
        '# a comment',
        'PLAIN=one two # trailing',
        'export EXPORTED = value',
        `SINGLE='a # b\\n'`,
        'DOUBLE="line\\nnext" # c',
        'EMPTY=',
        'not a variable',
        '9BAD=x',
      ].join('\n'),
    ),
  ).toEqual({
    PLAIN: 'one two',
    EXPORTED: 'value',
    SINGLE: 'a # b\\n',
    DOUBLE: 'line\nnext',
    EMPTY: '',
  });
});

test('reads values over several lines, a byte order mark and CRLF', () => {
  expect(parsed('\uFEFFA="x\ny"\r\nB=2\r\n')).toEqual({ A: 'x\ny', B: '2' });
});

test('the last of two lines wins, and __proto__ is a name like any other', () => {
  const values = parseDotenv('A=1\nA=2\n__proto__=3\n');
  expect(values.get('A')).toBe('2');
  expect(values.get('__proto__')).toBe('3');
});

test('an unclosed quote belongs to the value', () => {
  expect(parsed('A="open\nB=2')).toEqual({ A: '"open', B: '2' });
});

test('unclosed quotes and lines without a value take linear time', () => {
  const start = performance.now();
  parseDotenv('A="\\\n'.repeat(100_000));
  parseDotenv("A='".repeat(300_000));
  parseDotenv('\n'.repeat(1_000_000));
  expect(performance.now() - start).toBeLessThan(2000);
});

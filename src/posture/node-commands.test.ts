import { expect, test } from 'vitest';
import {
  commandsMeant,
  DANGEROUS_COMMANDS,
  DEFAULT_COMMANDS,
  isPatternLike,
} from './node-commands.ts';

const KNOWN = [...DEFAULT_COMMANDS['2026.2'], ...DANGEROUS_COMMANDS['2026.2']];

test('tells patterns from names', () => {
  const patterns = [
    'canvas.*',
    '/x',
    'x/',
    '^x',
    'x$',
    'a b',
    'group:ui',
    'a|b',
    'a,b',
    '{a}',
    '(a)',
    '[a]',
    'a?',
  ];
  expect(patterns.filter(isPatternLike)).toEqual(patterns);
  expect(KNOWN.filter(isPatternLike)).toEqual([]);
  expect(['a^b', 'a$b', 'a/b'].filter(isPatternLike)).toEqual([]);
});

test('suggests the commands that were meant', () => {
  expect(commandsMeant('canvas.*', KNOWN)).toContain('canvas.eval');
  expect(commandsMeant('^system\\.run$', KNOWN)).toContain('system.run');
  expect(commandsMeant('System.Run', KNOWN)).toEqual(['system.run']);
  expect(commandsMeant('sms_send', KNOWN)).toEqual(['sms.send']);
  expect(commandsMeant('bash', KNOWN)).toEqual([]);
});

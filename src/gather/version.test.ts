import { expect, test } from 'vitest';
import { resolveVersion as judge } from './version.ts';

test('the flag, then the record of the config, then the newest known', () => {
  expect(judge('2026.2.24', '2026.2.1')).toEqual({
    judged: '2026.2.24',
    rules: '2026.2.24',
    source: 'flag',
    configRecord: '2026.2.1',
  });
  expect(judge(undefined, '2026.6.10')).toEqual({
    judged: '2026.6.10',
    rules: '2026.2.24',
    source: 'config',
    configRecord: '2026.6.10',
  });
  expect(judge(undefined, '2027.1.1')).toMatchObject({ judged: '2027.1.1', rules: '2026.9.6' });
  expect(judge(undefined, undefined)).toEqual({
    judged: '2026.9.6',
    rules: '2026.9.6',
    source: 'default',
  });
});

test('a record that is no version is none', () => {
  for (const record of [
    '',
    'latest',
    '2026.2',
    `2026.2.24-${'x'.repeat(99)}`,
    '2026.2.24\u001b[2J',
  ])
    expect(judge(undefined, record)).not.toHaveProperty('configRecord');
});

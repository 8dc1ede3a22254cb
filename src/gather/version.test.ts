import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';
import { resolveVersion } from './version.ts';

const judge = (flag: string | undefined, record: string | undefined) =>
  resolveVersion(
    flag,
    settingsOf({}, (...route) =>
      route.join('.') === 'meta.lastTouchedVersion' ? record : undefined,
    ),
  );

test('the flag, then the record of the config when that release is known, then the newest known', () => {
  expect(judge('2026.2.24', '2026.2.1')).toEqual({
    judged: '2026.2.24',
    source: 'flag',
    configRecord: '2026.2.1',
  });
  expect(judge(undefined, '2026.2.24')).toMatchObject({ judged: '2026.2.24', source: 'config' });
  for (const record of ['2025.12.1', '2026.2.3-beta.1', '2026.9.6'])
    expect(judge(undefined, record)).toEqual({
      judged: '2026.2.24',
      source: 'default',
      configRecord: record,
    });
  expect(judge(undefined, undefined)).toEqual({ judged: '2026.2.24', source: 'default' });
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

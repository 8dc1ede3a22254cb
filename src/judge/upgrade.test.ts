import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import type { Severity } from '../checks/define.ts';
import { defineCheck } from '../checks/define.ts';
import type { ConfigSnapshot, ConfigValue } from '../config/tree.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { judgeUpgrade } from './upgrade.ts';

const text = {
  en: { title: 'T', why: 'W', remedy: 'R', seen: 'saw {value}' },
  ko: { title: '제목', why: '이유', remedy: '조치', seen: '{value} 확인' },
} as const;

/** Finds what the config says is there: `{ "some.id": ["warn at place"] }`. */
const finds = (id: string) =>
  defineCheck({
    id,
    severity: 'warn',
    needs: ['config'],
    text,
    examples: { bad: [], good: [] },
    *run({ config }, report) {
      for (const written of config.strings(id)) {
        const [severity = 'warn', place = ''] = written.split(' at ');
        const options = { severity: severity as Severity };
        yield report('seen', { value: written }, config.at(...place.split('.')), options);
      }
    },
  });
const IDS = [
  'a.one',
  'config.invalid.legacy_key',
  'config.invalid.type',
  'config.ineffective.x',
  'version.y',
];

function compare(before: ConfigValue, after: ConfigValue) {
  const snapshot = makeSnapshot(before);
  const config = configOf(makeSnapshot(after));
  const upgrade = judgeUpgrade(
    { ...snapshot, upgrade: { version: '2026.9.6', config } },
    { compat: false, only: [], skip: [] },
    IDS.map(finds),
  );
  if (!upgrade) throw new Error('not judged');
  return upgrade;
}

function configOf({ config }: Snapshot): ConfigSnapshot {
  if (config.status !== 'ok') throw new Error(config.status);
  return config.value;
}

const places = (findings: readonly { readonly locations: readonly { path?: string }[] }[]) =>
  findings.map(({ locations }) => locations[0]?.path);

test('findings appear, disappear, change their severity or stay', () => {
  const upgrade = compare(
    { 'a.one': ['warn at x', 'warn at y', 'info at z'] },
    { 'a.one': ['warn at x', 'critical at y', 'warn at w'] },
  );
  expect(places(upgrade.appear)).toEqual(['w']);
  expect(places(upgrade.disappear)).toEqual(['z']);
  expect(upgrade.changed).toMatchObject([
    { from: 'warn', to: 'critical', finding: { severity: 'critical' } },
  ]);
  expect(upgrade.unchanged).toBe(1);
  expect([upgrade.from.version.judged, upgrade.to.version.judged]).toEqual([
    '2026.2.24',
    '2026.9.6',
  ]);
});

test('what speaks of a setting is told as a setting', () => {
  const { appear, disappear, settings } = compare(
    { 'config.invalid.type': ['warn at later'] },
    {
      'config.invalid.legacy_key': ['warn at old'],
      'config.invalid.type': ['warn at wrong'],
      'config.ineffective.x': ['info at idle'],
    },
  );
  expect([appear, disappear]).toEqual([[], []]);
  const told = ({ kind, finding }: (typeof settings.stop)[number]) => [kind, ...places([finding])];
  expect(settings.stop.map(told).sort()).toEqual([
    ['no_effect', 'idle'],
    ['refused', 'wrong'],
    ['renamed', 'old'],
  ]);
  expect(settings.start.map(told)).toEqual([['refused', 'later']]);
});

test('two findings of one place are paired one by one', () => {
  const { appear, unchanged } = compare(
    { 'a.one': ['warn at x'] },
    { 'a.one': ['warn at x', 'warn at x'] },
  );
  expect([appear.length, unchanged]).toEqual([1, 1]);
});

test('how the release was found is no difference', () => {
  const { appear, disappear } = compare({ 'version.y': ['warn at a'] }, {});
  expect([appear, disappear]).toEqual([[], []]);
});

test('a snapshot that does not hold the other reading is not judged', () => {
  expect(judgeUpgrade(makeSnapshot({}), { compat: false, only: [], skip: [] }, [])).toBeUndefined();
});

import { expect, test } from 'vitest';
import { lay } from '../../test/support/gathered.ts';
import { LOOSENED } from '../../test/support/loosened.ts';
import { gatherLaidDown } from '../../test/support/scenario.ts';
import { dialectOf } from '../config/dialect.ts';
import { judge } from '../judge/judge.ts';
import { fixErrors } from '../report/fix/errors.ts';
import { fixWords } from '../report/fix/words.ts';
import { HOST_DISK } from './disk.ts';
import { planFix } from './plan.ts';

test('on Windows, where modes mean nothing, only settings are planned, and that is said', async () => {
  const options = { only: [], skip: [], compat: false };
  const found = await gatherLaidDown(lay(LOOSENED));
  const snapshot = { ...found, host: { ...found.host, platform: 'win32' } };
  const report = judge(snapshot, options);
  const dialect = await dialectOf('2026.2');
  const plan = planFix(HOST_DISK, snapshot, report, { ...options, dialect });
  expect(plan.edits).toHaveLength(3);
  expect([plan.access, plan.withoutModes]).toEqual([[], true]);
  const outcome = { plan, masked: new Map(), report };
  expect(fixErrors(outcome, fixWords('en'))).toEqual([
    'Permissions are not changed on Windows: run the commands that the report gives for them',
  ]);
});

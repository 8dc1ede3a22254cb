import { expect, test } from 'vitest';
import { lay, measured } from '../../test/support/gathered.ts';
import { gatherLaidDown } from '../../test/support/scenario.ts';
import type { Scenario } from '../checks/define.ts';

const NAME = '.openclaw/security-suppressions.json5';

async function gatherFile(file: Omit<NonNullable<Scenario['files']>[number], 'path'>) {
  const { suppressions } = await gatherLaidDown(lay({ files: [{ path: NAME, ...file }] }));
  if (!suppressions) throw new Error('not gathered');
  return suppressions;
}

test('entries are read as they are, with their places', async () => {
  const content = `{
  // why we live with it
  suppressions: [
    { fingerprint: "0123456789abcd", reason: "behind the VPN", count: 5 },
    "no entry",
  ],
}`;
  expect(measured(await gatherFile({ content }))).toMatchObject({
    entries: [
      {
        line: 4,
        column: 5,
        fields: [
          { name: 'fingerprint', text: '0123456789abcd', line: 4, column: 20 },
          { name: 'reason', text: 'behind the VPN' },
          { name: 'count', line: 4 },
        ],
      },
      { line: 5, column: 5 },
    ],
  });
});

test.each([
  ['{ suppressions: [', { code: 'syntax', line: 1, column: 18 }],
  ['[]', { code: 'no_list' }],
  ['{ suppressions: {} }', { code: 'no_list' }],
  [`{ suppressions: [${'{},'.repeat(1001)}] }`, { code: 'too_many' }],
])('%.30s gives no entries, and why', async (content, problem) => {
  expect(measured(await gatherFile({ content }))).toMatchObject({ entries: [], problem });
});

test('a secret that somebody wrote into a reason goes no further', async () => {
  const content = `{ suppressions: [{ reason: "token ghp_${'a1B2'.repeat(9)}" }] }`;
  const [entry] = measured(await gatherFile({ content })).entries;
  expect(entry?.fields?.[0]?.text).toBe('token ***');
});

test('no file, a directory and a file without end', async () => {
  expect((await gatherLaidDown(lay({}))).suppressions).toEqual({ status: 'absent' });
  expect(await gatherFile({ dir: true })).toMatchObject({ reason: 'not_a_file' });
  expect(await gatherFile({ symlink: '/dev/zero' })).toMatchObject({ reason: 'not_a_file' });
  expect(await gatherFile({ content: ' '.repeat(300_000) })).toMatchObject({ reason: 'too_large' });
});

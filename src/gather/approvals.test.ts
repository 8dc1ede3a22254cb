import { describe, expect, test } from 'vitest';
import { measured } from '../../test/support/gathered.ts';
import { snapshotOf } from '../../test/support/scenario.ts';

describe('exec approvals', () => {
  const approvals = async (content: string) =>
    (await snapshotOf({ files: [{ path: '.openclaw/exec-approvals.json', content }] })).approvals;

  test('are read tolerantly', async () => {
    const part = await approvals(
      '{"defaults":{"security":"full","ask":7},"agents":{"main":{"ask":"off","autoAllowSkills":true,' +
        '"allowlist":[{"pattern":"/bin/ls"},"git *",{"pattern":" "},3]},"__proto__":{"ask":"off"},"x":null}}',
    );
    expect(measured(part).defaults).toEqual({ security: 'full' });
    expect(Object.entries(measured(part).agents)).toEqual([
      ['main', { ask: 'off', autoAllowSkills: true, allowlist: ['/bin/ls', 'git *'] }],
      ['__proto__', { ask: 'off', allowlist: [] }],
      ['x', { allowlist: [] }],
    ]);
  });

  test('that are malformed are not taken for absent', async () => {
    expect(await approvals('{')).toMatchObject({ status: 'failed', reason: 'malformed' });
    expect((await snapshotOf('{}')).approvals).toEqual({ status: 'absent' });
  });
});

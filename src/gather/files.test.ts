import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lay, measured } from '../../test/support/gathered.ts';
import { gatherLaidDown, snapshotOf } from '../../test/support/scenario.ts';
import type { FileRole } from './file-facts.ts';
import type { Snapshot } from './snapshot.ts';

const pathsOf = (snapshot: Snapshot, role: FileRole, home: string) =>
  measured(snapshot.files)
    .filter((fact) => fact.role === role)
    .map((fact) => fact.path.replace(`${home}/`, ''));

describe('files', () => {
  test('every role is found where OpenClaw keeps it', async () => {
    const laid = lay({
      config: `{ agents: { list: [{ id: 'Ops Team' }, { id: 'two', workspace: '~/ws' }] },
        logging: { $include: './logging.json5' } }`,
      files: [
        { path: '.openclaw/logging.json5', content: '{ file: "~/log/oc.log" }' },
        { path: 'log/oc.log' },
        { path: '.openclaw/openclaw.json.bak' },
        { path: '.openclaw/openclaw.json.bak.2' },
        { path: '.openclaw/openclaw.json.rejected.1' },
        { path: '.openclaw/openclaw.jsonl' },
        { path: '.openclaw/.env' },
        { path: '.openclaw/exec-approvals.json', content: '{}' },
        { path: '.openclaw/identity/device.json' },
        { path: '.openclaw/credentials/telegram-allowFrom.json', content: '{"allowFrom":[]}' },
        { path: '.openclaw/extensions', dir: true },
        { path: '.openclaw/agents/ops-team/agent/auth-profiles.json' },
        { path: '.openclaw/agents/ops-team/sessions/sessions.json' },
        { path: '.openclaw/agents/two/sessions/sessions.json' },
        { path: '.openclaw/agents/Gone/agent/auth-profiles.json' },
        { path: '.openclaw/workspace/SOUL.md' },
        { path: 'ws/AGENTS.md' },
      ],
    });
    const snapshot = await gatherLaidDown(laid);
    const paths = (role: FileRole) => pathsOf(snapshot, role, laid.home);
    expect(paths('state_dir')).toEqual(['.openclaw']);
    expect(paths('config')).toEqual(['.openclaw/openclaw.json']);
    expect(paths('include')).toEqual(['.openclaw/logging.json5']);
    expect(paths('log')).toEqual(['log/oc.log']);
    expect(paths('config_backup')).toEqual([
      '.openclaw/openclaw.json.bak',
      '.openclaw/openclaw.json.bak.2',
      '.openclaw/openclaw.json.rejected.1',
    ]);
    expect(paths('dotenv')).toEqual(['.openclaw/.env']);
    expect(paths('exec_approvals')).toEqual(['.openclaw/exec-approvals.json']);
    expect(paths('identity')).toEqual(['.openclaw/identity/device.json']);
    expect(paths('credentials_dir')).toEqual(['.openclaw/credentials']);
    expect(paths('credentials_file')).toEqual(['.openclaw/credentials/telegram-allowFrom.json']);
    expect(paths('extensions_dir')).toEqual(['.openclaw/extensions']);
    expect(paths('auth_profiles')).toEqual(['.openclaw/agents/ops-team/agent/auth-profiles.json']);
    expect(paths('sessions_store')).toEqual([
      '.openclaw/agents/ops-team/sessions/sessions.json',
      '.openclaw/agents/two/sessions/sessions.json',
    ]);
    expect(paths('unlisted_agent_file')).toEqual([
      '.openclaw/agents/Gone/agent/auth-profiles.json',
    ]);
    expect(paths('workspace')).toEqual(['.openclaw/workspace', 'ws']);
    expect(paths('workspace_file')).toEqual(['.openclaw/workspace/SOUL.md', 'ws/AGENTS.md']);
    expect(paths('parent_dir')).toEqual(expect.arrayContaining([laid.home, '/']));
    expect(paths('parent_dir')).not.toContain('.openclaw');
    expect(snapshot.unmeasured).toEqual([]);
  });

  test('a link has the mode of its target, one that leads nowhere its own', async () => {
    const laid = lay({
      config: null,
      files: [{ path: 'real.json', content: '{}', mode: '640' }],
    });
    const path = join(laid.state, 'openclaw.json');
    const factOf = async () => measured((await gatherLaidDown(laid)).files)[1];

    symlinkSync(join(laid.home, 'real.json'), path);
    expect(await factOf()).toMatchObject({
      kind: 'symlink',
      mode: 0o640,
      access: { groupRead: true, worldRead: false },
      target: { path: join(laid.home, 'real.json'), kind: 'file' },
    });
    rmSync(path);
    symlinkSync('nowhere.json', path);
    const dangling = await factOf();
    expect(dangling).toMatchObject({ kind: 'symlink', mode: 0o777 });
    expect(dangling?.target).toEqual({ path: join(laid.state, 'nowhere.json') });
    rmSync(path);
    symlinkSync('openclaw.json', path);
    expect((await factOf())?.target).toEqual({ path });
  });

  test('a credentials directory that is a file is none', async () => {
    const snapshot = await snapshotOf({ files: [{ path: '.openclaw/credentials', mode: '666' }] });
    expect(pathsOf(snapshot, 'credentials_dir', '')).toEqual([]);
    expect(snapshot.pairing).toEqual({ status: 'ok', value: [] });
  });
});

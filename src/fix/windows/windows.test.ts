import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { journalsOf, planFor } from '../../../test/support/fixing.ts';
import { lay } from '../../../test/support/gathered.ts';
import {
  type Invented,
  inventPowerShell,
  ME,
  OPEN,
} from '../../../test/support/invented-powershell.ts';
import { LOOSENED } from '../../../test/support/loosened.ts';
import { gatherLaidDown } from '../../../test/support/scenario.ts';
import { judge } from '../../judge/judge.ts';
import { fixErrors } from '../../report/fix/errors.ts';
import { renderFixJson } from '../../report/fix/json.ts';
import { fixWords } from '../../report/fix/words.ts';
import { stepPath } from '../access.ts';
import { applyPlan } from '../apply.ts';
import { HOST_DISK } from '../disk.ts';
import { isJournal } from '../journal-shape.ts';
import { undoJournal } from '../undo.ts';
import { closedDacl } from './dacl.ts';
import { SCRIPT, SCRIPT_ARGS } from './script.ts';
import { readAnswers, setLists } from './set.ts';

const POSIX = process.platform !== 'win32';
const HOSTILE = `a"'\n$(calc)[x]*\`山.jsonl`;
let invented: Invented;
beforeEach(() => {
  invented = inventPowerShell();
});
afterEach(() => invented.remove());

function layDown() {
  const files = [
    ...(LOOSENED.files ?? []),
    { path: `.openclaw/agents/main/sessions/${HOSTILE}`, content: '', mode: '644' },
  ];
  return lay({ ...LOOSENED, files });
}

const options = { tool: 'test', now: Date.UTC(2026, 1, 24) };

test.runIf(POSIX)(
  'closes by SID, children first, keeps to its plan, and gives all back',
  async () => {
    const laid = layDown();
    const { shell } = invented;
    const plan = await planFor(laid, { shell });
    const loose = plan.access.filter(({ state }) => state === 'loose');
    const names = loose.map(stepPath);
    expect(names).toContain(path.join(laid.state, 'agents/main/sessions', HOSTILE));
    expect(names.at(-1)).toBe(laid.state);
    invented.set(Object.fromEntries(names.map((name) => [name, OPEN])));

    const applied = await applyPlan(HOST_DISK, plan, { ...options, shell });
    expect(applied.access.filter(({ ok }) => !ok)).toEqual([]);
    expect(invented.lists()).toEqual(
      Object.fromEntries(
        loose.map((step) => [stepPath(step), closedDacl(kindOf(step.wanted), ME)]),
      ),
    );
    const [, second, ...more] = invented.calls();
    expect(more).toEqual([]);
    expect(second?.args).toEqual(SCRIPT_ARGS);
    expect(second?.input).toMatch(/^[\n -~]*$/);
    expect(second?.input.split('\n')).toHaveLength(loose.length + 1);

    const [journal] = journalsOf(laid);
    if (!journal) throw new Error('no journal');
    expect(journal.modes).toEqual([]);
    const other = path.join(laid.state, 'agents/main/sessions/a.jsonl');
    invented.set({ [other]: 'D:P(A;;FA;;;SY)' });
    const { target } = await gatherLaidDown(laid);
    const undone = await undoJournal(HOST_DISK, target, journal, 0, shell);
    const lists = undone.filter(({ kind }) => kind === 'acl');
    expect(lists.find((one) => one.path === other)?.state).toBe('changed');
    expect(lists.filter(({ state }) => state === 'restored')).toHaveLength(loose.length - 1);
    expect(invented.lists()).toEqual(
      Object.fromEntries(names.map((name) => [name, name === other ? 'D:P(A;;FA;;;SY)' : OPEN])),
    );
  },
);

const kindOf = (wanted: number) => (wanted === 0o700 ? 'directory' : 'file');

test.runIf(POSIX)(
  'a list that changed after the plan is left alone, the rest goes on',
  async () => {
    const laid = layDown();
    const { shell } = invented;
    const plan = await planFor(laid, { shell });
    invented.set({ [laid.state]: 'D:P(A;;FA;;;WD)' });
    const { access } = await applyPlan(HOST_DISK, plan, { ...options, shell });
    expect(access.filter(({ ok }) => !ok)).toMatchObject([{ why: 'changed' }]);
    expect(invented.lists()[laid.state]).toBe('D:P(A;;FA;;;WD)');
  },
);

test.runIf(POSIX)('what is closed stays as it is, what others own is an error', async () => {
  const laid = layDown();
  const config = path.join(laid.state, 'openclaw.json');
  invented.set({ [laid.state]: `D:AI(A;ID;FA;;;BA)(A;ID;FA;;;${ME})` });
  invented.setOwner(config, 'S-1-5-21-1004336348-1177238915-682003330-1002');
  const plan = await planFor(laid, { shell: invented.shell });
  const stateOf = (name: string) => plan.access.find((step) => stepPath(step) === name)?.state;
  expect([stateOf(laid.state), stateOf(config)]).toEqual(['already', 'other_owner']);
});

test.runIf(POSIX).each([
  ['refuse', 'UnauthorizedAccessException'],
  ['garbage', 'PowerShell: no answer'],
  ['lies', 'ACL'],
] as const)('a PowerShell that does nothing is reported: %s', async (mode, errno) => {
  const laid = layDown();
  const plan = await planFor(laid, { shell: invented.shell });
  const { access } = await applyPlan(HOST_DISK, plan, { ...options, shell: invented.in(mode) });
  expect(access.length).toBeGreaterThan(3);
  expect(new Set(access.map((one) => one.ok || one.errno))).toEqual(new Set([errno]));
});

test.runIf(POSIX)('a PowerShell that hangs is ended', async () => {
  const ask = { path: '/x', root: '/', kind: 'file', from: 'D:', to: 'D:P' } as const;
  expect(await setLists([ask], { shell: invented.in('hang'), timeoutMs: 500 })).toEqual([
    { state: 'failed', errno: 'PowerShell: timeout' },
  ]);
});

test.runIf(POSIX)('without PowerShell no permissions are changed, and that is said', async () => {
  const laid = layDown();
  const plan = await planFor(laid, { shell: { command: '/nowhere/powershell.exe', env: {} } });
  expect(plan.access).toEqual([]);
  const report = judge(await gatherLaidDown(laid), { only: [], skip: [], compat: false });
  expect(fixErrors({ plan, masked: new Map(), report }, fixWords('en'))).toEqual([
    'Permissions are not changed, since the access control lists could not be read (PowerShell: failed): run the commands that the report gives for them',
  ]);
});

test.runIf(POSIX)('actions are of the kind icacls', async () => {
  const laid = layDown();
  const plan = await planFor(laid, { shell: invented.shell });
  const report = judge(await gatherLaidDown(laid), { only: [], skip: [], compat: false });
  const { fix } = JSON.parse(renderFixJson({ plan, masked: new Map(), report }, 'en'));
  expect(new Set(fix.actions.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(['icacls']),
  );
  expect(fix.actions.at(-1)).toEqual({
    kind: 'icacls',
    path: laid.state,
    command: `icacls "${laid.state}" /inheritance:r /grant:r "*${ME}:(OI)(CI)F" /grant:r "*S-1-5-18:(OI)(CI)F" /remove *S-1-5-32-544 /remove *S-1-5-32-545`,
    dacl: closedDacl('directory', ME),
    ok: false,
    skipped: 'dry-run',
  });
  expect(fix.plan.modes.at(-1)).toMatchObject({ from: OPEN, to: closedDacl('directory', ME) });
});

test('a journal leads nowhere else', () => {
  const list = {
    directory: { root: 'C:\\o', below: ['agents'] },
    name: 'a',
    type: 'file',
    before: 'D:',
    after: 'D:P',
  };
  const journal = (change: object) => ({
    format: 1,
    id: 'x',
    tool: 't',
    at: 0,
    changes: [],
    files: [],
    modes: [],
    lists: [{ ...list, ...change }],
  });
  expect(isJournal(journal({}))).toBe(true);
  for (const change of [
    { name: '..' },
    { name: '..\\x' },
    { name: 'a:stream' },
    { directory: { root: 'C:\\o', below: ['a\\..\\..'] } },
    { before: 'O:SYD:' },
    { before: 'D:\n' },
    { type: 'link' },
  ])
    expect(isJournal(journal(change))).toBe(false);
});

test('lists of a journal are not given back elsewhere than on Windows, nor outside of the gateway', async () => {
  const laid = lay(LOOSENED);
  const { target } = await gatherLaidDown(laid);
  const list = { name: 'x', type: 'file', before: 'D:', after: 'D:P' } as const;
  const at = (root: string) => ({ ...list, directory: { root, below: [] } });
  const journal = {
    format: 1,
    id: '20260224T101500Z-aaaa',
    tool: 't',
    at: 0,
    changes: [],
    files: [],
    modes: [],
    lists: [at('/etc'), at(target.stateDir)],
  } as const;
  expect(await undoJournal(HOST_DISK, target, journal, 0)).toMatchObject([
    { kind: 'acl', state: 'failed' },
    { kind: 'acl', state: 'outside' },
  ]);
});

test('the script is fixed ASCII, takes no path apart, and sets nothing but lists', () => {
  expect(SCRIPT).toMatch(/^[\n -~]*$/);
  expect(SCRIPT).not.toMatch(/Invoke-|Remove-|Set-(?!One)|Out-File|SetOwner|-Path|&/);
  expect(SCRIPT_ARGS).toContain('-NoProfile');
  expect(SCRIPT_ARGS).toContain('-NonInteractive');
  // Windows takes no longer command line.
  expect(SCRIPT_ARGS.join(' ').length).toBeLessThan(32_000);
});

test.each(['', 'null\n3\n[]', '{"i":"0","state":"set"}', '{"i":0,"state":"done"}'])(
  '%j is no answer',
  (text) => expect(readAnswers(text).size).toBe(0),
);

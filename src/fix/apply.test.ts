import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fixLaid, planFor, straysIn, treeOf, undoAll } from '../../test/support/fixing.ts';
import { lay } from '../../test/support/gathered.ts';
import { LOOSENED, MAIN_CONFIG } from '../../test/support/loosened.ts';
import { countChanges } from './outcome.ts';

const read = (...parts: readonly string[]) => fs.readFileSync(path.join(...parts), 'utf8');

test('settings are changed where they are written, and every other byte stays', async () => {
  const laid = lay(LOOSENED);
  const { applied, verified } = await fixLaid(laid);
  expect(applied.edits.every(({ result }) => result.ok)).toBe(true);
  expect(read(laid.state, 'openclaw.json')).toBe(
    MAIN_CONFIG.replace("groupPolicy: 'open'", "groupPolicy: 'allowlist'"),
  );
  expect(read(laid.state, 'conf/logging.json5')).toBe("{redactSensitive:'tools'}");
  expect(read(laid.state, 'conf/whatsapp.json5')).toBe(
    '{\n  whatsapp: {\n    groupPolicy: "allowlist", // for the family\n    groupAllowFrom: ["+15551234567"]\n  }\n}\n',
  );
  expect(verified.remaining.filter(({ why }) => why === 'failed' || why === 'uncleared')).toEqual(
    [],
  );
  expect(verified.gone.map(({ checkId }) => checkId)).toEqual(
    expect.arrayContaining([
      'logging.redact_off',
      'fs.config.perms_writable',
      'fs.config_include.perms_world_readable',
      'fs.auth_profiles.perms_readable',
      'channels.telegram.warning.group_policy_open',
      'state.unlisted_agent_exposed',
    ]),
  );
});

test('directories get 700 and files 600, nothing else is touched', async () => {
  const laid = lay({
    ...LOOSENED,
    files: [
      ...(LOOSENED.files ?? []),
      { path: '.openclaw/.env', content: 'A=1', mode: '644' },
      { path: '.openclaw/agents/main/sessions/notes.txt', content: '', mode: '644' },
      { path: '.openclaw/skills/x/SKILL.md', content: '', mode: '644' },
    ],
  });
  const before = treeOf(laid.state);
  await fixLaid(laid);
  const after = treeOf(laid.state);
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(changed.sort()).toEqual([
    '.',
    'agents/main/agent/auth-profiles.json',
    'agents/main/sessions/a.jsonl',
    'agents/main/sessions/b.jsonl',
    'agents/main/sessions/sessions.json',
    'agents/old/agent/auth-profiles.json',
    'agents/old/sessions/c.jsonl',
    'conf/logging.json5',
    'conf/whatsapp.json5',
    'credentials',
    'credentials/whatsapp-allowFrom.json',
    'openclaw.json',
  ]);
  for (const name of changed) expect(after[name], name).toMatch(/^(700$|600 )/);
});

test('undo gives back the very bytes and modes', async () => {
  const laid = lay(LOOSENED);
  const before = treeOf(laid.state);
  const { plan } = await fixLaid(laid);
  expect(treeOf(laid.state)).not.toEqual(before);
  const undone = await undoAll(laid);
  expect(treeOf(laid.state)).toEqual(before);
  expect(undone.map(({ state }) => state)).toEqual(
    Array.from({ length: plan.edits.length + countModes(plan) }, () => 'restored'),
  );
});

const countModes = ({ access }: Awaited<ReturnType<typeof planFor>>) =>
  access.filter(({ state }) => state === 'loose').length;

test('undo leaves alone what was changed since, and names it', async () => {
  const laid = lay(LOOSENED);
  await fixLaid(laid);
  const config = path.join(laid.state, 'openclaw.json');
  fs.appendFileSync(config, '// edited since\n');
  fs.chmodSync(path.join(laid.state, 'credentials'), 0o750);
  fs.rmSync(path.join(laid.state, 'agents/main/sessions/a.jsonl'));
  const undone = await undoAll(laid);
  const kept = undone.filter(({ state }) => state !== 'restored');
  expect(
    kept.map(({ path: file, kind, state }) => [path.relative(laid.state, file), kind, state]),
  ).toEqual([
    ['openclaw.json', 'content', 'changed'],
    ['agents/main/sessions/a.jsonl', 'mode', 'missing'],
    ['credentials', 'mode', 'changed'],
  ]);
  expect(read(config)).toContain('// edited since');
  expect(read(config)).toContain("'allowlist'");
});

test('planning touches nothing, and a second run has nothing left to do', async () => {
  const laid = lay(LOOSENED);
  const before = treeOf(laid.state);
  const plan = await planFor(laid);
  expect(countChanges(plan)).toBeGreaterThan(10);
  expect(treeOf(laid.state)).toEqual(before);
  await fixLaid(laid);
  const again = await fixLaid(laid);
  expect(countChanges(again.plan)).toBe(0);
  expect(again.applied.journal).toBeUndefined();
  expect(straysIn(laid.state)).toEqual([]);
});

test('the journal is readable for its owner only', async () => {
  const laid = lay(LOOSENED);
  const { applied } = await fixLaid(laid);
  const folder = path.join(laid.state, 'security-fixes');
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  expect(fs.statSync(path.join(folder, `${applied.journal}.json`)).mode & 0o777).toBe(0o600);
});

test.each([
  [['logging'], [], ['logging.redactSensitive'], false],
  [['channels.telegram.warning.*'], [], ['channels.telegram.groupPolicy'], false],
  [['fs.config'], [], [], true],
  [['gateway'], [], [], false],
  [[], ['fs', 'state', 'security', 'channels'], ['logging.redactSensitive'], false],
] as const)('--only %j --skip %j narrow it', async (only, skip, settings, config) => {
  const laid = lay(LOOSENED);
  const plan = await planFor(laid, { only, skip });
  const routes = plan.edits.flatMap(({ repairs }) => repairs.map(({ route }) => route.join('.')));
  expect(routes).toEqual(settings);
  const loose = plan.access.filter(({ state }) => state === 'loose');
  expect(loose.map(({ name }) => name)).toEqual(config ? ['openclaw.json'] : []);
});

test('a config that cannot be read blocks everything', async () => {
  const laid = lay({ ...LOOSENED, config: '{ gateway: ' });
  const before = treeOf(laid.state);
  const { plan } = await fixLaid(laid);
  expect(plan.blocked).toBe(true);
  expect(treeOf(laid.state)).toEqual(before);
});

test.each([
  [
    'a duplicate key on the way',
    "{channels: {telegram: {groupPolicy: 'open'}, telegram: {groupPolicy: 'open'}}}",
    'duplicate_key',
  ],
  ['two readings', "{null: 1, channels: {telegram: {groupPolicy: 'open'}}}", 'unsure'],
  [
    'text that serves two channels',
    '{channels: {telegram: {$include: "./c.json5"}, irc: {$include: "./c.json5"}}}',
    'shared',
  ],
])('%s is refused, the place named, the rest goes on', async (_, config, why) => {
  const laid = lay({
    config,
    stateDirMode: '755',
    files: [{ path: '.openclaw/c.json5', content: "{groupPolicy: 'open'}" }],
  });
  const before = read(laid.state, 'openclaw.json');
  const { plan, verified } = await fixLaid(laid, { compat: true });
  expect(plan.refused.map((one) => one.why)).toEqual([why]);
  expect(plan.refused[0]?.file).toBe(
    path.join(laid.state, why === 'shared' ? 'c.json5' : 'openclaw.json'),
  );
  expect(read(laid.state, 'openclaw.json')).toBe(before);
  expect(fs.statSync(laid.state).mode & 0o777).toBe(0o700);
  expect(verified.remaining.some((one) => one.why === 'failed')).toBe(true);
});

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixLaid, journalsOf, undoAll } from './support/fixing.ts';
import { lay } from './support/gathered.ts';
import { LOOSENED } from './support/loosened.ts';

/** A place outside of the gateway's directories that must stay as it is. */
function outside() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-outside-'));
  const file = path.join(dir, 'precious.json');
  fs.writeFileSync(file, "{groupPolicy: 'open'}");
  fs.chmodSync(file, 0o644);
  fs.chmodSync(dir, 0o755);
  return {
    dir,
    file,
    isUntouched: () =>
      fs.readFileSync(file, 'utf8') === "{groupPolicy: 'open'}" &&
      (fs.statSync(file).mode & 0o777) === 0o644 &&
      (fs.statSync(dir).mode & 0o777) === 0o755,
  };
}

const replaceBy = (file: string, make: (file: string) => void) => {
  fs.rmSync(file, { recursive: true });
  make(file);
};

describe('links lead nowhere', () => {
  test.each([
    'agents/main/sessions/a.jsonl',
    'agents/main/sessions/sessions.json',
    'agents/main/agent/auth-profiles.json',
    'credentials/whatsapp-allowFrom.json',
  ])('%s as a symbolic link', async (name) => {
    const laid = lay(LOOSENED);
    const there = outside();
    replaceBy(path.join(laid.state, name), (file) => fs.symlinkSync(there.file, file));
    const { applied, plan } = await fixLaid(laid);
    expect(there.isUntouched()).toBe(true);
    expect(applied.access.every(({ ok }) => ok)).toBe(true);
    expect(plan.access.filter(({ state }) => state === 'symlink')).toHaveLength(1);
  });

  test.each(['agents', 'agents/main', 'agents/main/sessions', 'credentials'])(
    '%s as a symbolic link to a directory',
    async (name) => {
      const laid = lay(LOOSENED);
      const there = outside();
      fs.mkdirSync(path.join(there.dir, 'main/sessions'), { recursive: true });
      for (const file of ['a.jsonl', 'main/sessions/a.jsonl', 'x.json'])
        fs.writeFileSync(path.join(there.dir, file), '', { mode: 0o644 });
      replaceBy(path.join(laid.state, name), (file) => fs.symlinkSync(there.dir, file));
      await fixLaid(laid);
      expect(there.isUntouched()).toBe(true);
      for (const file of ['a.jsonl', 'main/sessions/a.jsonl', 'x.json'])
        expect(fs.statSync(path.join(there.dir, file)).mode & 0o777).toBe(0o644);
    },
  );

  test('a config that is a symbolic link is neither replaced nor followed', async () => {
    const laid = lay(LOOSENED);
    const there = outside();
    const config = path.join(laid.state, 'openclaw.json');
    fs.copyFileSync(config, path.join(there.dir, 'openclaw.json'));
    const text = fs.readFileSync(config, 'utf8');
    replaceBy(config, (file) => fs.symlinkSync(path.join(there.dir, 'openclaw.json'), file));
    const { plan } = await fixLaid(laid);
    expect(plan.refused).toMatchObject([{ why: 'symlink', file: config }]);
    expect(fs.lstatSync(config).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(config, 'utf8')).toBe(text);
  });

  test('an included file that is a link is not edited', async () => {
    const laid = lay(LOOSENED);
    const real = path.join(laid.state, 'real.json5');
    const include = path.join(laid.state, 'conf/logging.json5');
    fs.renameSync(include, real);
    fs.symlinkSync(real, include);
    const { plan } = await fixLaid(laid);
    expect(plan.refused).toMatchObject([{ why: 'symlink', file: include }]);
    expect(fs.readFileSync(real, 'utf8')).toBe("{redactSensitive:'off'}");
  });

  test('a state directory that is a link is left alone, what is in it is closed', async () => {
    const laid = lay(LOOSENED);
    const real = path.join(laid.home, 'real');
    fs.renameSync(laid.state, real);
    fs.symlinkSync(real, laid.state);
    await fixLaid(laid);
    expect(fs.statSync(real).mode & 0o777).toBe(0o755);
    expect(fs.statSync(path.join(real, 'openclaw.json')).mode & 0o777).toBe(0o600);
  });

  test('a journal folder that is a link holds nothing, and nothing is changed', async () => {
    const laid = lay(LOOSENED);
    const there = outside();
    fs.symlinkSync(there.dir, path.join(laid.state, 'security-fixes'));
    const { applied } = await fixLaid(laid);
    expect(applied.unjournaled).toBeDefined();
    expect(fs.readdirSync(there.dir)).toEqual(['precious.json']);
    expect(fs.statSync(laid.state).mode & 0o777).toBe(0o755);
  });
});

describe('hard links', () => {
  test.each([
    ['openclaw.json', 'content'],
    ['agents/main/sessions/a.jsonl', 'mode'],
    ['credentials/whatsapp-allowFrom.json', 'mode'],
  ])('%s with another name outside keeps its %s, and that is said', async (name, what) => {
    const laid = lay(LOOSENED);
    const there = outside();
    const other = path.join(there.dir, 'other');
    fs.linkSync(path.join(laid.state, name), other);
    const [content, mode] = [fs.readFileSync(other, 'utf8'), fs.statSync(other).mode];
    const { plan, verified } = await fixLaid(laid);
    expect(fs.statSync(other).mode).toBe(mode);
    expect(fs.readFileSync(other, 'utf8')).toBe(content);
    expect(plan.access.filter(({ state }) => state === 'hard_link')).toHaveLength(1);
    if (what === 'content') expect(plan.refused.map(({ why }) => why)).toEqual(['hard_link']);
    expect(fs.statSync(laid.state).mode & 0o777).toBe(0o700);
    expect(verified.gone.length).toBeGreaterThan(0);
  });
});

describe('a journal is not trusted', () => {
  test.each([
    ['/etc', 'passwd', 'outside'],
    ['@@STATE@@', '../other', 'malformed'],
  ])('%s %s', async (root, name, outcome) => {
    const laid = lay(LOOSENED);
    const { applied } = await fixLaid(laid);
    const file = path.join(laid.state, 'security-fixes', `${applied.journal}.json`);
    const journal = JSON.parse(fs.readFileSync(file, 'utf8'));
    const directory = { root: root.replace('@@STATE@@', laid.state), below: [] };
    journal.files = [];
    journal.modes = [{ directory, type: 'file', modes: { [name]: [0o666, 0o644] } }];
    fs.writeFileSync(file, JSON.stringify(journal));
    if (outcome === 'malformed') expect(journalsOf(laid)).toEqual([]);
    else expect((await undoAll(laid)).map(({ state }) => state)).toEqual([outcome]);
  });
});

const NOBODY = 65534;

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('files of a third user in the directory of another are left alone', async () => {
    const laid = lay(LOOSENED);
    chownAll(laid.state, NOBODY);
    const third = path.join(laid.state, 'agents/main/sessions/a.jsonl');
    const roots = path.join(laid.state, 'agents/main/sessions/b.jsonl');
    fs.chownSync(third, 1234, 1234);
    fs.chownSync(roots, 0, 0);
    const { plan } = await fixLaid(laid);
    expect(plan.access.filter(({ state }) => state === 'other_owner')).toHaveLength(2);
    expect(fs.statSync(third).mode & 0o777).toBe(0o644);
    expect(fs.statSync(roots).mode & 0o777).toBe(0o666);
    expect(fs.statSync(laid.state).mode & 0o777).toBe(0o700);
  });

  test('what is written belongs to the owner of the state directory, who can undo it himself', async () => {
    const laid = lay(LOOSENED);
    chownAll(laid.home, NOBODY);
    const { applied } = await fixLaid(laid);
    expect(applied.edits.every(({ result }) => result.ok)).toBe(true);
    const folder = path.join(laid.state, 'security-fixes');
    for (const name of [
      'openclaw.json',
      'security-fixes',
      `security-fixes/${applied.journal}.json`,
    ])
      expect(fs.statSync(path.join(laid.state, name)).uid, name).toBe(NOBODY);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('a link in the place of the state directory does not point root at his own files', async () => {
    const laid = lay(LOOSENED);
    const there = outside();
    fs.mkdirSync(path.join(there.dir, 'credentials'), { mode: 0o755 });
    const key = path.join(there.dir, 'credentials/key.json');
    fs.writeFileSync(key, '', { mode: 0o644 });
    replaceBy(laid.state, (file) => fs.symlinkSync(there.dir, file));
    fs.lchownSync(laid.state, NOBODY, NOBODY);
    await fixLaid(laid);
    expect(fs.statSync(key).mode & 0o777).toBe(0o644);
    expect(there.isUntouched()).toBe(true);
  });

  test('an immutable file is reported, and the rest goes on', async ({ skip }) => {
    const laid = lay(LOOSENED);
    const file = path.join(laid.state, 'agents/main/sessions/a.jsonl');
    if (spawnSync('chattr', ['+i', file]).status !== 0) return skip();
    try {
      const { applied } = await fixLaid(laid);
      const failed = applied.access.filter(({ ok }) => !ok);
      expect(failed).toMatchObject([{ why: 'failed', errno: 'EPERM' }]);
      expect(fs.statSync(path.join(laid.state, 'openclaw.json')).mode & 0o777).toBe(0o600);
    } finally {
      spawnSync('chattr', ['-i', file]);
    }
  });
});

function chownAll(root: string, id: number): void {
  fs.chownSync(root, id, id);
  for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' }))
    fs.lchownSync(path.join(root, name), id, id);
}

import { expect, test } from 'vitest';
import { waysToWrite } from '../../../test/support/written-paths.ts';
import { sinkAt } from '../knowledge/paths.ts';
import { mayMatter, wordsIn } from './prefilter.ts';

const PATHS = [
  '.bashrc',
  '.zprofile',
  '.profile',
  '.zlogin',
  '.xinitrc',
  '.config/fish/config.fish',
  'Library/LaunchAgents/a.plist',
  '.config/autostart/a.desktop',
  'etc/systemd/system/a.service',
  'Start Menu/Programs/Startup/a.bat',
  '.git/hooks/pre-commit',
  'etc/cron.d/a',
  'var/spool/cron/root',
  'SOUL.md',
  'MEMORY.md',
  'AGENTS.md',
  'HEARTBEAT.md',
  'TOOLS.md',
  'BOOT.md',
  'USER.md',
  'IDENTITY.md',
  'etc/profile.d/a.sh',
  'etc/ld.so.preload',
  '.openclaw/exec-approvals.json',
  '.openclaw/openclaw.json',
  '.openclaw/hooks/a.js',
  '.ssh/authorized_keys',
];

test.each(PATHS)('a write to %s is looked at, however its path is put together', (path) => {
  expect(sinkAt(`/${path}`)).not.toBe('file');
  for (const written of [...waysToWrite(path), `\`\${home}${path}\``]) {
    const text = `fs.writeFileSync(${written}, line);`;
    expect(wordsIn(text).places, text).toBe(true);
    expect(mayMatter(text, wordsIn(text)), text).toBe(true);
  }
});

test('a write to a place is looked at, its name in pieces or in escapes', () => {
  const names = [
    "'/.bas' + 'hrc'",
    '"/SOUL" + `.md`',
    "'/\\x2ebashrc'",
    "'\\u002eopenclaw/hooks/a'",
  ];
  for (const name of [...names, "'Launch\\u{41}gents/a.plist'"]) {
    const text = `fs.appendFileSync(home + ${name}, line);`;
    expect(mayMatter(text, wordsIn(text)), text).toBe(true);
  }
});

test('a name that only looks like such a place is none', () => {
  for (const text of ['core.config(x)', 'user.profile', 'onStartup()', 'acronym', 'useHooks'])
    expect(wordsIn(text).places, text).toBe(false);
});

test('what the global fetch is not counts for nothing', () => {
  for (const text of ['// fetch the page first', 'this.fetch(url)', 'cache.fetch', 'prefetch(x)'])
    expect(wordsIn(text).sends, text).toBe(false);
  for (const text of ['fetch(url)', 'const get = fetch;', '(fetch as any)(url)', '[...fetch]'])
    expect(wordsIn(text).sends, text).toBe(true);
  expect(wordsIn('const g = globalThis;\ng.fetch(url)').sends).toBe(true);
});

test('a copy made by the constructor of the same kind runs no code', () => {
  const copy =
    'clone() { return new this.constructor(this.x); } fetch(url, String.fromCharCode(x))';
  expect(mayMatter(copy, wordsIn(copy))).toBe(false);
  const made = 'f.constructor(String.fromCharCode(x))()';
  expect(mayMatter(made, wordsIn(made))).toBe(true);
});

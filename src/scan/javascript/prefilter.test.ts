import fc from 'fast-check';
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

test('what is looked up in an object of all names is looked at, and a longer word is another', () => {
  const looked = ["process.getBuiltinModule('child_' + 'process')", "self?.['ev' + 'al'](code)"];
  for (const text of looked) expect(mayMatter(text, wordsIn(text)), text).toBe(true);
  const other = "window.getComputedStyle(e); this._compileShader('a' + 'b'); fetch(url)";
  expect(mayMatter(other, wordsIn(other))).toBe(false);
});

const PIECES = [
  ...['from', 'fromChar', 'Code', 'CharCode', 'fromCodePoint', 'FROMCHARCODE', 'atob', 'xatob'],
  ...[
    "'",
    '"',
    '`',
    'base64',
    'Base64',
    'hex',
    'HEX',
    '\\x',
    '\\',
    '4a',
    'ff',
    '_0x',
    '0x1f',
    '_0X1aB2',
  ],
  ...['write', 'writeText', 'append', 'copy', 'File', 'file', 'create', 'Write', 'Stream', 'Bun.'],
  ...['open', 'read', 'Sync', ' ', '(', '.', '_', '\n', 'é', 'fs', "'fs'", '`fs/promises`'],
];
/** Each word from its beginning. */
const HIDES =
  /fromCharCode|fromCodePoint|\batob\b|['"`](?:base64|hex)['"`]|(?:\\x[0-9a-f]{2}){4}|_0x[0-9a-f]{4}/i;
const WRITES =
  /writeFile|appendFile|createWriteStream|outputFile|copyFile|Bun\.write|writeTextFile/;
const OPENS = /\bopen(?:Sync)?\b|\b(?:read|write)Sync\b/;
const FILES = /['"`](?:node:)?fs(?:\/promises)?['"`]/;

test('a word that is looked for by its end is found as it is from its beginning', () => {
  const seen = { hides: 0, writes: 0 };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const { hides, writes } = wordsIn(text);
      expect(hides).toBe(HIDES.test(text));
      expect(writes).toBe(WRITES.test(text) || (OPENS.test(text) && FILES.test(text)));
      seen.hides += Number(hides);
      seen.writes += Number(writes);
    }),
    { seed: 11, numRuns: 5000 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(50);
});

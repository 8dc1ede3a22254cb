import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { judgeAcl } from './windows-ace.ts';
import { readAcls, readPowerShell } from './windows-acl.ts';
import { CURRENT_USER, parseIcacls } from './windows-icacls.ts';
import { POWERSHELL_ARGS, parseAnswer, question } from './windows-powershell.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const CLOSED = { groupRead: false, groupWrite: false, worldRead: false, worldWrite: false };

function powershell(lang: string, ...paths: readonly string[]) {
  const answer = readPowerShell(
    fixture(`powershell-${lang}.txt`).toString('latin1'),
    paths,
    new Map(),
  );
  if (answer.status !== 'ok') throw new Error(answer.detail);
  return { ...answer, facts: paths.map((file) => answer.entries.get(file)) };
}

test('English: closed, inherited by Users, gone, refused', () => {
  const { facts, missed } = powershell('en', 'a', 'b', 'c', 'd', 'e');
  expect(facts).toEqual([
    { access: CLOSED, acl: [] },
    { access: { ...CLOSED, worldRead: true }, acl: ['S-1-5-32-545:RX'] },
    undefined,
    undefined,
    undefined,
  ]);
  expect([...missed]).toEqual([
    ['d', 'unreadable'],
    ['e', 'malformed'],
  ]);
});

test('German: inherit-only entries do not count, entries that deny are listed', () => {
  const { facts } = powershell('de', 'dir', 'file');
  expect(facts[0]).toEqual({
    access: { ...CLOSED, worldRead: true, worldWrite: true },
    acl: ['S-1-5-11:M'],
  });
  expect(facts[1]).toEqual({
    access: { ...CLOSED, groupRead: true },
    acl: [
      'S-1-5-21-2025429265-764733703-1957994488-1004:(DENY)W',
      'S-1-5-21-2025429265-764733703-1957994488-1004:R',
    ],
  });
});

test('Russian: no ACL at all lets everybody in; Anonymous and Guest are the world', () => {
  const { facts } = powershell('ru', 'fat', 'odd');
  expect(facts[0]).toMatchObject({ access: { worldRead: true, worldWrite: true } });
  expect(facts[1]).toEqual({
    access: { ...CLOSED, worldRead: true, worldWrite: true },
    acl: ['S-1-5-7:R', 'S-1-5-21-*-501:0x2'],
  });
});

test('Japanese: wrapped lines and conditions are understood', () => {
  const { facts, missed } = powershell('ja', 'dir', 'file');
  expect(missed.size).toBe(0);
  expect(facts[0]?.access).toEqual({ ...CLOSED, groupRead: true });
  expect(facts[1]).toEqual({ access: { ...CLOSED, worldRead: true }, acl: ['S-1-1-0:R'] });
});

test('an answer that breaks off is none', () => {
  const whole = fixture('powershell-en.txt').toString('latin1');
  expect(parseAnswer(whole.replace(/end\s*$/, ''))).toBeUndefined();
  expect(readPowerShell('', ['a'], new Map())).toMatchObject({
    status: 'failed',
    reason: 'malformed',
  });
});

test('paths go to PowerShell as ASCII JSON and come back the same', () => {
  const paths = ["C:\\Users\\山田 'x' $(calc)\\.openclaw", 'C:\\\u{1f600}\\a"b\n', 'x\ud800'];
  const text = question(paths);
  expect(text).toMatch(/^[\n -~]*$/);
  expect(JSON.parse(text)).toEqual({ paths });
  expect(text.split('\n')).toHaveLength(6);
});

test('the script is fixed text of its own', () => {
  const script = Buffer.from(POWERSHELL_ARGS.at(-1) ?? '', 'base64').toString('utf16le');
  expect(script).toContain('"$i`t$((Get-Acl -LiteralPath $path).Sddl)"');
  expect(script).not.toMatch(/Set-|Remove-|Invoke-|New-|Out-File|[^\n -~]/);
});

function icacls(name: string, path: string, domain: string, user: string) {
  const aces = parseIcacls(fixture(name), path, { USERDOMAIN: domain, USERNAME: user });
  return aces && judgeAcl(aces, CURRENT_USER);
}

test.each(['icacls-en.txt', 'icacls-en.utf16.txt'])('%s', (name) => {
  expect(icacls(name, 'C:\\Users\\alice\\.openclaw', 'DESKTOP-1', 'ALICE')).toEqual({
    access: { groupRead: true, groupWrite: true, worldRead: true, worldWrite: false },
    acl: ['S-1-1-0:RX', '?DESKTOP-1\\bob:(DENY)W', '?DESKTOP-1\\backup:0x1201df'],
  });
});

test('icacls in German', () => {
  const path = 'C:\\Users\\Jürgen\\.openclaw\\openclaw.json';
  expect(icacls('icacls-de.cp850.txt', path, 'PC-1', 'Jürgen')).toEqual({
    access: { ...CLOSED, worldRead: true, worldWrite: true },
    acl: ['S-1-5-11:M', 'S-1-5-32-546:R'],
  });
});

test('icacls in French', () => {
  expect(icacls('icacls-fr.cp850.txt', 'C:\\Users\\Zoé\\.openclaw', 'PC-1', 'Zoé')).toEqual({
    access: { ...CLOSED, worldRead: true },
    acl: ['S-1-5-11:RX'],
  });
});

test('icacls in Russian', () => {
  const path = 'C:\\Users\\иван\\.openclaw\\openclaw.json';
  expect(icacls('icacls-ru.cp866.txt', path, 'ПК', 'Иван')).toEqual({
    access: { groupRead: true, groupWrite: true, worldRead: true, worldWrite: false },
    acl: ['S-1-1-0:R', '?ПК\\пётр:M'],
  });
});

test('icacls in Japanese, with a backslash as second byte of a letter', () => {
  expect(icacls('icacls-ja.cp932.txt', 'C:\\Users\\表\\.openclaw', 'PC-1', '表')).toEqual({
    access: { ...CLOSED, groupRead: true },
    acl: ['S-1-5-21-1004336348-1177238915-682003330-1005:RX'],
  });
});

test('an account that is merely called SYSTEM is not trusted', () => {
  const text = 'C:\\x PC-1\\SYSTEM:(F)\r\n     SYSTEM:(F)\r\n\r\n';
  const aces = parseIcacls(Buffer.from(text), 'C:\\x', {});
  expect(aces?.map((ace) => ace.principal)).toEqual(['?PC-1\\SYSTEM', '?SYSTEM']);
});

test.each([
  '',
  'C:\\x',
  'C:\\x \r\n\r\n',
  'Access is denied.',
  'C:\\x Everyone:(QQ)\r\n',
  'C:\\x :(F)',
])('icacls output %j is not understood', (text) =>
  expect(parseIcacls(Buffer.from(text), 'C:\\x', {})).toBeUndefined(),
);

// Off Windows these paths hold no slash, so that they are looked up in PATH like any other name.
const POWERSHELL = 'D:\\W\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const ICACLS = 'D:\\W\\System32\\icacls.exe';

async function ask(paths: readonly string[], programs: { readonly [name: string]: string }) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'ocsec-acl-'));
  for (const [name, script] of Object.entries(programs))
    writeFileSync(path.join(dir, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const env = { PATH: `${dir}:/usr/bin:/bin`, SYSTEMROOT: 'D:\\W', PSModulePath: 'seven' };
  try {
    return await readAcls(paths, { env, deadline: { left: () => 2000 } });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test.skipIf(process.platform === 'win32')('asks PowerShell once for all paths', async () => {
  const script = `printf 'me\\t\\r\\n'; grep -c '\\.x"' | sed 's/^/0\t!/'; printf '1\\tO:BAD:(A;;FR;;;WD)\\n'
    printf '2\\t!%s\\nend\\n' "$PSModulePath"`;
  const answer = await ask(['C:\\1.x', 'C:\\2.x', 'C:\\2.x', 'C:\\3.x'], { [POWERSHELL]: script });
  expect(answer).toEqual({
    status: 'ok',
    entries: new Map([['C:\\2.x', { access: { ...CLOSED, worldRead: true }, acl: ['S-1-1-0:R'] }]]),
    missed: new Map([
      ['C:\\1.x', 'unreadable'],
      ['C:\\3.x', 'unreadable'],
    ]),
  });
});

test.skipIf(process.platform === 'win32')('asks icacls where PowerShell says nothing', async () => {
  const icaclsScript = `[ "$1" = 'C:\\3' ] && exit 5; printf '%s Everyone:(R)\\r\\n\\r\\n' "$1"`;
  const paths = Array.from({ length: 18 }, (_, i) => `C:\\${i}`);
  const answer = await ask(paths, { [POWERSHELL]: 'exit 1', [ICACLS]: icaclsScript });
  if (answer.status !== 'ok') throw new Error(answer.detail);
  expect(answer.entries.get('C:\\15')?.access).toEqual({ ...CLOSED, worldRead: true });
  expect([...answer.missed]).toEqual([
    ['C:\\16', 'too_many'],
    ['C:\\17', 'too_many'],
    ['C:\\3', 'unreadable'],
  ]);
});

test.skipIf(process.platform === 'win32')('does not wait for a PowerShell that hangs', async () => {
  expect(await ask(['C:\\1'], { [POWERSHELL]: 'sleep 30' })).toMatchObject({ reason: 'timeout' });
});

test('without PowerShell and icacls the answer is a failure, not a pass', async () => {
  expect(await ask(['C:\\x'], {})).toMatchObject({ status: 'failed', reason: 'failed' });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutComments } from './comments.ts';
import { matchLater } from './rules-later.ts';
import { matchSkillText } from './rules-skill-text.ts';

// Inputs that 2026.9.6 was given, and what it said of them.

const rulesOf = (text: string) => [...new Set(matchLater(text).map(({ rule }) => rule))];
const skillRulesOf = (text: string) => matchSkillText(text).map(({ rule }) => rule);
const CP = 'import cp from "node:child_process";\n';
const BASE64 = 'QUJD'.repeat(50);

test.each([
  `${CP}cp.exec ("a")`,
  `${CP}foo.spawn("a")`,
  `${CP}x . exec("a")`,
  `${CP}x.cp.exec("a")`,
  `${CP}cp["exec"]("a")`,
  `${CP}cp [ 'spawnSync' ] ('a')`,
  `${CP}childProcess.exec("a")`,
  'const z=require("child_process");z.exec("a")',
  'import * as z from "child_process";z["exec"]("a")',
  'import {exec as run} from "child_process";run ("a")',
  'const {\n promisify: p,\n exec: r,\n} = require("node:child_process");r("a")',
  'import {/* c */exec as run // c\n} from "child_process";// run("a")',
  'child_process // exec(1)',
])('runs programs: %s', (text) => {
  expect(rulesOf(text)).toEqual(['dangerous-exec']);
});

test.each([
  `${CP}cp.exec\n("a")`,
  `${CP}foo.exec("a"); /a/.exec("b"); (x).exec("c"); cp?.exec("d")`,
  `${CP}require("child_process").exec("a")`,
  `${CP}foo["exec"]("a"); foo["spawn"]("a"); cp["exec"]`,
  `${CP}cp.fork("a"); my_exec("a"); execa("a")`,
  'import {exec as run} from "child_process";foo.run("a");run\n("b")',
  'import {fork as f} from "child_process";f("a")',
  'import type {exec as run} from "child_process";run("a")',
  'const {exec:run}=await import("child_process");run("a")',
  '// import {exec as run} from "child_process"\nrun("a")',
  'foo.spawn("x")',
])('runs no programs: %s', (text) => {
  expect(rulesOf(text)).toEqual([]);
});

test.each([
  ['dynamic-code-execution', '// $eval ("1")'],
  ['dynamic-code-execution', 'renew Function(1)'],
  ['crypto-mining', 'myXMRIGx'],
  ['suspicious-network', 'new WebSocket("ws://h:80/a:9999")'],
  ['suspicious-network', 'new WebSocket("ws://h:443"); new WebSocket("ws://h:9999")'],
  ['obfuscated-code', '\\x41\\x41\\x41/* */\\x41\\x41\\x41'],
  ['obfuscated-code', `xatob(\n'${BASE64}")`],
  ['potential-exfiltration', 'readFilex; x.POST\n(u)'],
  ['potential-exfiltration', 'read/* */File; fetch/* */(u)'],
  ['potential-exfiltration', 'readFile; s = "http.request("'],
  ['env-harvesting', `process.env${'\n'.repeat(8)}fetch(u)`],
  ['env-harvesting', `fetch(u)${'\n'.repeat(8)}process.env`],
])('%s: %s', (rule, text) => {
  expect(rulesOf(text)).toEqual([rule]);
});

test.each([
  'medieval(1); eval\n(1); eval?.(1); new Function',
  'new WebSocket("ws://h:9999/y:443"); new WebSocket("WS://h:9999"); new WebSocket(`ws://h:9999`)',
  '// \\x41\\x41\\x41\\x41\\x41\\x41',
  'readFile; // fetch(u)',
  'readFile; fetch; prefetch(u); https.request(u); post = 1',
  'readFile; a = /\\/\\//; fetch(u)',
  `process.env${'\n'.repeat(9)}fetch(u)`,
  `process.env\n/*${'\n'.repeat(9)}*/fetch(u)`,
])('nothing: %s', (text) => {
  expect(rulesOf(text)).toEqual([]);
});

test('each match counts, up to 32 of a rule', () => {
  const lines = matchLater('eval(1)\n'.repeat(40)).map(({ rule, line }) => `${rule}:${line}`);
  expect(lines).toHaveLength(33);
  expect(lines.at(31)).toBe('dynamic-code-execution:32');
  expect(lines.at(32)).toBe('dynamic-code-execution-truncated:40');
  expect(matchLater('eval(1)\n'.repeat(32))).toHaveLength(32);
});

const pem = (body: string, label = 'PRIVATE KEY', end = label) =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${end}-----`;

test.each([
  ['literal-secret', `sk-${'-'.repeat(32)}`],
  ['literal-secret', `x-ghs_${'a'.repeat(20)}`],
  ['literal-secret', `github_pat_${'a'.repeat(20)}`],
  ['literal-secret', `xoxb-${'a-'.repeat(12)}`],
  ['literal-secret', `AIza${'_'.repeat(35)}`],
  ['literal-secret', pem('A'.repeat(48))],
  ['literal-secret', pem('A'.repeat(64), 'MY OWN PRIVATE KEY')],
  ['shell-pipe-to-shell', 'CURL x |\nBASH -s'],
  ['shell-pipe-to-shell', `wget ${'a'.repeat(118)} | zsh`],
  ['secret-exfiltration', 'process.env ... https'],
  ['secret-exfiltration', `.env${'-'.repeat(80)}curl`],
  ['destructive-delete', 'never rm -Rf\n$HOMEX'],
  ['destructive-delete', 'rm -rf .git'],
  ['unsafe-permissions', '`chmod -R  777`'],
])('SKILL.md, %s: %s', (rule, text) => {
  expect(skillRulesOf(`# T\n${text}\n`)).toEqual([rule]);
});

test.each([
  `sk-${'a'.repeat(31)}`,
  `risk-${'a'.repeat(32)}`,
  `ghz_${'a'.repeat(36)}`,
  `ghp_${'a'.repeat(20)}_`,
  `xoxb-${'a'.repeat(20)}_`,
  `AIza${'a'.repeat(36)}`,
  pem('A'.repeat(47)),
  pem('A'.repeat(64), 'PRIVATE KEY', 'RSA PRIVATE KEY'),
  pem(' '.repeat(64)),
  pem(`${'A'.repeat(64)}\n`),
  pem('A'.repeat(64), 'PUBLIC KEY'),
  'curl x | sudo sh',
  'curl x || sh',
  'curl x\n| sh',
  `curl ${'a'.repeat(119)} | sh`,
  'envs http',
  'env\ncurl',
  'env httpd',
  'rm -fr /',
  'rm -rf "/x"',
  'rm -rf x',
  'chmod 0777 x',
  'chmod -Rv 777 x',
])('SKILL.md, nothing: %s', (text) => {
  expect(skillRulesOf(`# T\n${text}\n`)).toEqual([]);
});

test('what is passed over for want of a word would not have been found', () => {
  const sends = /\b(?:fetch|post)\s*\(|http\.request\s*\(/i;
  const base64 = /(?:atob|Buffer\.from)\s*\(\s*["'][A-Za-z0-9+/=]{200,}["']/;
  // The rules of a whole file in full, on every text.
  const inFull = (text: string) => {
    const code = withoutComments(text);
    const lines = code.split('\n');
    const lineOf = (pattern: RegExp) => {
      const index = pattern.exec(code)?.index;
      return index === undefined ? [] : [code.slice(0, index).split('\n').length];
    };
    const harvested = lines.findIndex(
      (line, at) =>
        line.includes('process.env') &&
        sends.test(lines.slice(Math.max(0, at - 8), at + 9).join('\n')),
    );
    return {
      'potential-exfiltration': sends.test(code) ? lineOf(/readFile/) : [],
      'obfuscated-code': [...lineOf(/(?:\\x[0-9a-fA-F]{2}){6}/), ...lineOf(base64)].sort(),
      'env-harvesting': harvested < 0 ? [] : [harvested + 1],
    };
  };
  const pieces = [
    ...['process.env', 'proc', 'ess.env', 'read', 'File', 'readFile', 'fetch(', 'post', ' (u)'],
    ...['\\x41\\x41\\x41', '\\', 'x41\\x41', `atob("${BASE64}")`, 'Buffer', `.from('${BASE64}')`],
    ...['/*', '*/', '/* */', '// ', '\n', '\n\n\n', '\n'.repeat(8), '"', "'", 'http.request', '('],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const found = matchLater(text);
      for (const [rule, lines] of Object.entries(inFull(text)))
        expect(
          found
            .filter((it) => it.rule === rule)
            .map(({ line }) => line)
            .sort(),
        ).toEqual(lines);
    }),
    { numRuns: 2000 },
  );
});

test('comments go, strings and lines stay', () => {
  expect(withoutComments('a // b\n"// c" /* d\n */ e `/*` /* f')).toBe('a \n"// c" \n e `/*` ');
  expect(withoutComments("'a\\'// b")).toBe("'a\\'// b");
});

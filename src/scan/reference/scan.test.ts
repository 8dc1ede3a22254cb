import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters } from '../../../test/support/count-characters.ts';
import { isCodeFile, referenceScan } from './scan.ts';

const early = referenceScan('2026.2');
const later = referenceScan('2026.9');
const scanText = early.matchCode;
const rulesOf = (text: string) => scanText(text).map(({ rule }) => rule);
/** No scan may read a text more often than this, all rules together. */
const MOST = 60;
const LENGTH = 50_000;
const LONG = 'QUJD'.repeat(50);

test.each([
  ['dangerous-exec', 'require("child_process").execSync ("id")'],
  ['dangerous-exec', 'import { spawn } from "node:child_process"; spawn("id")'],
  ['dynamic-code-execution', ' eval ("1")'],
  ['dynamic-code-execution', 'new  Function("x")'],
  ['crypto-mining', 'connect("Stratum+TCP://pool")'],
  ['crypto-mining', 'const XMRig = 1'],
  ['suspicious-network', "new WebSocket('ws://h:9999')"],
  ['suspicious-network', 'new WebSocket("wss://h:443"); new WebSocket("wss://h:4444/x")'],
  ['potential-exfiltration', 'readFileSync("x");\nfetch(u)'],
  ['potential-exfiltration', 'fs.readFile("x"); http.request(u)'],
  ['potential-exfiltration', 'fs.readFile("x"); send({ method: "POST" })'],
  ['obfuscated-code', '"\\x41\\x42\\x43\\x44\\x45\\x4F"'],
  ['obfuscated-code', `atob("${LONG}")`],
  ['obfuscated-code', `Buffer.from('${LONG}', "base64")`],
  ['env-harvesting', 'process.env.K; fetch(u)'],
])('%s: %s', (rule, text) => {
  expect(scanText(text)).toEqual([{ rule, level: expect.any(String), line: expect.any(Number) }]);
});

test.each([
  'spawn("id")',
  'const text = "child_process"',
  'evaluate("1"); medieval("1"); new Functional()',
  'stratum',
  'new WebSocket("wss://h:8443"); new WebSocket("ws://h"); new WebSocket(`ws://h:9999`)',
  'readFileSync("x"); prefetch(u); postal()',
  'fetch(u)',
  'process.env.K',
  '"\\x41\\x42\\x43\\x44\\x45"',
  `const s = "${LONG}"; atob("QUJD")`,
])('nothing: %s', (text) => {
  expect(rulesOf(text)).toEqual([]);
});

test('each rule is met at its first line', () => {
  expect(scanText('\neval(1)\neval(2)')).toEqual([
    { rule: 'dynamic-code-execution', level: 'critical', line: 2 },
  ]);
});

test('which files are code', () => {
  expect(['a.js', 'b.MTS', 'c.cjs', 'd.tsx', 'e.jsx'].every(isCodeFile)).toBe(true);
  expect(['a.json', 'b.py', 'js', 'c.mjsx', 'd.js.map'].some(isCodeFile)).toBe(false);
});

test('any text can be scanned', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const scan of [early.matchCode, later.matchCode, later.matchSkill ?? later.matchCode])
        for (const { line } of scan(text)) expect(line).toBeGreaterThan(0);
    }),
  );
});

test.each([
  'eval ',
  ' ',
  'new ',
  'new WebSocket("ws://:',
  'a:',
  '\\x41',
  'A',
  'atob("A',
  ')/[',
  '}/',
  '/a/,',
  '/*',
  "'\\",
  '`${',
  '(',
  '{',
  'exec(child_process',
  '"a b"',
  'x\n',
  'import {child_process ',
  'const {exec: a} = require("child_process");a(',
  '["exec"] ',
  'process.env\n',
  '-----BEGIN PRIVATE KEY-----\nA',
  'xoxb-',
  'sk-',
  'curl ',
  'curl | ',
  'env ',
  'rm -rf ',
])('how much of %j is read grows with the length of the text, and with nothing else', (piece) => {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length));
  for (const scan of [early.matchCode, later.matchCode, later.matchSkill ?? later.matchCode])
    expect(countCharacters(() => scan(text)) / text.length).toBeLessThan(MOST);
});

test('what reads the rest of a text at each of its places would be seen', () => {
  const text = 'a'.repeat(LENGTH);
  const read = countCharacters(() => {
    for (let at = 0; at < text.length; at++) text.indexOf('b', at);
  });
  expect(read / text.length).toBeGreaterThan(MOST);
});

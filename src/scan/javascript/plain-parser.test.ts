import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'acorn';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNode } from '../interpreter/node.ts';
import { LENIENT, parsePlain } from './plain-parser.ts';

type SourceType = 'module' | 'script';
type Holder = { readonly computed?: unknown };

/**
 * The tree as data, without how literals were written, what is not the case, and where it stands of
 * the name of a member.
 */
function dataOf(tree: object): unknown {
  const seen = JSON.stringify(tree, function (this: Holder, key, value: unknown) {
    if (value === false || (key === 'raw' && typeof value === 'string')) return undefined;
    if (key === 'directive' || key === 'bigint') return undefined;
    if (key === 'property' && this.computed !== true && isNode(value)) return value.name;
    if (value instanceof RegExp || typeof value === 'bigint') return String(value);
    return value;
  });
  return JSON.parse(seen);
}

function acorn(text: string, sourceType: SourceType): unknown {
  try {
    return dataOf(parse(text, { ...LENIENT, sourceType }));
  } catch {
    return undefined;
  }
}

const plain = (text: string, sourceType: SourceType) => dataOf(parsePlain(text, sourceType));

/** Parts of programs, most of them whole statements, with what tokens may be mistaken for. */
const PARTS = [
  '#!/usr/bin/env node\n',
  "'use strict';",
  'import a, { b as c, default as d } from "e";',
  'import * as f from `g`;',
  'export const { h, i: [j = 1, ...k] } = l;',
  'export { m as n }; export default class extends o {}',
  'var if_, in$, ünï = "ü", \\u0061b = 1, await_ = 0;',
  'let x1 = 0x1f + 0b10 + 0o7 + 1_000n + .5e-3 + 08.5;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the program that is read
  '`a${ `b${c}` }d\ne` + `\\u{61}$ {$` + tag`\\u`;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the program that is read
  '`\r\n${a}\r` + `` + `$` + `${""}`;',
  '"\\x41\\\n\'" + \'"\' + "\u2028" + "it\\\'s";',
  'x = a / b / c; y = /[/]\\/(?<n>.)/dgimsuy.exec(z)?.[0];',
  'for (let i = 0, n = 3; i < n; i++) { if (i % 2) continue; else break; }',
  'for await (const q of r()) ; for (var s in t) {}',
  'async (u, { v }) => { await u; }; async w => w; (x, y = 2) => ({ x, y });',
  'class A extends B { #p = 1; static { this.q; } get r() { return #p in this; } *[s]() { yield* t; } }',
  'o = { __proto__: p, "q": 1, 2: 3, [r]: s, get t() { return 1; }, async *u() {}, v, ...w };',
  'a ??= b || c && d; e = f ? g : h, i; j?.k?.(l)?.[m];',
  'new.target; new (n())(); new o.p; super_;',
  'label: while (1) { do { break label; } while (0) }',
  'switch (a) { case 1: default: b(); }',
  'try { a() } catch { b() } finally { c() }',
  '// a comment\n',
  '/* another\n one */',
  '<!-- an old one\n',
  '--> too\n',
  'a\n++b\n',
  'return a\n',
  '\t\u00a0\ufeff\u2029\v\f',
  'function f(a, [b], { c } = {}) { "use strict"; return arguments; }',
  'async function* g() { for await (const x of y) yield x; }',
  'if (a) function h() {}',
  'delete a.b, typeof c, void 0, !d, -e ** 2;',
  'import("x").then(({ default: y }) => y); import.meta.url;',
  'with (a) b;',
  'if (a) /b/.test(c); else /=d/g.exec(e); f = g ? /h/ : /=/;',
  '{}\n/a/g.b; function c() {} /d/; (() => {})\n/e/f;',
  'a = b\n/c/d; e /= f / g; (h) / i; j++ / k; [] / l; this / m;',
  'function* n() { yield /o/; yield\n/p/; yield* q; yield; const r = [yield, yield s]; }',
  'a?.b.c(d)[e]?.(f).g; h.i`j`; new a.b(c).d; new (a())(b); super.c; a.if.class.function;',
  'async (a, b); async a => a; async (a) => { await a; }; async\n(b); async.c; async[d](e);',
  'a => b => { c }; (d, e) => f ? g : h, i; ({ j, k = 1, ...l }) => ({ m, "n": o, 1: p, if: q });',
  '[a, , b, ...c] = [, d, ...e,]; [e.f, (g)] = h; ({ i: j.k, l: [m] } = n); [o, ...[p]] = q;',
  'f(a, b,); f(); f(...a, ...b); new G; new H(i,);',
  '1.5 + 1. + .1 + 1e3 + 0 + 00 + 07 + 123456789012345678 + 0.5.toFixed() + 1..a + 0n + 9_9;',
  'a in b, #c in d, e instanceof f ** g ** -h, i ?? j, k && l || m, n = o += p **= q;',
  '(-b) ** 2; c ** d++; (await g) ** h; !i-- + +j - -k;',
  'for (var a = (b in c) ? d : e; f in g; h) i; for (const j in k) l; for (m.n of o) p; for (;;) q;',
  'for (async of => a; ; ) b; for (let[g] = h; ; ) i; for (let of = 1; ; ) j;',
  'for (let in e) f;',
  'let a, { b } = c, [d] = e; const f = 1, g = 2; var h; using i = j; await using k = l;',
  'export default a => b; export const { c } = d, e = 1; export function f() {}',
  'x: y: for (;;) { continue x; } async: z; of: w;',
  'class A { a = 1; static b; "c" = d; [e]; get; set; static; async; static async *f() {} get g() {} }',
  'a\n(b)\n[c]\n`d`\n.e\n?.f; g\n++\nh; i /* \n */ j; return\nk; throw l;',
  'a/**/./**/b/**/(/**/c/**/)/**/[d/**/]; ({ e : f, "g" : h, i\n: j, k /* */: l });',
  'o = { get, set, async, get a() {}, set b(c) {}, async d() {}, *e() {}, async *f() {}, get: 1 };',
  'yield_; let_; async_; of; get; set; static_; async; let;',
  '{',
  '}',
  '(',
  ')',
  ';',
  ',',
  '.',
  '"',
  "'",
  '`',
  '/',
  '\\',
  '${',
  '=>',
  '\r',
  '\u2028',
  'é',
  '𝒳',
];

test.each(['module', 'script'] as const)('the tree of a %s is the one that acorn makes', (type) => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      const expected = acorn(text, type);
      // What acorn rejects may be let pass.
      if (expected === undefined) return;
      read++;
      expect(plain(text, type)).toEqual(expected);
    }),
    { seed: 7, numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(200);
});

test('each part that is a program by itself has the tree that acorn makes', () => {
  const whole = PARTS.filter((text) => acorn(text, 'module') !== undefined);
  expect(whole.length).toBeGreaterThan(25);
  for (const text of whole) expect(plain(text, 'module')).toEqual(acorn(text, 'module'));
});

/** Programs as people and bundlers write them: packages that this one is built with. */
const PACKAGES = ['acorn', '@babel/parser', 'yaml', 'json5', 'fast-check', 'ws', 'unbash'];

test.each(PACKAGES)('the trees of the package %s are those that acorn makes', (name) => {
  const root = join('node_modules', name);
  const programs = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name),
  );
  expect(programs.length).toBeGreaterThan(0);
  for (const { parentPath, name: file } of programs) {
    const path = join(parentPath, file);
    const text = readFileSync(path, 'utf8');
    const type = acorn(text, 'module') === undefined ? 'script' : 'module';
    const expected = acorn(text, type);
    if (expected !== undefined)
      expect(isDeepStrictEqual(plain(text, type), expected), path).toBe(true);
  }
});

test.each([
  'let a = 1; let a = 2; send(a);',
  'const enum_ = 1; var a; let a;',
  'export { never };',
  'function f(a, a) { "use strict"; eval = 1; }',
])('%s is forbidden, and understood', (text) => {
  expect(acorn(text, 'module')).toBeUndefined();
  expect(plain(text, 'module')).toMatchObject({ type: 'Program' });
});

test.each(['a b', '"open', "'open\n'", '`open', '`${a', '/* open', 'a = {', '/open', '\\'])(
  '%j is no program',
  (text) => {
    for (const type of ['module', 'script'] as const) expect(() => plain(text, type)).toThrow();
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNode } from '../interpreter/node.ts';
import { parsePython } from './statements.ts';

/** A tree in short: calls, operators and literals as they are written, all else by its type. */
function show(value: unknown): string {
  if (Array.isArray(value)) return value.map(show).filter(Boolean).join(' ');
  if (!isNode(value)) return '';
  const { type, start, end, ...parts } = value;
  const own = ['name', 'value', 'operator', 'module', 'alias']
    .flatMap((key) => (typeof parts[key] === 'string' ? [`${parts[key]}`] : []))
    .join(' ');
  const inner = Object.values(parts).map(show).filter(Boolean).join(' ');
  const name = NAMES.get(type) ?? type;
  const all = [name, own, inner].filter(Boolean).join(' ');
  return name === '' && parts.operator === undefined ? all : `(${all})`;
}
const NAMES = new Map([
  ['Program', ''],
  ['Suite', ''],
  ['Identifier', ''],
  ['PyNumber', ''],
  ['Literal', 'text'],
  ['EmptyStatement', ''],
  ['TemplateElement', ''],
  ['PyOperation', ''],
  ['MemberExpression', '.'],
  ['CallExpression', 'call'],
  ['PyAssign', '='],
  ['ArrayExpression', 'list'],
  ['ArrayPattern', 'list'],
]);
const read = (text: string) => show(parsePython(text).program);

test.each([
  ['a = b = c', '(= a (= b c))'],
  ['a, *b = c', '(= (list a (RestElement b)) c)'],
  ['a += b', '(= a (+ a b))'],
  ['a + b * c ** d - e', '(- (+ a (* b (** c d))) e)'],
  ['a | b ^ c & d', '(| a (^ b (& c d)))'],
  ['not a == b in c', '(PyTest (PyTest a b c))'],
  ['-5', '-5'],
  ['a if b else c', '(ConditionalExpression a b c)'],
  ['f(a, *b, c=d, **e)', '(call f a (SpreadElement b) (PyNamed c d) (PyNamed e))'],
  ['f(x for x in y if z)', '(call f (PyComprehension x (PyClause x y) z))'],
  ['a[b], a[b, c], a[1:2]', '(list (. a b) (. a b c) (PySlice a 1 2))'],
  ['{a: b, **c}', '(ObjectExpression (Property a b) (SpreadElement c))'],
  ['"a" \'b\'', '(text ab)'],
  ['r"\\n" + "\\x41"', '(+ (text \\n) (text A))'],
  ['f(a, \\\n  b)', '(call f a b)'],
  ['a = \\\n b', '(= a b)'],
  [
    'f("a"\n "b" % c,\n d\n if e else g\n)',
    '(call f (% (text ab) c) (ConditionalExpression d e g))',
  ],
  ['from .a import (b as c,\n d)', '(PyImportFrom b .a c) (PyImportFrom d .a d)'],
  ['if (a := b): c()', '(= a b) (call c)'],
  ['for a, b in c:\n  d()\nelse:\n  e()', '(PyFor (list a b) c (call d) (call e))'],
  ['with (a as b, c):\n  d()', '(= b (PyEntered a)) (PyEntered c) (call d)'],
  ['with (a) as b: d()', '(= b (PyEntered a)) (call d)'],
  ['try:\n  a()\nexcept (B, C) as d:\n  e()', '(call a) (list B C) (= d (PyCaught)) (call e)'],
  ['match a:\n  case {"b": c} if d:\n    e()', 'a d (call e)'],
  ['match = match(a)', '(= match (call match a))'],
  ['print "a" % b, c', '(list (% (text a) b) c)'],
  ['print(a)', '(call print a)'],
  ['exec a in b', '(call exec a b)'],
  ['await a.b()', '(AwaitExpression (call (. a b)))'],
  ['lambda a, b=c: d', '(ArrowFunctionExpression a (AssignmentPattern b c) d)'],
  ['type A = b\ntype(a)', '(call type a)'],
  ['"""says what it does"""\na()', '(call a)'],
])('%j', (text, tree) => {
  expect(parsePython(text)).toMatchObject({ broken: false, complete: true });
  expect(read(text)).toBe(tree);
});

test.each([
  ['f"a{b}c"', ['a', 'c'], 'b'],
  ['f"{b!r:>{w}}{{x}}"', ['', '{x}'], 'b'],
  ['f"{b:=5}"', ['', ''], 'b'],
  ['f"{b = }"', ['', ''], 'b'],
  ['f"{b["c"]}"', ['', ''], '(. b (text c))'],
  ['f"\\N{DIGIT ONE}{b}"', ['*', ''], 'b'],
  ['rf"\\{{b}"', ['\\{b}'], ''],
  ['f"""a"b\n{b}"""', ['a"b\n', ''], 'b'],
])('%s is a template', (text, cooked, inserted) => {
  const { program, broken } = parsePython(text);
  const [template] = program.body as readonly { quasis: unknown[]; expressions: unknown }[];
  expect(broken).toBe(false);
  expect(template?.quasis.map((it) => (it as { value: { cooked: string } }).value.cooked)).toEqual(
    cooked,
  );
  expect(show(template?.expressions)).toBe(inserted);
});

test('the object of a method is no parameter, whatever stands around its class', () => {
  const inner = '    class B:\n      def g(self, b): self.c(b)\n';
  const text = `class A:\n  def f(self, a):\n${inner}`;
  expect(read(text)).toContain('(FunctionExpression b (call (. (ThisExpression) c) b))');
});

const SPOILT = [
  'x = = 1',
  'if a\n  b()',
  'f(a',
  'a = [1, 2',
  '{print(f"{',
  'x = "a',
  'f"{a b}"',
  'def f(:\n  b()',
  'class A(\n',
  '  indented()',
  '&quot;&quot;&quot;text',
  'for in x:',
  'a $ b ? c',
  'else:\n  b()',
  'match a:\n  nocase()',
];
const AFTER = 'import os\nc(d)\n';

test.each(SPOILT)('what comes after %j is read', (text) => {
  const spoilt = parsePython(`${text}\n${AFTER}`);
  expect(spoilt.broken).toBe(true);
  expect(show(spoilt.program)).toMatch(/\(PyImport os\) \(call c d\)$/);
});

test('blocks of a statement that is not understood are read', () => {
  expect(read('try:\n  a()\nexcept B C:\n  b()\nd()')).toBe('(call a) (call b) (call d)');
});

test('a text that is spoilt anywhere is read to its end', () => {
  const piece = fc.constantFrom(
    ...'def f(a=1):|class A(B):|\n    |\n|x = |import os|from . import *|[i for i in |lambda *a, **k: |f"{x}|f"{x|foo(|)|]|}|{|"|\'|#|for a, b in |with open(p) as f:|match x:|case _:|@d|yield |:=| % | + |if a:|else:|try:|except E:'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `${pieces.join('')}\n\nimport os\nc(d)\n`;
      expect(read(text)).toMatch(/\(PyImport os\) \(call c d\)/);
    }),
    { seed: 6, numRuns: 2000 },
  );
});

test.each([
  ['brackets', `x = ${'('.repeat(5000)}1${')'.repeat(5000)}`, false],
  ['blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if a:`).join('\n'), false],
  ['sums', `x = ${'a + '.repeat(20_000)}b`, true],
  ['conditions', `x = ${'a if b else '.repeat(5000)}c`, false],
  ['signs', `x = ${'-'.repeat(5000)}a`, false],
  ['assignments', `${'a = '.repeat(5000)}b`, false],
  ['yields', `x = ${'yield '.repeat(5000)}b`, false],
  ['templates', `x = ${'f"{'.repeat(5000)}`, false],
  ['tuples among parameters', `def f(${'('.repeat(20_000)}`, false],
  // Each of these quotes may begin a string, and none of them ends one.
  ['quotes', `type a = ${"\\'".repeat(200_000)}`, true],
  ['those of lambda', `lambda ${'('.repeat(20_000)}`, false],
])('nested %s: the rest is read', (_, text, complete) => {
  const { program, complete: whole } = parsePython(`${text}\nc(d)\n`);
  expect(whole).toBe(complete);
  expect(show([program.body].flat().at(-1))).toContain('(call c d)');
});

const PIECES = [
  'a',
  'b.c',
  '1',
  '"s"',
  "f'{d}'",
  'r"\\n"',
  'lambda',
  'await',
  'yield',
  'not',
  'None',
  'super',
  '(',
  '[',
  '{',
  ' + ',
  ' if ',
  ' else ',
  ' for ',
  ' in ',
  ' = ',
  ':',
  ' := ',
  '*',
  '**',
  '.',
  '-',
  ',',
  ')',
  ']',
  '}',
  '\n',
  '\n ',
];

test('an expression of one token is read as one among others', () => {
  let whole = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const tight = parsePython(pieces.join(''));
      // Behind a blank each expression goes through all levels.
      const wide = parsePython(
        pieces.map((it) => (/^[,)\]}]$|^\n/.test(it) ? ` ${it}` : it)).join(''),
      );
      expect(show(tight.program)).toBe(show(wide.program));
      expect(tight.broken).toBe(wide.broken);
      if (!tight.broken) whole++;
    }),
    { seed: 11, numRuns: 5000 },
  );
  expect(whole).toBeGreaterThan(300);
});

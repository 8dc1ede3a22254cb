import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PASSWORD_WORD } from '../markdown/lure-signs.ts';
import { PHRASES } from '../markdown/phrases.ts';
import { createSpotter, nextOf } from './spots.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

function mayMatch(pattern: RegExp, text: string): boolean {
  const { watch, spotsIn } = createSpotter();
  const watched = watch(pattern);
  return spotsIn(text).mayMatch(watched);
}

test.each([
  [/abc/, 'xxabcxx', 'xxabxcx'],
  [/(?:always|never) (?:send|forward)/i, 'Never Forward', 'never ahead'],
  [/\bsend\s{1,3}[^.]{0,40}\bto/, 'send it to', 'sent it to'],
  [/\bsend/, 'to-send', 'resend'],
  [/e-?mails?/, 'email', 'e_mail'],
  [/don['’]t tell/, 'don’t tell', 'do not tell'],
  [/(?:ab){2}/, 'abab', 'ab ab'],
  [/(?:abcd)+/, 'abcdabcd', 'abc'],
  [/\bpw[=:]/, 'pw=', 'pw'],
  [/\b7z\s/, 'a 7z', 'a 7x'],
  [/비밀번호|암호/, '암호', '암 호'],
  [/\x61\u0062c\.\//, 'abc./', 'abc'],
  [/x(?=yz)yzw/, 'xyzw', 'xyz w'],
])('%s may match in %j and not in %j', (pattern, has, hasNot) => {
  expect(mayMatch(pattern, has)).toBe(true);
  expect(mayMatch(pattern, hasNot)).toBe(false);
});

test.each([
  [/a.c/, 'zzz'],
  [/(?:abc)?/, ''],
  [/abc|\d/, '1'],
  [/(?!abc)x/, 'x'],
  [/[^abc]{3}/, 'xyz'],
  [/é{3}/i, 'ÉÉÉ'],
  [/\u{61}bcd/u, 'abcd'],
  [/(a)\1\1/, 'aaa'],
  [/\ca/, '\x01'],
])('%s excludes no text', (pattern, text) => {
  expect(mayMatch(pattern, text)).toBe(true);
});

test.each([
  [/send\b.{0,9}\bhttps?:/, 'send it to http:', 'http: then send'],
  [/send\b.{0,9}\bhttps?:/, 'to send to https:', 'send it on the way to https:'],
  [/send\b.{0,9}\bhttps?:/, 'send on the way, send to https:', 'https: send on the way to https:'],
  [/(?:abc){2}/, 'abcabc', 'abc'],
  [/(ab)\1{1,2}cd/, 'ababcd', 'cdab'],
  [/ab.*cd/, `ab${'x'.repeat(99)}cd`, 'cdab'],
])('%s may match in a stretch like %j and not in one like %j', (pattern, has, hasNot) => {
  const { watch, spotsIn } = createSpotter();
  const watched = watch(pattern);
  const within = (text: string) => spotsIn(`-${text}`).mayMatch(watched, 1, text.length + 1);
  expect(within(has)).toBe(true);
  expect(within(hasNot)).toBe(false);
});

const LETTERS = ['a', 'b', 'C', ' ', '한', '글'] as const;
const ATOMS = [...LETTERS, '[ab]', '[^a]', '\\w', '.', '\\b', '^', '$', '\\x61', "['한]", '[a-c]'];
const QUANTIFIERS = ['', '', '', '?', '*', '+', '{2}', '{1,3}', '{0,2}?'];
const source = fc.letrec<{ whole: string; term: string; atom: string }>((tie) => ({
  whole: fc
    .array(fc.array(tie('term'), { maxLength: 5 }), { minLength: 1, maxLength: 3 })
    .map((either) => either.map((terms) => terms.join('')).join('|')),
  term: fc
    .tuple(tie('atom'), fc.constantFrom(...QUANTIFIERS))
    .map(([atom, quantifier]) => (/^(?:[\^$]|\\b)$/.test(atom) ? atom : atom + quantifier)),
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...ATOMS),
    fc
      .tuple(fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<='), tie('whole'))
      .map(([open, inner]) => `(?:${open}${inner}))`),
  ),
})).whole;
const words = fc.array(fc.constantFrom(...LETTERS), { maxLength: 12 }).map((it) => it.join(''));

/** Every line is asked for by itself, as a part of its text. */
const linesOf = (text: string) => {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { line, start: at, end: at + line.length };
  });
};

test('a pattern matches nowhere that it is said not to match', () => {
  const flags = fc.constantFrom('', 'i');
  const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((it) => it.join('\n'));
  fc.assert(
    fc.property(source, source, flags, text, (one, two, flag, whole) => {
      // Two at a time: what one needs must not hide what the other needs.
      const { watch, spotsIn } = createSpotter();
      const all = [new RegExp(one, flag), new RegExp(two, flag)].map(watch);
      const spots = spotsIn(whole);
      for (const it of all)
        for (const { line, start, end } of linesOf(whole))
          if (it.pattern.test(line)) {
            expect(spots.mayMatch(it, start, end)).toBe(true);
            expect(spots.next(it, start)).toBeLessThanOrEqual(end);
          }
    }),
    { seed: 6, numRuns: 800 },
  );
});

test('stretches that may hold a match are found as one by one', () => {
  const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((it) => it.join('\n'));
  const cuts = fc.array(fc.nat(70), { maxLength: 10 });
  fc.assert(
    fc.property(source, source, text, cuts, (one, two, whole, all) => {
      const { watch, spotsIn } = createSpotter();
      const watched = [one, two].map((it) => watch(new RegExp(it, 'i')));
      const spots = spotsIn(whole);
      const offsets = [...new Set(all.filter((it) => it <= whole.length))].sort((a, b) => a - b);
      // Every other one is left out.
      const stretches = offsets
        .flatMap((start, i) => {
          const end = offsets[i + 1];
          return end === undefined ? [] : [{ start, end }];
        })
        .filter((_, i) => i % 3 !== 1);
      for (const it of watched)
        expect(spots.within(it, stretches)).toEqual(
          [...stretches.keys()].filter((i) => {
            const stretch = stretches[i];
            return stretch && spots.mayMatch(it, stretch.start, stretch.end);
          }),
        );
    }),
    { seed: 6, numRuns: 800 },
  );
});

test('the next place of several patterns is the nearest of theirs, whatever was asked before', () => {
  const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((it) => it.join('\n'));
  fc.assert(
    fc.property(source, source, text, fc.array(fc.nat(70)), (one, two, whole, offsets) => {
      const { watch, spotsIn } = createSpotter();
      const watched = [one, two].map((it) => watch(new RegExp(it, 'i')));
      const spots = spotsIn(whole);
      expect(spots.held(watched.map((it) => ({ watched: it }))).map((it) => it.watched)).toEqual(
        watched.filter((it) => spots.mayMatch(it)),
      );
      const next = nextOf(spots, watched);
      for (const from of offsets)
        expect(next(from)).toBe(Math.min(...watched.map((it) => spots.next(it, from))));
    }),
    { seed: 6, numRuns: 800 },
  );
  expect(nextOf(createSpotter().spotsIn('a'), [])(0)).toBe(Number.POSITIVE_INFINITY);
});

test('what patterns need is the same when it was worked out before, and written down', () => {
  const texts = ['never send it to https://a.b', 'send it', 'a 7z file', ''];
  const patterns = [/\bsend\b.{0,9}https?:/i, /\b7z\s/, /a|b/, /한글|de/];
  const { watch, triggers, spotsIn } = createSpotter();
  const fresh = patterns.map(watch);
  const written: ReturnType<typeof triggers> = JSON.parse(JSON.stringify(triggers()));
  const again = createSpotter(written);
  const known = patterns.map(again.watch);
  expect(again.triggers()).toEqual(triggers());
  for (const text of texts)
    expect(known.map((it) => again.spotsIn(text).mayMatch(it))).toEqual(
      fresh.map((it) => spotsIn(text).mayMatch(it)),
    );
});

test('no phrase of a fixture is hidden', () => {
  const { watch, spotsIn } = createSpotter();
  const phrases = [...PHRASES.map(({ pattern }) => pattern), PASSWORD_WORD].map(watch);
  let held = 0;
  for (const name of readdirSync(FIXTURES).filter((it) => it.endsWith('.md'))) {
    const whole = readFileSync(new URL(name, FIXTURES), 'utf8');
    const spots = spotsIn(whole);
    for (const { line, start, end } of linesOf(whole))
      for (const it of phrases)
        if (it.pattern.test(line)) {
          held++;
          expect(spots.mayMatch(it, start, end)).toBe(true);
        }
  }
  expect(held).toBeGreaterThan(100);
});

test('phrases that steer an agent are not looked for in a text that is about something else', () => {
  const text = 'Reads the weather of a town and prints it as a table, in degrees.';
  const { watch, spotsIn } = createSpotter();
  const phrases = PHRASES.map(({ pattern }) => watch(pattern));
  const spots = spotsIn(text);
  expect(phrases.filter((it) => spots.mayMatch(it)).length).toBe(0);
});

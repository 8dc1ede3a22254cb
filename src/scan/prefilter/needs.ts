import { type Grams, gramsIn } from './grams.ts';
import { type Pattern, parsePattern } from './pattern.ts';

/**
 * What a text must hold for a pattern to match in it: these grams, or all of the inner needs, or
 * any of them. Nothing at all: no text is excluded. One shape for all kinds, as
 * it is asked for every pattern and paragraph.
 */
export interface Need {
  readonly grams: readonly number[];
  readonly inner: readonly Need[];
  /** Whether one of the inner needs is enough. */
  readonly any: boolean;
}

/** What is known of a part of a pattern. */
interface Part {
  /** All texts that it can match, where they are few. */
  readonly texts?: readonly string[];
  readonly need: Need;
}

const NONE: readonly [] = [];
const ANYTHING: Need = { grams: NONE, inner: NONE, any: false };
const MAX_TEXTS = 48;
const MAX_REPEAT = 4;

/** What every match of a pattern holds; for a pattern of an unknown kind, nothing. */
export function needOf({ source, flags }: RegExp): Need {
  const pattern = /[uv]/.test(flags) ? undefined : parsePattern(source);
  return pattern ? partOf(pattern, flags.includes('i')).need : ANYTHING;
}

/** False only where a pattern with this need cannot match in what was read. */
export function isMet({ grams, inner, any }: Need, read: Grams): boolean {
  if (grams.length > 0) return read.hasAll(grams);
  for (let i = 0; i < inner.length; i++) {
    const need = inner[i];
    if (need && isMet(need, read) === any) return any;
  }
  return !any;
}

function partOf(pattern: Pattern, ignoreCase: boolean): Part {
  switch (pattern.kind) {
    case 'text':
      return ignoreCase && hasCase(pattern.text) ? { need: ANYTHING } : ofTexts([pattern.text]);
    case 'oneOf':
      return ignoreCase && pattern.texts.some((text) => hasCase(text))
        ? { need: ANYTHING }
        : ofTexts(pattern.texts);
    case 'empty':
      return ofTexts(['']);
    case 'unknown':
      return { need: ANYTHING };
    case 'either':
      return either(pattern.of.map((inner) => partOf(inner, ignoreCase)));
    case 'sequence':
      return sequence(pattern.of.map((inner) => partOf(inner, ignoreCase)));
    case 'repeat': {
      const { min, max } = pattern;
      const part = partOf(pattern.of, ignoreCase);
      if (min === 0)
        return max === 1 && part.texts && part.texts.length < MAX_TEXTS
          ? ofTexts([...part.texts, ''])
          : { need: ANYTHING };
      return min === max && min <= MAX_REPEAT
        ? sequence(Array.from({ length: min }, () => part))
        : { need: part.need };
    }
  }
}

/** Letters whose other case is not ASCII's: they are left out of what is needed. */
function hasCase(text: string): boolean {
  return /[^\0-\x7f]/.test(text) && text.toLowerCase() !== text.toUpperCase();
}

function ofTexts(texts: readonly string[]): Part {
  return { texts, need: needOfTexts(texts) };
}

function needOfTexts(texts: readonly string[]): Need {
  return any(
    texts.map((text): Need => {
      const grams = gramsIn(text);
      return grams.length === 0 ? ANYTHING : { grams, inner: NONE, any: false };
    }),
  );
}

function any(needs: readonly Need[]): Need {
  if (needs.some(isAnything)) return ANYTHING;
  const [first] = needs;
  return needs.length === 1 && first ? first : { grams: NONE, inner: needs, any: true };
}

function isAnything(need: Need): boolean {
  return need.grams.length === 0 && need.inner.length === 0;
}

function either(parts: readonly Part[]): Part {
  const texts = parts.flatMap((part) => part.texts ?? []);
  if (parts.every((part) => part.texts) && texts.length <= MAX_TEXTS) return ofTexts(texts);
  return { need: any(parts.map(({ need }) => need)) };
}

/** Texts that follow one another are put together as long as they stay few. */
function sequence(parts: readonly Part[]): Part {
  const needs: Need[] = [];
  let texts: readonly string[] = [''];
  let whole = true;
  const flush = () => {
    needs.push(needOfTexts(texts));
    texts = [''];
    whole = false;
  };
  for (const part of parts) {
    const next = part.texts;
    if (!next) {
      flush();
      needs.push(part.need);
    } else if (texts.length * next.length <= MAX_TEXTS)
      texts = texts.flatMap((before) => next.map((after) => before + after));
    else {
      flush();
      texts = next;
    }
  }
  if (whole) return ofTexts(texts);
  flush();
  const left = needs.filter((need) => !isAnything(need));
  const [first] = left;
  return { need: left.length === 1 && first ? first : { grams: NONE, inner: left, any: false } };
}

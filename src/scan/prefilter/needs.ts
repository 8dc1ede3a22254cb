import { type Pattern, parsePattern, widthOf } from './pattern.ts';

/**
 * Texts one of which is there, ASCII in lower case and two characters or longer, or three bytes in
 * UTF-8, without zeros. A leading `START` says that a word starts there.
 */
export type Clause = readonly string[];

/** Clauses that are met one behind the other where a pattern matches; without any, nothing is known. */
export type Trigger = readonly Clause[];

/** What every match of a pattern meets. */
export interface Needs {
  /** One of these. */
  readonly triggers: readonly Trigger[];
  /** How many units of a string it takes up at most; `null` when there is no limit. */
  readonly width: number | null;
}

/** A place in front of which no character of a word stands: the start of one, in most patterns. */
export const START = '\b';

/** What is known of a part of a pattern: all texts that it can match, or what every match meets one of. */
type Part = { readonly texts: readonly string[] } | { readonly triggers: readonly Trigger[] };

const ANYTHING: readonly Trigger[] = [[]];
const MAX_TEXTS = 48;
const MAX_REPEAT = 4;
/** More clauses than these hardly tell more. */
const MAX_CLAUSES = 3;
const LEAST = 2;
/** Of characters that take up three bytes in UTF-8 one will do. */
const WIDE = /^[\u0800-\ud7ff\ue000-\uffff]$/;

/** What every match of a pattern meets; for a pattern of an unknown kind, nothing. */
export function needsOf({ source, flags }: RegExp): Needs {
  const pattern = /[uv]/.test(flags) ? undefined : parsePattern(source);
  if (!pattern) return { triggers: ANYTHING, width: null };
  const width = widthOf(pattern);
  return {
    triggers: triggersIn(partOf(pattern, flags.includes('i'))),
    width: Number.isFinite(width) ? width : null,
  };
}

/** What every match meets one of, the rarest clause of each first. */
export function triggersOf(pattern: RegExp): readonly Trigger[] {
  return needsOf(pattern).triggers.map(rarestFirst);
}

function partOf(pattern: Pattern, ignoreCase: boolean): Part {
  switch (pattern.kind) {
    case 'text':
      return ofCharacters([pattern.text], ignoreCase);
    case 'oneOf':
      return ofCharacters(pattern.texts, ignoreCase);
    case 'empty':
      return { texts: [''] };
    case 'boundary':
      return { texts: [START] };
    case 'unknown':
    case 'again':
      return { triggers: ANYTHING };
    case 'either':
      return either(pattern.of.map((inner) => partOf(inner, ignoreCase)));
    case 'sequence':
      return sequence(pattern.of.map((inner) => partOf(inner, ignoreCase)));
    case 'repeat': {
      const { min, max } = pattern;
      const part = partOf(pattern.of, ignoreCase);
      if (min === 0)
        return max === 1 && 'texts' in part && part.texts.length < MAX_TEXTS
          ? { texts: [...part.texts, ''] }
          : { triggers: ANYTHING };
      return min === max && min <= MAX_REPEAT
        ? sequence(Array.from({ length: min }, () => part))
        : { triggers: triggersIn(part) };
    }
  }
}

/** Letters whose other case is not ASCII's are left out of what is needed. */
function ofCharacters(texts: readonly string[], ignoreCase: boolean): Part {
  const isKnown = (text: string) => !text.includes(START) && !(ignoreCase && hasCase(text));
  return texts.every(isKnown) ? { texts } : { triggers: ANYTHING };
}

function hasCase(text: string): boolean {
  return [...text].some((c) => c > '\x7f' && c.toLowerCase() !== c.toUpperCase());
}

function triggersIn(part: Part): readonly Trigger[] {
  if ('triggers' in part) return part.triggers;
  const clause = new Set<string>();
  for (const text of part.texts) {
    // Only in front does it say something that is simple to look up.
    const plain = text.replaceAll(START, '').replace(/[A-Z]+/g, (it) => it.toLowerCase());
    if ((plain.length < LEAST && !WIDE.test(plain)) || plain.includes('\0')) return ANYTHING;
    clause.add(text.startsWith(START) && /^\w/.test(plain) ? START + plain : plain);
  }
  // Where a longer text is, the shorter one in it is as well.
  return [[[...clause].filter((text) => ![...clause].some((it) => it !== text && isIn(it, text)))]];
}

/** Whether a text holds another wherever it stands, as the start of a word if need be. */
function isIn(shorter: string, longer: string): boolean {
  return shorter.startsWith(START) ? longer.startsWith(shorter) : longer.includes(shorter);
}

function either(parts: readonly Part[]): Part {
  const texts = parts.flatMap((part) => ('texts' in part ? part.texts : []));
  if (parts.every((part) => 'texts' in part) && texts.length <= MAX_TEXTS) return { texts };
  const triggers = parts.flatMap(triggersIn);
  return { triggers: triggers.some((it) => it.length === 0) ? ANYTHING : triggers };
}

/** Texts that follow one another are put together as long as they stay few. */
function sequence(parts: readonly Part[]): Part {
  const inner: Part[] = [];
  let texts: readonly string[] = [''];
  for (const part of parts) {
    const next = 'texts' in part ? part.texts : undefined;
    if (next && texts.length * next.length <= MAX_TEXTS)
      texts = texts.flatMap((before) => next.map((after) => before + after));
    else {
      inner.push({ texts });
      if (!next) inner.push(part);
      texts = next ?? [''];
    }
  }
  if (inner.length === 0) return { texts };
  const known = [...inner, { texts }]
    .map(triggersIn)
    .filter((triggers) => triggers.every((it) => it.length > 0));
  const [only] = known;
  if (known.length === 1 && only) return { triggers: only };
  const clauses = known.flatMap((triggers) =>
    triggers.length === 1 ? (triggers[0] ?? []) : [oneClause(triggers)],
  );
  const rarest = new Set(rarestFirst(clauses).slice(0, MAX_CLAUSES));
  return { triggers: [clauses.filter((it) => rarest.has(it))] };
}

/** What is met whichever of the triggers is: the rarest clause of each. */
function oneClause(triggers: readonly Trigger[]): Clause {
  return [
    ...new Set(
      triggers.flatMap((it) => it.reduce((a, b) => (likelihood(a) <= likelihood(b) ? a : b))),
    ),
  ];
}

function rarestFirst(clauses: readonly Clause[]): readonly Clause[] {
  return [...clauses].sort((a, b) => likelihood(a) - likelihood(b));
}

/** How likely it is that a text meets a clause by chance, roughly. */
function likelihood(clause: Clause): number {
  return clause.reduce((sum, text) => sum + 4 ** -(text.length + (text > '\x7f' ? 2 : 0)), 0);
}

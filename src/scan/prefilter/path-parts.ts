import { KNOWN_PARTS } from './known-parts.ts';
import { type Pattern, parsePattern } from './pattern.ts';

/** Stands for what a pattern leaves open, within the texts that it matches. */
const OPEN = '\0';
const MAX_TEXTS = 1000;
/** In code a part of a path begins behind a quote, a slash or a substitution, and ends before one. */
const BEGINS = '[\'"`/\\\\}]';
const ENDS = '(?=[\'"`/\\\\$])';
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * What finds, in code, the paths that one of the patterns matches, however they are put together: of
 * each path the part that is seldom there by chance. The patterns are of paths with `/` and know no
 * look to either side. Where it finds none, no such path is named by its whole parts.
 */
export function telltaleParts(patterns: readonly RegExp[]): RegExp {
  const key = patterns.join(' ');
  const source = KNOWN_PARTS[key] ?? sourceFor(patterns);
  made[key] = source;
  return new RegExp(source, 'i');
}

const made: Record<string, string> = {};

/** What was made, by the sources of the patterns. */
export const madeParts = (): Readonly<Record<string, string>> => made;

function sourceFor(patterns: readonly RegExp[]): string {
  const parts = new Map<string, Part>();
  for (const { source } of patterns) {
    const pattern = parsePattern(source);
    if (!pattern) throw new Error(`path pattern is not understood: ${source}`);
    for (const text of textsOf(pattern)) {
      const part = rarestOf(text);
      parts.set(`${part.begins} ${part.ends} ${part.text}`, part);
    }
  }
  const all = [...parts.values()].filter(({ text }) => text !== '');
  // Where a part begins and ends is looked for once for all.
  const some = (begins: boolean) => {
    const those = all.filter((it) => it.begins === begins);
    const whole = those.filter(({ ends }) => ends).map(({ text }) => text);
    const open = those.filter(({ ends }) => !ends).map(({ text }) => text);
    return [...(whole.length > 0 ? [`(?:${whole.join('|')})${ENDS}`] : []), ...open];
  };
  return [`${BEGINS}(?:${some(true).join('|')})`, ...some(false)].join('|');
}

interface Part {
  readonly text: string;
  /** Whether it is known to be where a part of a path begins, and where one ends. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** The texts that a pattern matches, both ends of a path written as a slash. */
function textsOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'text':
      return [pattern.text];
    case 'oneOf':
      return pattern.texts;
    case 'empty':
      return ['/'];
    case 'boundary':
    case 'unknown':
    case 'again':
      return [OPEN];
    case 'either':
      return [...new Set(pattern.of.flatMap(textsOf))];
    case 'sequence':
      return pattern.of.map(textsOf).reduce(followedBy, ['']);
    case 'repeat': {
      const { min, max } = pattern;
      return min === 0 && max === 1 ? ['', ...textsOf(pattern.of)] : [OPEN];
    }
  }
}

function followedBy(before: readonly string[], after: readonly string[]): readonly string[] {
  const all = new Set(before.flatMap((first) => after.map((then) => first + then)));
  if (all.size > MAX_TEXTS) throw new Error('a path pattern has too many forms');
  return [...all];
}

/** Of the parts of a path the rarest, as the source of a pattern. */
function rarestOf(path: string): Part {
  const pieces = path.split('/');
  const parts = pieces.flatMap((piece, i) => {
    const runs = piece.split(OPEN);
    return runs.map((text, k): Part => {
      const ends = i < pieces.length - 1 && k === runs.length - 1;
      return { text: text.toLowerCase(), begins: i > 0 && k === 0, ends };
    });
  });
  const rarest = parts.reduce((a, b) => (weightOf(b) >= weightOf(a) ? b : a));
  return { ...rarest, text: rarest.text.replaceAll(SPECIAL, '\\$&') };
}

/** Longer names are rarer, as are those of hidden files, and those of which all is known. */
function weightOf({ text, begins, ends }: Part): number {
  if (text === '') return 0;
  return text.length + (text.startsWith('.') ? 5 : 0) + (begins ? 8 : 0) + (ends ? 1 : 0);
}

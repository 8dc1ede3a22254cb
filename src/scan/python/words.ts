import { ASCII, DOT, isBlank, isInName, LF } from './characters.ts';

/** Which kinds of words a text holds, each a bit, and where lines begin with `import` or `from`. */
export interface Found {
  readonly kinds: number;
  readonly imports: readonly number[];
}

/** Of a word of this kind, no dot stands in front. */
export const BARE = 2 ** 29;
const IMPORTS = 2 ** 30;
/** Hashes of this many bits tell nearly all other words from those that are looked for. */
const MASK = 2 ** 13 - 1;
const MAX_INDENT = 80;
/** What `\w` stands for, by its code. */
const IN_WORD = new Uint8Array(2 ** 16);
for (let code = 0; code < ASCII; code++) IN_WORD[code] = Number(isInName(code));

/**
 * Finds words in one pass, however many there are; the kinds of a word are one number. A word is what
 * `\b\w+\b` matches.
 */
export function wordFinder(words: ReadonlyMap<string, number>): (text: string) => Found {
  const kindsOf = new Map([...words, ['import', IMPORTS], ['from', IMPORTS]]);
  const wanted = new Uint8Array(MASK + 1);
  for (const word of kindsOf.keys()) wanted[hashOf(word)] = 1;
  return (text) => {
    const imports: number[] = [];
    let kinds = 0;
    const enter = (end: number) => {
      let start = end;
      while (start > 0 && IN_WORD[text.charCodeAt(start - 1)] === 1) start--;
      const kind = kindsOf.get(text.slice(start, end)) ?? 0;
      if (kind === IMPORTS) {
        const line = lineStart(text, start);
        if (line >= 0) imports.push(line);
      } else if (kind < BARE || text.charCodeAt(start - 1) !== DOT) kinds |= kind;
    };
    const { length } = text;
    let hash = 0;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (IN_WORD[code] === 1) hash = (hash * 31 + code) & MASK;
      else {
        if (wanted[hash] === 1) enter(at);
        hash = 0;
      }
    }
    if (wanted[hash] === 1) enter(length);
    return { kinds, imports };
  };
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (hash * 31 + word.charCodeAt(at)) & MASK;
  return hash;
}

/** Where the line starts that a word is the first of; -1 when it is not. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (isBlank(text.charCodeAt(start - 1)) && at - start < MAX_INDENT) start--;
  return start === 0 || text.charCodeAt(start - 1) === LF ? start : -1;
}

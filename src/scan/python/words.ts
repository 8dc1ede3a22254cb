import { DOT, isBlank, isInName, LF } from './characters.ts';

/** Which kinds of words a text holds, each a bit, and where lines begin with `import` or `from`. */
export interface Found {
  readonly kinds: number;
  readonly imports: readonly number[];
}

/** Of a word of this kind, no dot stands in front. */
export const BARE = 2 ** 29;
const IMPORTS = 2 ** 30;
const MAX_INDENT = 80;

/**
 * Finds words in one pass, however many there are; the kinds of a word are one number. It is a single
 * expression since that is compiled when it is first used, where a loop of our own would not be until
 * megabytes were read.
 */
export function wordFinder(words: ReadonlyMap<string, number>): (text: string) => Found {
  const kindsOf = new Map([...words, ['import', IMPORTS], ['from', IMPORTS]]);
  const any = new RegExp(`\\b(?:${[...kindsOf.keys()].join('|')})\\b`, 'g');
  return (text) => {
    const imports: number[] = [];
    let kinds = 0;
    any.lastIndex = 0;
    // What matches is a whole word: its end, and no list of what was found, is all that is needed.
    while (any.test(text)) {
      let index = any.lastIndex;
      while (isInName(text.charCodeAt(index - 1))) index--;
      const kind = kindsOf.get(text.slice(index, any.lastIndex)) ?? 0;
      if (kind === IMPORTS) {
        const line = lineStart(text, index);
        if (line >= 0) imports.push(line);
      } else if (kind < BARE || text.charCodeAt(index - 1) !== DOT) kinds |= kind;
    }
    return { kinds, imports };
  };
}

/** Where the line starts that a word is the first of; -1 when it is not. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (isBlank(text.charCodeAt(start - 1)) && at - start < MAX_INDENT) start--;
  return start === 0 || text.charCodeAt(start - 1) === LF ? start : -1;
}

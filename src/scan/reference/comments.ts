import { endOfLine, endOfQuasi, endOfRegex, endOfString, wordAt } from './lexemes.ts';
import type { Span } from './spans.ts';

/** The parts of a JavaScript or TypeScript text that do not run. */
export interface Inert {
  readonly comments: readonly Span[];
  /** Texts in quotes or backticks that have blanks in them: descriptions, most likely. */
  readonly prose: readonly Span[];
}

/** What stands before a slash: after an operand it divides, after an operator a regex starts. */
type Before = 'operand' | 'operator' | 'unsure';

/** Reserved words that an expression can follow. */
const PREFIX_WORDS: ReadonlySet<string> = new Set(
  'return typeof instanceof in new delete throw case do else default break continue debugger extends'.split(
    ' ',
  ),
);
/** Words that are names in one place and operators in another. */
const UNSURE_WORDS: ReadonlySet<string> = new Set(
  'of yield await async void as is satisfies keyof'.split(' '),
);
const HEAD_WORDS: ReadonlySet<string> = new Set(['if', 'while', 'for', 'with']);
/** How far a line is looked along for the end of what may be a regular expression. */
const MAX_LOOK_AHEAD = 2000;

/**
 * Finds comments. Whoever writes the text may want code to be taken for a comment: wherever the
 * text can be read in two ways, the search ends, and all that follows counts as code.
 */
export function findInert(text: string): Inert {
  const comments: Span[] = [];
  const prose: Span[] = [];
  const parens: Before[] = [];
  /** True for a brace that ends a substitution of a template. */
  const braces: boolean[] = [];
  const seen: { before: Before; last: string; newline: boolean } = {
    before: 'operator',
    last: '',
    newline: false,
  };
  let i = text.startsWith('#!') ? endOfLine(text, 0) : 0;

  const found = () => ({ comments, prose });
  const token = (end: number, sign: string, next: Before) => {
    i = end;
    seen.last = sign;
    seen.before = next;
    seen.newline = false;
  };
  const addProse = (start: number, end: number) => {
    if (/\s/.test(text.slice(start, end))) prose.push([start, end]);
  };
  /** False when the template never ends. */
  const quasi = (start: number): boolean => {
    const end = endOfQuasi(text, start);
    if (end === undefined) return false;
    const closed = text[end - 1] === '`';
    addProse(start, end - (closed ? 1 : 2));
    if (!closed) braces.push(true);
    token(end, '`', closed ? 'operand' : 'operator');
    return true;
  };

  while (i < text.length) {
    const c = text[i] ?? '';
    if (c === '\n' || c === '\r') {
      seen.newline = true;
      i++;
    } else if (c === ' ' || c === '\t') i++;
    else if (c === '/' && text[i + 1] === '/') {
      const end = endOfLine(text, i);
      comments.push([i, end]);
      i = end;
      seen.newline = true;
    } else if (c === '/' && text[i + 1] === '*') {
      const end = text.indexOf('*/', i + 2);
      if (end < 0) return found();
      comments.push([i, end + 2]);
      i = end + 2;
      // It may hold a line end, and that counts as one.
      seen.newline = true;
    } else if (c === '/') {
      const kind = seen.newline && seen.before === 'operand' ? 'unsure' : seen.before;
      if (kind === 'operand') token(i + 1, c, 'operator');
      else {
        const sure = kind === 'operator';
        const end = endOfRegex(text, i, sure ? text.length : MAX_LOOK_AHEAD);
        if (end === 'far' || (end === 'none') === sure) return found();
        if (end === 'none') token(i + 1, c, 'operator');
        else token(end, c, 'operand');
      }
    } else if (c === '"' || c === "'") {
      const end = endOfString(text, i);
      if (end === undefined) return found();
      addProse(i, end);
      token(end, c, 'operand');
    } else if (c === '`') {
      if (!quasi(i + 1)) return found();
    } else if (c === '}' && braces.pop() === true) {
      if (!quasi(i + 1)) return found();
    } else if (isWord(c)) {
      const word = wordAt(text, i);
      // After a dot a reserved word is a mere name.
      const name = seen.last === '.' || seen.last === '#';
      token(i + word.length, name ? '' : word, name ? 'operand' : afterWord(word));
    } else if (text.startsWith('...', i)) token(i + 3, '...', 'operator');
    else if (text.startsWith('<!--', i) || text.startsWith('-->', i)) return found();
    else {
      if (c === '(') parens.push(afterParen(seen.last));
      if (c === '{') braces.push(false);
      const next = c === ')' ? (parens.pop() ?? 'unsure') : afterSign(c, text[i - 1], seen.before);
      token(i + 1, c, next);
    }
  }
  return found();
}

function isWord(c: string): boolean {
  return (
    (c >= 'a' && c <= 'z') ||
    (c >= 'A' && c <= 'Z') ||
    (c >= '0' && c <= '9') ||
    c === '_' ||
    c === '$'
  );
}

function afterWord(word: string): Before {
  if (PREFIX_WORDS.has(word)) return 'operator';
  return UNSURE_WORDS.has(word) ? 'unsure' : 'operand';
}

/** What the parenthesis that opens after this word stands for once it is closed. */
function afterParen(word: string): Before {
  if (HEAD_WORDS.has(word)) return 'operator';
  return word === 'await' ? 'unsure' : 'operand';
}

function afterSign(c: string, previous: string | undefined, before: Before): Before {
  if (c === ']') return 'operand';
  if ((c === '+' || c === '-') && previous === c) return 'unsure';
  // `x!` is an operand in TypeScript, `!x` is not; `f<T>` likewise.
  if (c === '!') return before === 'operator' ? 'operator' : 'unsure';
  if (c === '>') return previous === '=' ? 'operator' : 'unsure';
  return '(,=:[{;&|?%^~*<+-'.includes(c) ? 'operator' : 'unsure';
}

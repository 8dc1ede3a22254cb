/** The structure of a regular expression, as far as it says what a match holds. */
export type Pattern =
  | { readonly kind: 'text'; readonly text: string }
  /** A class of few characters. */
  | { readonly kind: 'oneOf'; readonly texts: readonly string[] }
  /** Takes up nothing: an anchor, a look to either side. */
  | { readonly kind: 'empty' }
  /** The start or end of a word; takes up nothing. */
  | { readonly kind: 'boundary' }
  /** Takes up one character, or whatever a group took up, and nothing more is known of it. */
  | { readonly kind: 'unknown' | 'again' }
  | { readonly kind: 'either' | 'sequence'; readonly of: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly min: number; readonly max: number };

const EMPTY: Pattern = { kind: 'empty' };
const BOUNDARY: Pattern = { kind: 'boundary' };
const UNKNOWN: Pattern = { kind: 'unknown' };
const AGAIN: Pattern = { kind: 'again' };
const MAX_CLASS = 8;
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };
const QUANTIFIES: ReadonlySet<string | undefined> = new Set('*+?{');
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y;
const CODE = /\\(?:x([\da-f]{2})|u([\da-f]{4}))/iy;
const CLASS_ESCAPE = /\\[dDsSwW]/y;
/** An escape that refers to a group. */
const REFERENCE = /\\[1-9]\d*/y;
const GROUP = /\((?:\?(?:(:)|(<?[=!])|<[^>]*>))?/y;
const SET = /\[(\^?)((?:[^\]\\]|\\[\s\S])*)\]/y;
const MEMBER = /\\[\s\S]|[\s\S]/g;

/** Reads the source of a regular expression without the flags `u` and `v`; undefined when it is not understood. */
export function parsePattern(source: string): Pattern | undefined {
  let at = 0;
  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const match = expression.exec(source);
    if (match) at += match[0].length;
    return match;
  };

  const alternatives = (): Pattern => {
    const of: Pattern[] = [terms()];
    while (source[at] === '|') {
      at++;
      of.push(terms());
    }
    return of.length === 1 ? (of[0] ?? EMPTY) : { kind: 'either', of };
  };
  const terms = (): Pattern => {
    const of: Pattern[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') of.push({ kind: 'text', text });
      text = '';
    };
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const one = atom();
      const term = quantified(one);
      if (term === one && one.kind === 'text') text += one.text;
      else {
        flush();
        of.push(term);
      }
    }
    flush();
    return { kind: 'sequence', of };
  };
  const quantified = (of: Pattern): Pattern => {
    if (!QUANTIFIES.has(source[at])) return of;
    const match = take(QUANTIFIER);
    if (!match) return of;
    const [text, least, comma, most] = match;
    if (least !== undefined) {
      const min = Number(least);
      const max = comma === undefined ? min : most ? Number(most) : Number.POSITIVE_INFINITY;
      return { kind: 'repeat', of, min, max };
    }
    const min = text.startsWith('+') ? 1 : 0;
    return { kind: 'repeat', of, min, max: text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY };
  };
  const atom = (): Pattern => {
    const c = source[at] ?? '';
    if (c === '(') return group();
    if (c === '[') return set();
    if (c === '^' || c === '$') {
      at++;
      return EMPTY;
    }
    if (c === '.') {
      at++;
      return UNKNOWN;
    }
    if (c !== '\\') {
      at++;
      return { kind: 'text', text: c };
    }
    if (/[bB]/.test(source[at + 1] ?? '')) {
      at += 2;
      return source[at - 1] === 'b' ? BOUNDARY : EMPTY;
    }
    if (take(CLASS_ESCAPE)) return UNKNOWN;
    if (take(REFERENCE)) return AGAIN;
    const text = escaped();
    return text === undefined ? UNKNOWN : { kind: 'text', text };
  };
  const escaped = (): string | undefined => {
    const code = take(CODE);
    if (code) return String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    const c = source[at + 1] ?? '';
    if (c === 'c' || c === 'k') throw new SyntaxError('escape');
    at += 2;
    if (c === '0') return '\0';
    return /[a-z]/i.test(c) ? CONTROLS[c] : c;
  };
  const group = (): Pattern => {
    const [, , look] = take(GROUP) ?? [];
    if (source[at] === '?') throw new SyntaxError('group');
    const inner = alternatives();
    if (source[at] !== ')') throw new SyntaxError('group');
    at++;
    return look === undefined ? inner : EMPTY;
  };
  const set = (): Pattern => {
    const match = take(SET);
    if (!match) throw new SyntaxError('class');
    const [, negated, body = ''] = match;
    const members = body.match(MEMBER) ?? [];
    const isPlain = negated === '' && members.length > 0 && members.length <= MAX_CLASS;
    // A dash is a range unless it stands first or last.
    const hasRange = members.slice(1, -1).includes('-');
    if (!isPlain || hasRange) return UNKNOWN;
    const texts = members.map((it) => (it.length === 2 && it[0] === '\\' ? plain(it) : it));
    const known = texts.filter((it) => it !== undefined);
    return known.length < texts.length ? UNKNOWN : { kind: 'oneOf', texts: known };
  };

  try {
    const pattern = alternatives();
    return at === source.length ? pattern : undefined;
  } catch {
    return undefined;
  }
}

/** How many units of a string a match takes up at most. */
export function widthOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'text':
      return pattern.text.length;
    case 'oneOf':
    case 'unknown':
      return 1;
    case 'empty':
    case 'boundary':
      return 0;
    case 'again':
      return Number.POSITIVE_INFINITY;
    case 'either':
      return pattern.of.reduce((most, inner) => Math.max(most, widthOf(inner)), 0);
    case 'sequence':
      return pattern.of.reduce((sum, inner) => sum + widthOf(inner), 0);
    case 'repeat': {
      const width = widthOf(pattern.of);
      return width === 0 ? 0 : width * pattern.max;
    }
  }
}

/** The character that `\c` in a class stands for, when it is one. */
function plain(sequence: string): string | undefined {
  const c = sequence[1] ?? '';
  return /[a-z\d]/i.test(c) ? CONTROLS[c] : c;
}

import { ASCII } from './characters.ts';

/** Each by itself: as a constant it is compared with others at once, where a text just cut is not. */
const KEYWORDS: ReadonlyMap<string, string> = new Map(
  'False None True and as assert break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'
    .split(' ')
    .map((it) => [it, it]),
);
const LONGEST = 8;
/** By the first letter, a bit for each length of a keyword: most names need not be looked up. */
const LENGTHS = new Uint16Array(ASCII);
for (const word of KEYWORDS.keys()) {
  const first = word.charCodeAt(0);
  LENGTHS[first] = (LENGTHS[first] ?? 0) | (1 << word.length);
}

/** The keyword that a text is; undefined for any other. */
export function keywordOf(text: string): string | undefined {
  const { length } = text;
  const some = length <= LONGEST ? (LENGTHS[text.charCodeAt(0)] ?? 0) : 0;
  return (some & (1 << length)) === 0 ? undefined : KEYWORDS.get(text);
}

import { type AST, RegExpParser } from '@eslint-community/regexpp';

const parser = new RegExpParser();
const CHARACTERS = [...'a1 .-/"\'=:;,<>(){}[]|&@#$*+?!%^~`_\\Zx\n\t가的é\u200b\ufe0f\u{e0021}'];
/** Of a class that has none of those: each letter, digit and sign. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
/** What nearly no pattern ends with. */
const END = '\u0001';
const MAX_PIECES = 40;

/**
 * Texts that make a backtracking matcher work: what the parts of a pattern match, one after the
 * other without end, each by itself, behind what stands before it, and behind the pattern's start;
 * for one that is to match up to an end also with another character there, so that what has matched
 * so far is tried in all other ways.
 */
export function attackTexts({ source, flags }: RegExp, length: number): readonly string[] {
  const unicode = flags.includes('u');
  const ast = parser.parsePattern(source, 0, source.length, { unicode });
  const pieces = new Set<string>();
  const starts: string[] = [];
  for (const { elements } of ast.alternatives)
    starts.push(sampleOfAll(elements.slice(0, 2), flags));
  collect(ast.alternatives, flags, pieces);
  const chosen = spread(
    [...pieces].filter((it) => it !== ''),
    MAX_PIECES,
  );
  const texts = new Set<string>();
  const put = (text: string) => {
    texts.add(text);
    if (source.includes('$')) texts.add(text.slice(0, -1) + END);
  };
  const add = (piece: string) => put(filled(piece, length));
  for (const [i, piece] of chosen.entries()) {
    add(piece);
    add(`${piece} `);
    const start = starts[i % starts.length] ?? '';
    if (start !== '') add(`${start} ${piece} `);
    if (start !== '') put(start + filled(piece, length));
  }
  return [...texts];
}

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Every so many, so that all parts of a long pattern get their turn. */
function spread(list: readonly string[], most: number): readonly string[] {
  const every = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, i) => i % every === 0);
}

function collect(alternatives: readonly AST.Alternative[], flags: string, into: Set<string>): void {
  for (const { elements } of alternatives) {
    for (const [i, element] of elements.entries()) {
      into.add(sampleOf(element, flags));
      const inner = element.type === 'Quantifier' ? element.element : element;
      if (inner !== element) into.add(sampleOf(inner, flags));
      if (i > 0 && i % 3 === 0) into.add(sampleOfAll(elements.slice(0, i), flags));
      if ('alternatives' in inner) collect(inner.alternatives, flags, into);
    }
    into.add(sampleOfAll(elements, flags));
    into.add(sampleOfAll(elements.slice(0, -1), flags));
  }
}

function sampleOfAll(elements: readonly AST.Element[], flags: string): string {
  return elements.map((element) => sampleOf(element, flags)).join('');
}

function sampleOf(element: AST.Element, flags: string): string {
  switch (element.type) {
    case 'Quantifier':
      return sampleOf(element.element, flags).repeat(Math.min(Math.max(element.min, 1), 40));
    case 'Group':
    case 'CapturingGroup':
      return sampleOfAll(element.alternatives[0]?.elements ?? [], flags);
    case 'Assertion':
    case 'Backreference':
      return '';
    case 'Character':
      return String.fromCodePoint(element.value);
    default: {
      const pattern = new RegExp(`^${element.raw}$`, flags.replace(/[gy]/g, ''));
      return [...CHARACTERS, ...ASCII].find((it) => pattern.test(it)) ?? '';
    }
  }
}

import type { Node } from '../javascript/node.ts';
import { type Context, make } from './context.ts';
import type { Raw } from './raw.ts';

const OPENING = /^([A-Za-z]{0,3})("""|'''|"|')/;
const ESCAPE =
  /\\(?:\r?\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|N\{[^}\n]{0,80}\}|([\s\S]))/g;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** What escapes stand for; those that Python does not know stay as they are. */
export function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    ESCAPE,
    (whole, hex?: string, four?: string, eight?: string, octal?: string, short?: string) => {
      const digits = hex ?? four ?? eight;
      const code = digits ? Number.parseInt(digits, 16) : octal ? Number.parseInt(octal, 8) : -1;
      if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      if (short === undefined) return whole.startsWith('\\N') ? '*' : '';
      return SHORT.get(short) ?? whole;
    },
  );
}

type Lower = (raw: Raw, context: Context) => Node;

/** A string; with values put into it, a template. */
export function lowerString(raw: Raw, context: Context, lower: Lower): Node {
  const whole = context.text.slice(raw.start, raw.end);
  const [opening = '', prefix = '', quote = ''] = OPENING.exec(whole) ?? [];
  const plain = /r/i.test(prefix) ? (text: string) => text : unescapeText;
  const end = whole.endsWith(quote) ? whole.length - quote.length : whole.length;
  if (!/[ft]/i.test(prefix))
    return make('Literal', raw, { value: plain(whole.slice(opening.length, end)) });
  const quasis: Node[] = [];
  const expressions: Node[] = [];
  let at = raw.start + opening.length;
  const piece = (until: number) => {
    const cooked = plain(context.text.slice(at, until).replaceAll('{{', '{').replaceAll('}}', '}'));
    quasis.push(make('TemplateElement', { start: at, end: until }, { value: { cooked } }));
  };
  for (const part of raw.kids) {
    if (part.type !== 'interpolation') continue;
    piece(part.start);
    at = part.end;
    const [inner] = part.kids;
    expressions.push(inner ? lower(inner, context) : make('EmptyStatement', part));
  }
  piece(raw.start + end);
  return make('TemplateLiteral', raw, { quasis, expressions });
}

/** `'a' 'b' f'{c}'`: a sum. */
export function lowerStrings(raw: Raw, context: Context, lower: Lower): Node {
  const parts = raw.kids.map((part) => lowerString(part, context, lower));
  if (parts.every(({ type }) => type === 'Literal'))
    return make('Literal', raw, { value: parts.map(({ value }) => String(value)).join('') });
  const quasis = parts.flatMap((part) => {
    const empty = make('TemplateElement', part, { value: { cooked: '' } });
    return part === parts.at(-1) ? [empty, empty] : [empty];
  });
  return make('TemplateLiteral', raw, { quasis, expressions: parts });
}

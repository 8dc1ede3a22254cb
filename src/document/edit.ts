import { CLOSE_BRACE, COMMA, isSpace } from './characters.ts';
import { isLineBreak } from './lines.ts';
import type { Node } from './nodes.ts';
import { readNodes } from './nodes.ts';
import { type JsonValue, MAX_DEPTH, parseDocument, type Span } from './parse.ts';
import { isPrefix, type Route } from './route.ts';
import { endOfComment } from './scan.ts';
import { type Splice, splicePieces, spliceText, toSplices, wholeText } from './splice.ts';
import { lineStartBefore, type Quote, quoteOf, writeKey, writeValue } from './style.ts';
import { sameValue, withValue } from './wanted.ts';

/** A value to be written at a route. What is missing of the route below its last object is added. */
export interface Edit {
  readonly route: Route;
  readonly value: JsonValue;
  /** A key of the same object that a new member is put behind; the last one when left out. */
  readonly after?: string;
}

export type Edited =
  | { readonly ok: true; readonly text: string; readonly splices: readonly Splice[] }
  | {
      readonly ok: false;
      /**
       * unsure: not JSON5, or two readers of it disagree. duplicate_key: a key on the route is written
       * twice. no_place: the route leads through something that is no object. unexpected: the new text
       * would not mean what was wanted.
       */
      readonly reason: 'unsure' | 'duplicate_key' | 'no_place' | 'unexpected';
      readonly route: Route;
      readonly places: readonly Span[];
    };

type Refusal = Extract<Edited, { ok: false }>;

/**
 * Writes values into a JSON5 text and leaves every other character as it is: comments, line breaks,
 * quotes, order. The result is read again; one that does not mean what was wanted is refused.
 */
export function editDocument(text: string, edits: readonly Edit[]): Edited {
  let current = text;
  let pieces = wholeText(text);
  for (const edit of edits) {
    const made = editOnce(current, edit);
    if (!made.ok) return made;
    current = made.text;
    pieces = splicePieces(pieces, made.splices);
  }
  return { ok: true, text: current, splices: toSplices(pieces, text.length) };
}

function editOnce(text: string, edit: Edit): Edited {
  const refuse = (reason: Refusal['reason'], places: readonly Span[] = []): Refusal => ({
    ok: false,
    reason,
    route: edit.route,
    places,
  });
  const document = parseDocument(text);
  const index = document.ok ? document.index() : undefined;
  const reading = readNodes(text, MAX_DEPTH);
  if (!document.ok || !index || !reading) return refuse('unsure');
  const doubled = index.duplicates.filter(({ route }) => isPrefix(route, edit.route));
  const [first] = doubled;
  if (first) return refuse('duplicate_key', [first.first, first.second]);
  const wanted = withValue(document.value, edit.route, edit.value);
  const splices = placeValue(text, reading.root, edit);
  if (splices === undefined || wanted === undefined) return refuse('no_place');
  const result = spliceText(text, splices);
  const again = parseDocument(result);
  if (!again.ok || !again.index() || !sameValue(again.value, wanted)) return refuse('unexpected');
  return { ok: true, text: result, splices };
}

function placeValue(text: string, root: Node, edit: Edit): readonly Splice[] | undefined {
  let node = root;
  for (const [depth, step] of edit.route.entries()) {
    const child = node.children.get(step);
    if (child) {
      node = child;
      continue;
    }
    if (node.kind !== 'object' || typeof step !== 'string') return undefined;
    const rest = edit.route.slice(depth + 1);
    if (rest.some((part) => typeof part === 'number')) return undefined;
    const value = rest.reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), edit.value);
    return insertMember(
      text,
      node,
      step,
      value,
      depth === edit.route.length - 1 ? edit.after : undefined,
    );
  }
  const old = text.slice(node.start, node.end);
  const quote = quoteOf(old) ?? quoteNear(text, node);
  return [{ start: node.start, end: node.end, text: writeValue(edit.value, quote) }];
}

/** The quotes that the key of a value, or something in its neighbourhood, is written in. */
function quoteNear(text: string, node: Node | undefined): Quote {
  for (let at = node; at; at = at.parent) {
    const key = at.keyStart >= 0 ? quoteOf(text.slice(at.keyStart, at.keyEnd)) : undefined;
    if (key) return key;
    for (const sibling of at.children.values()) {
      const own =
        sibling.kind === 'scalar' ? quoteOf(text.slice(sibling.start, sibling.end)) : undefined;
      if (own) return own;
    }
  }
  return '"';
}

function insertMember(
  text: string,
  object: Node,
  key: string,
  value: JsonValue,
  after: string | undefined,
): readonly Splice[] {
  const members = [...object.children.values()].sort((a, b) => a.start - b.start);
  const named = after === undefined ? undefined : object.children.get(after);
  const neighbour = named ?? members.at(-1);
  const quote = quoteNear(text, neighbour ?? object);
  const keyLike = neighbour && text.slice(neighbour.keyStart, neighbour.keyEnd);
  const member = `${writeKey(key, keyLike, quote)}: ${writeValue(value, quote)}`;
  const at = object.start + 1;
  if (!neighbour) return [{ start: at, end: at, text: member }];
  const ownLine = lineStartBefore(text, neighbour.keyStart);
  const separator = ownLine ?? ' ';
  // Without a line of its own the member must not land behind a comment that ends with the line.
  const placeFrom = (offset: number) => (ownLine === undefined ? offset : endOfLine(text, offset));
  const comma = commaAfter(text, neighbour.end);
  if (comma === undefined) {
    const place = placeFrom(neighbour.end);
    if (place === neighbour.end)
      return [{ start: place, end: place, text: `,${separator}${member}` }];
    return [
      { start: neighbour.end, end: neighbour.end, text: ',' },
      { start: place, end: place, text: separator + member },
    ];
  }
  const place = placeFrom(comma + 1);
  return [{ start: place, end: place, text: `${separator}${member},` }];
}

function skipGap(text: string, start: number): number {
  for (let at = start; ; ) {
    const code = text.charCodeAt(at);
    if (code === 32 || isSpace(code)) at++;
    else {
      const end = text[at] === '/' ? endOfComment(text, at) : at;
      if (end === at) return at;
      at = end;
    }
  }
}

function commaAfter(text: string, end: number): number | undefined {
  const at = skipGap(text, end);
  return text.charCodeAt(at) === COMMA ? at : undefined;
}

/** Behind the comments that share the line with what ends here; here when more than that follows. */
function endOfLine(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) return at;
    const end = text[at] === '/' ? endOfComment(text, at) : at;
    // A closing brace or the next member stands on this line too, or a comment leaves it.
    if (end === at || code === CLOSE_BRACE || hasLineBreak(text, at, end)) return start;
    at = end;
  }
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLineBreak(text.charCodeAt(at))) return true;
  return false;
}

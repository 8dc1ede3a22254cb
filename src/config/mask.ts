import { isLineBreak } from '../document/lines.ts';
import type { Range, Route, SpanIndex } from '../document/parse.ts';
import { hidesNumbers, type Redactor } from './redact.ts';
import { type Context, contextOf, descend, isSecretText } from './redact-policy.ts';

interface Edit extends Range {
  readonly fill: string;
}

/** Same length; line breaks and the backslashes that continue a line stay. */
function fillWith(text: string, fill: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const continues = text[at] === '\\' && isLineBreak(text.charCodeAt(at + 1));
    result += continues || isLineBreak(text.charCodeAt(at)) ? text[at] : fill;
  }
  return result;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, fill } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + fillWith(text.slice(start, end), fill);
    from = end;
  }
  return result + text.slice(from);
}

const isQuoted = (raw: string) => raw.startsWith('"') || raw.startsWith("'");
const inside = ({ start, end }: Range): Range => ({ start: start + 1, end: end - 1 });
/** A name of a variable is no secret, and showing it tells where the secret is. */
const isReference = (value: string) =>
  /^\$\{[A-Z_][A-Z0-9_]*\}$/.test(value) && !isSecretText(value);

/** The text of a config file with secrets and comments blanked out; still JSON5, every offset holds. */
export function maskText(
  text: string,
  comments: readonly Range[],
  index: SpanIndex,
  /** Routes of the merged config under which this file's root is included. */
  mounts: readonly Route[],
  redactor: Redactor,
): string | undefined {
  const edits: Edit[] = comments.map((comment) => ({ ...comment, fill: ' ' }));
  for (const { key, span } of index.keys) {
    if (redactor.key(key) === key) continue;
    const quoted = isQuoted(text.slice(span.start, span.end));
    edits.push({ ...(quoted ? inside(span) : span), fill: '_' });
  }
  const bases = mounts.map(contextOf);
  let before: { readonly route: Route; readonly value: unknown } | undefined;
  for (const { route, span, value } of index.leaves) {
    const previous = followsInArray(before?.route, route) ? before?.value : undefined;
    before = { route, value };
    for (const base of bases) {
      const context = route.reduce(descend, base);
      edits.push(...leafEdits(text, span, value, context, previous, redactor));
    }
  }
  const masked = applyEdits(text, joinEdits(edits));
  return redactor.leaks(masked) ? undefined : masked;
}

function followsInArray(before: Route | undefined, route: Route): boolean {
  const [last, step] = [before?.at(-1), route.at(-1)];
  return (
    typeof last === 'number' &&
    step === last + 1 &&
    before?.length === route.length &&
    route.slice(0, -1).every((part, index) => before[index] === part)
  );
}

function leafEdits(
  text: string,
  span: Range,
  value: unknown,
  context: Context,
  previous: unknown,
  redactor: Redactor,
): readonly Edit[] {
  if (typeof value === 'number') return hidesNumbers(context) ? [{ ...span, fill: '1' }] : [];
  if (typeof value !== 'string' || isReference(value)) return [];
  const flag = typeof previous === 'string' ? previous : undefined;
  const hidden = redactor.hidden(context, value, flag);
  const content = inside(span);
  // With escapes in it, offsets into the value say nothing about the text.
  const plain = text.slice(content.start, content.end) === value;
  if (hidden === 'all' || (hidden.length > 0 && !plain)) return [{ ...content, fill: '*' }];
  return hidden.map(({ start, end }) => ({
    start: content.start + start,
    end: content.start + end,
    fill: '*',
  }));
}

/** Several mounts of one file may hide overlapping parts. */
function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && last.fill === edit.fill && edit.start < last.end) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, edit.end) };
    } else joined.push(edit);
  }
  return joined;
}

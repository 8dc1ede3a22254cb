import { endsInColon, kindOf } from './line-kind.ts';

/** A stretch of a text by its offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A run of lines of prose. */
export interface Paragraph extends Stretch {
  /** The headings and the line above it: what it is about. */
  readonly under: string;
  /** Whether it is a row of a table. */
  readonly table: boolean;
}

interface Fence extends Stretch {
  /** Lower case, as written after the backticks; empty when nothing is. */
  readonly language: string;
  readonly under: string;
}

export interface Blocks {
  /** Between the lines of dashes on top. */
  readonly head: Stretch | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly fences: readonly Fence[];
  readonly comments: readonly Stretch[];
}

const MAX_PARAGRAPH = 4000;
const MAX_BLOCKS = 20_000;
/** What a line is decided by lies within so many characters. */
const MAX_LINE = 400;
const MAX_UNDER = 600;
const FENCE =
  /^(?:[ \t]{0,12}|[ \t]{0,4}(?:>[ \t]?){1,4}|[ \t]{0,8}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4})(`{3,20}|~{3,20})[ \t]*([\w+#.-]{0,30})/;
const HEADING = /^[ \t>]{0,8}(#{1,6})[ \t]+(.{0,200})/;

/** Splits Markdown line by line; linear, and never more than `MAX_BLOCKS` blocks. */
export function blocksOf(text: string): Blocks {
  const paragraphs: Paragraph[] = [];
  const fences: Fence[] = [];
  const head = headOf(text);
  const headings: string[] = [];
  let titles = '\n';
  /** The stretch in front, as far as it could announce what follows. */
  let previousStart = 0;
  let previousEnd = 0;
  let open: { mark: string; language: string; start: number } | undefined;
  let start = -1;
  const under = () =>
    endsInColon(text, previousStart, previousEnd)
      ? `${titles}${text.slice(previousStart, previousEnd)}`.slice(-MAX_UNDER)
      : titles;
  const flush = (end: number) => {
    if (start < 0) return;
    if (paragraphs.length < MAX_BLOCKS)
      paragraphs.push({ start, end, under: under(), table: false });
    previousStart = Math.max(start, end - 300);
    previousEnd = end;
    start = -1;
  };
  for (let at = head ? head.end : 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const stop = Math.min(end, at + MAX_LINE);
    const kind = kindOf(text, at, stop);
    const fence = kind === 'fence' ? FENCE.exec(text.slice(at, stop)) : null;
    if (open) {
      if (fence?.[1]?.startsWith(open.mark) && fence[2] === '') {
        fences.push({ start: open.start, end: at, language: open.language, under: under() });
        open = undefined;
      }
    } else if (fence?.[1] && fences.length < MAX_BLOCKS) {
      flush(at);
      open = {
        mark: fence[1],
        language: (fence[2] ?? '').toLowerCase(),
        start: Math.min(end + 1, text.length),
      };
    } else {
      const heading = kind === 'heading' ? HEADING.exec(text.slice(at, stop)) : null;
      if (heading) {
        flush(at);
        const level = heading[1]?.length ?? 1;
        headings.length = Math.min(headings.length, level - 1);
        while (headings.length < level - 1) headings.push('');
        headings.push(heading[2] ?? '');
        titles = `${headings.slice(1).join(' / ')}\n`.slice(-MAX_UNDER);
        previousEnd = previousStart;
        start = at;
        flush(end);
      } else if (kind === 'blank') flush(at);
      else if (kind === 'row') {
        flush(at);
        if (paragraphs.length < MAX_BLOCKS)
          paragraphs.push({ start: at, end, under: under(), table: true });
      } else {
        if (start >= 0 && at - start > MAX_PARAGRAPH) flush(at);
        if (start < 0) start = at;
      }
    }
    at = end + 1;
  }
  if (open)
    fences.push({ start: open.start, end: text.length, language: open.language, under: under() });
  else flush(text.length);
  return { head, paragraphs, fences, comments: commentsOf(text) };
}

function headOf(text: string): Stretch | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text.slice(0, 200));
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /^---[ \t]*$/m.exec(text.slice(start, start + 64 * 1024));
  return closing ? { start, end: start + closing.index } : undefined;
}

function commentsOf(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf('<!--'); at >= 0 && found.length < 500; ) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) break;
    found.push({ start: at + 4, end });
    at = text.indexOf('<!--', end + 3);
  }
  return found;
}

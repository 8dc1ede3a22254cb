import { type Splice, spliceText } from '../../document/splice.ts';
import { decodeExactly } from '../../fix/bytes.ts';
import type { FileEdit } from '../../fix/settings.ts';
import { shorten, visible } from '../../text/visible.ts';

const CONTEXT = 3;
const MAX_LINE = 200;

/** A line of a text: offsets with and without its end. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Lines that change together. */
interface Cluster {
  readonly first: number;
  readonly last: number;
  readonly splices: readonly Splice[];
}

/** The diff of a file that is edited, on its text with secrets and comments blanked out. */
export function editDiff({ path, before, splices }: FileEdit, masked: string | undefined) {
  // Another text than the one that was audited has its secrets elsewhere.
  if (masked?.length !== decodeExactly(before)?.length) return [];
  return unifiedDiff(path, masked ?? '', splices);
}

/** The changes of a text as a unified diff, made safe to print; empty when nothing changes. */
function unifiedDiff(path: string, text: string, splices: readonly Splice[]): readonly string[] {
  const lines = linesOf(text);
  const clusters = cluster(lines, splices);
  const name = visible(path);
  const hunks = group(clusters);
  let shift = 0;
  const body = hunks.flatMap((hunk) => {
    const first = Math.max(0, (hunk[0]?.first ?? 0) - CONTEXT);
    const last = Math.min(lines.length - 1, (hunk.at(-1)?.last ?? 0) + CONTEXT);
    const shown = showHunk(text, lines, hunk, first, last);
    const removed = shown.filter((line) => !line.startsWith('+')).length;
    const added = shown.filter((line) => !line.startsWith('-')).length;
    const head = `@@ -${first + 1},${removed} +${first + 1 + shift},${added} @@`;
    shift += added - removed;
    return [head, ...shown];
  });
  return body.length === 0 ? [] : [`--- ${name}`, `+++ ${name}`, ...body];
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r]/g)) {
    lines.push({ start, end: index, next: index + end.length });
    start = index + end.length;
  }
  if (start < text.length || lines.length === 0)
    lines.push({ start, end: text.length, next: text.length });
  return lines;
}

function cluster(lines: readonly Line[], splices: readonly Splice[]): readonly Cluster[] {
  const lineOf = (offset: number) =>
    Math.max(
      0,
      lines.findIndex(({ end }) => offset <= end),
    );
  const clusters: Cluster[] = [];
  for (const splice of splices) {
    const [first, last] = [lineOf(splice.start), lineOf(splice.end)];
    const open = clusters.at(-1);
    if (open && first <= open.last + 1)
      clusters[clusters.length - 1] = {
        first: open.first,
        last: Math.max(last, open.last),
        splices: [...open.splices, splice],
      };
    else clusters.push({ first, last, splices: [splice] });
  }
  return clusters;
}

/** Clusters whose context would touch share a hunk. */
function group(clusters: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const hunks: Cluster[][] = [];
  for (const one of clusters) {
    const open = hunks.at(-1);
    const before = open?.at(-1);
    if (open && before && one.first - before.last <= 2 * CONTEXT) open.push(one);
    else hunks.push([one]);
  }
  return hunks;
}

function showHunk(
  text: string,
  lines: readonly Line[],
  hunk: readonly Cluster[],
  first: number,
  last: number,
): readonly string[] {
  const shown: string[] = [];
  const old = (from: number, to: number) =>
    lines.slice(from, to + 1).map(({ start, end }) => text.slice(start, end));
  let at = first;
  for (const { first: from, last: to, splices } of hunk) {
    shown.push(...old(at, from - 1).map((line) => mark(' ', line)));
    const start = lines[from]?.start ?? 0;
    const end = lines[to]?.end ?? start;
    const shifted = splices.map((s) => ({ ...s, start: s.start - start, end: s.end - start }));
    const fresh = spliceText(text.slice(start, end), shifted).split(/\r\n|[\n\r]/);
    shown.push(...compare(old(from, to), fresh));
    at = to + 1;
  }
  shown.push(...old(at, last).map((line) => mark(' ', line)));
  return shown;
}

/** Old and new lines; what they begin and end with alike is shown once. */
function compare(before: readonly string[], after: readonly string[]): readonly string[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [
    ...before.slice(0, head).map((line) => mark(' ', line)),
    ...before.slice(head, before.length - tail).map((line) => mark('-', line)),
    ...after.slice(head, after.length - tail).map((line) => mark('+', line)),
    ...before.slice(before.length - tail).map((line) => mark(' ', line)),
  ];
}

const mark = (sign: string, line: string) =>
  sign + visible(shorten(line.replaceAll('\t', '  ').trimEnd(), MAX_LINE));

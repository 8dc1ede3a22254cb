import type { Confidence, ScanFinding, Severity, Spot } from '../finding.ts';
import { isShared } from '../knowledge/openclaw-hosts.ts';
import { lockedArchive } from '../rules/text/locked-archive.ts';
import { pasteInstall } from '../rules/text/paste-install.ts';
import { requiredDownload } from '../rules/text/required-download.ts';
import { evidenceAt } from '../snippet.ts';
import type { Stretch } from './blocks.ts';
import {
  type LineSigns,
  type Link,
  type LinkKind,
  linksOf,
  PASSWORD_WORD,
  signsOf,
} from './lure-signs.ts';
import { showsLure } from './quoted.ts';

/** How many lines may lie between the parts of a lure. */
const NEAR = 10;
const MAX_LINE = 2000;
const MAX_LINES = 50_000;
const MAX_FOUND = 40;

/** A stretch of prose, or of a block without a language, and the headings above it. */
export interface Region extends Stretch {
  readonly under: string;
}

interface Line {
  readonly text: string;
  readonly at: number;
  readonly number: number;
  readonly under: string;
}

/** "Install this first": the parts of it are looked for in lines that are near each other. */
export function luresIn(
  text: string,
  regions: readonly Region[],
  place: (at: number) => Spot,
): readonly ScanFinding[] {
  const password = PASSWORD_WORD.test(text);
  if (!password && !/https?:\/\//i.test(text)) return [];
  const lines = linesOf(text, regions, place);
  const known = new Map<Line, LineSigns>();
  const signs = (line: Line) => {
    const seen = known.get(line) ?? signsOf(line.text);
    known.set(line, seen);
    return seen;
  };
  const near = (index: number, distance: number, is: (signs: LineSigns) => boolean) =>
    around(lines, index, distance).find((line) => is(signs(line)));
  const found: ScanFinding[] = [];
  const add = (finding: ScanFinding) => {
    if (found.length < MAX_FOUND) found.push(finding);
  };
  const links = lines.map(({ text: it }) => (it.includes('://') ? linksOf(it) : []));
  for (const [index, line] of lines.entries()) {
    const offered = links[index] ?? [];
    const asks = password && PASSWORD_WORD.test(line.text) && signs(line).password;
    if ((offered.length === 0 && !asks) || showsLure(line.text, line.under)) continue;
    const evidence = (at = 0) =>
      evidenceAt(place(line.at + at), () => line.text.slice(at ? Math.max(0, at - 60) : 0));
    if (asks && near(index, NEAR, (it) => it.run) && near(index, 2, (it) => it.archive)) {
      const address = fetchedNear(lines, links, index, signs);
      if (address !== undefined) add(lockedArchive.found('download', { address }, evidence()));
      else if (signs(line).archive)
        add(lockedArchive.found('archive', {}, evidence(), weigh('warn', 'likely')));
    }
    for (const link of offered) {
      const finding = judgeLink(link, index, near, evidence(link.at));
      if (finding) add(finding);
    }
  }
  return found;
}

type Near = (index: number, distance: number, is: (signs: LineSigns) => boolean) => unknown;
type Evidence = Spot & { readonly snippet: string };

function judgeLink(
  { address, host, kinds }: Link,
  index: number,
  near: Near,
  evidence: Evidence,
): ScanFinding | undefined {
  const here = (is: (signs: LineSigns) => boolean) => near(index, 0, is) !== undefined;
  const close = (is: (signs: LineSigns) => boolean) => near(index, 3, is) !== undefined;
  const demanded = close((it) => it.pressure);
  const program = (severity: Severity, confidence: Confidence) =>
    requiredDownload.found('program', { address }, evidence, weigh(severity, confidence));
  if (kinds.has('paste') && !kinds.has('program')) {
    if (here((it) => it.command) || (close((it) => it.command) && demanded))
      return pasteInstall.found('paste', { address }, evidence);
  }
  if (kinds.has('look-alike') && near(index, 1, (it) => it.get)) {
    if (!demanded && isShared(host)) return undefined;
    const weight = demanded ? {} : weigh('warn', 'likely');
    return requiredDownload.found('look-alike', { address }, evidence, weight);
  }
  const offered = near(index, 1, (it) => it.get) !== undefined;
  const forSkill = near(index, 3, (it) => it.forSkill && it.pressure) !== undefined;
  if (kinds.has('short') || kinds.has('bare') || kinds.has('share')) {
    if (demanded && offered && (forSkill || kinds.has('program')))
      return program('critical', 'likely');
    return demanded && here((it) => it.get) ? program('warn', 'likely') : undefined;
  }
  if (kinds.has('free') && forSkill && here((it) => it.get))
    return program(near(index, 2, (it) => it.system) ? 'critical' : 'warn', 'likely');
  if ((kinds.has('free') || kinds.has('stranger')) && forSkill && here((it) => it.get))
    return program('warn', 'likely');
  if (kinds.has('program') && near(index, 6, (it) => it.pressure) && close((it) => it.run))
    return program('warn', kinds.has('stranger') ? 'likely' : 'possible');
  return undefined;
}

/** What leads to a file rather than to a page. */
const FILES: readonly LinkKind[] = ['program', 'share', 'short', 'bare', 'look-alike', 'paste'];

/** What is fetched near a password: an archive, a file of somebody, or whatever is to be had. */
function fetchedNear(
  lines: readonly Line[],
  links: readonly (readonly Link[])[],
  index: number,
  signs: (line: Line) => LineSigns,
): string | undefined {
  let whatever: string | undefined;
  for (const other of indexesAround(lines, index, NEAR)) {
    const line = lines[other];
    for (const { address, kinds } of links[other] ?? []) {
      if (FILES.some((kind) => kinds.has(kind))) return address;
      if (whatever === undefined && kinds.size > 0 && line && signs(line).get) whatever = address;
    }
  }
  return whatever;
}

function linesOf(
  text: string,
  regions: readonly Region[],
  place: (at: number) => Spot,
): readonly Line[] {
  const lines: Line[] = [];
  for (const { start, end, under } of [...regions].sort((a, b) => a.start - b.start)) {
    let { line: number } = place(start);
    for (let at = start; at < end && lines.length < MAX_LINES; number++) {
      const newline = text.indexOf('\n', at);
      const stop = newline < 0 || newline > end ? end : newline;
      for (let from = at; from < stop; from += MAX_LINE)
        lines.push({
          text: text.slice(from, Math.min(stop, from + MAX_LINE)),
          at: from,
          number,
          under,
        });
      at = stop + 1;
    }
  }
  return lines;
}

/** Numbers of the lines at most so far away, the nearest first. */
function indexesAround(lines: readonly Line[], index: number, distance: number): number[] {
  const number = lines[index]?.number ?? 0;
  const found = [index];
  for (let step = 1; step <= distance * 2; step++) {
    for (const other of [index - step, index + step]) {
      const line = lines[other];
      if (line && Math.abs(line.number - number) <= distance) found.push(other);
    }
  }
  return found;
}

function around(lines: readonly Line[], index: number, distance: number): readonly Line[] {
  return indexesAround(lines, index, distance).flatMap((it) => lines[it] ?? []);
}

function weigh(severity: Severity, confidence: Confidence) {
  return { severity, confidence };
}

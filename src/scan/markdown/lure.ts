import type { Confidence, ScanFinding, Severity, Spot } from '../finding.ts';
import { isNamedAsProgram, isShared } from '../knowledge/openclaw-hosts.ts';
import { spotsIn, watch } from '../prefilter/spots.ts';
import type { Evidence } from '../rule.ts';
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

const SPEAKS_OF_PASSWORD = watch(PASSWORD_WORD);
const HAS_LINK = watch(/:\/\//);

/** A stretch of prose, or of a block without a language, and the headings above it. */
export interface Region extends Stretch {
  readonly under: string;
}

interface Line {
  /** Offsets of its start and end. */
  readonly at: number;
  readonly end: number;
  /** Whether it goes on from the one before. */
  readonly goesOn: boolean;
  readonly number: number;
  readonly under: string;
}

/** "Install this first": the parts of it are looked for in lines that are near each other. */
export function luresIn(
  text: string,
  regions: readonly Region[],
  place: (at: number) => Spot,
): readonly ScanFinding[] {
  const spots = spotsIn(text);
  if (!spots.mayMatch(SPEAKS_OF_PASSWORD) && !spots.mayMatch(HAS_LINK)) return [];
  const lines = linesOf(text, regions, place);
  const textOf = ({ at, end }: Line) => text.slice(at, end);
  const signs = remembered((line: Line) => signsOf(textOf(line)));
  const links = remembered((line: Line) =>
    spots.next(HAS_LINK, line.at) < line.end ? linksOf(textOf(line)) : [],
  );
  const asksPassword = (line: Line) =>
    (line.goesOn || spots.next(SPEAKS_OF_PASSWORD, line.at) < line.end) &&
    PASSWORD_WORD.test(textOf(line)) &&
    signs(line).password();
  const found: ScanFinding[] = [];
  const add = (finding: ScanFinding) => {
    if (found.length < MAX_FOUND) found.push(finding);
  };
  for (const [index, line] of lines.entries()) {
    const near: Near = (distance, is) => someAround(lines, index, distance, (it) => is(signs(it)));
    const offered = links(line);
    const asks =
      asksPassword(line) && near(2, (it) => it.archive()) && near(NEAR, (it) => it.run());
    if (offered.length === 0 && !asks) continue;
    const evidence = (at = 0) =>
      evidenceAt(place(line.at + at), () => textOf(line).slice(at ? Math.max(0, at - 60) : 0));
    const judged: ScanFinding[] = [];
    if (asks) {
      const address = fetchedNear(lines, links, index, signs);
      if (address !== undefined)
        judged.push(lockedArchive.found('download', { address }, evidence()));
      else if (signs(line).archive())
        judged.push(lockedArchive.found('archive', {}, evidence(), weigh('warn', 'likely')));
    }
    const isAlone = offered.length === 1 && ALONE.test(textOf(line));
    for (const link of offered)
      judged.push(...judgeLink(link, isAlone, near, () => evidence(link.at)));
    if (judged.length > 0 && !showsLure(textOf(line), line.under)) judged.forEach(add);
  }
  return found;
}

/** Whether one of the lines at most so far away, this one included, says something. */
type Near = (distance: number, is: (signs: LineSigns) => boolean) => boolean;

/** A line that is an address and nothing else, marked up or not. */
const ALONE = /^[\s>*_<([-]{0,20}https?:\/\/[^\s<>)\]]{1,500}[\s*_>)\]/]{0,20}$/i;

function judgeLink(
  { address, host, kinds }: Link,
  isAlone: boolean,
  near: Near,
  evidence: () => Evidence,
): readonly ScanFinding[] {
  const demanded = () => near(3, (it) => it.pressure());
  const got = (distance: number) => near(distance, (it) => it.get());
  const forSkill = () => near(3, (it) => it.forSkill() && it.pressure());
  const program = (severity: Severity, confidence: Confidence) => [
    requiredDownload.found('program', { address }, evidence(), weigh(severity, confidence)),
  ];
  if (kinds.has('paste') && !kinds.has('program')) {
    const command = (distance: number) => near(distance, (it) => it.command());
    if (command(0) || (command(3) && demanded()))
      return [pasteInstall.found('paste', { address }, evidence())];
  }
  if (kinds.has('look-alike') && got(1)) {
    const isDemanded = demanded();
    if (!isDemanded && isShared(host) && !isNamedAsProgram(host)) return [];
    const weight = isDemanded ? {} : weigh('warn', 'likely');
    return [requiredDownload.found('look-alike', { address }, evidence(), weight)];
  }
  if (isAlone && isNamedAsProgram(host))
    return [requiredDownload.found('alone', { address }, evidence(), weigh('warn', 'likely'))];
  if (kinds.has('short') || kinds.has('bare') || kinds.has('share')) {
    if (!got(1) || !demanded()) return [];
    if (kinds.has('program') || forSkill()) return program('critical', 'likely');
    return got(0) ? program('warn', 'likely') : [];
  }
  const isFree = kinds.has('free');
  if ((isFree || kinds.has('stranger')) && got(0) && forSkill())
    return program(isFree && near(2, (it) => it.system()) ? 'critical' : 'warn', 'likely');
  if (kinds.has('program') && near(6, (it) => it.pressure()) && near(3, (it) => it.run()))
    return program('warn', kinds.has('stranger') ? 'likely' : 'possible');
  return [];
}

/** What leads to a file rather than to a page. */
const FILES: readonly LinkKind[] = ['program', 'share', 'short', 'bare', 'look-alike', 'paste'];

/** What is fetched near a password: an archive, a file of somebody, or whatever is to be had. */
function fetchedNear(
  lines: readonly Line[],
  links: (line: Line) => readonly Link[],
  index: number,
  signs: (line: Line) => LineSigns,
): string | undefined {
  let whatever: string | undefined;
  for (const line of around(lines, index, NEAR))
    for (const { address, kinds } of links(line)) {
      if (FILES.some((kind) => kinds.has(kind))) return address;
      if (whatever === undefined && signs(line).get()) whatever = address;
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
          at: from,
          end: Math.min(stop, from + MAX_LINE),
          goesOn: from > at,
          number,
          under,
        });
      at = stop + 1;
    }
  }
  return lines;
}

/** The lines at most so far away, the nearest first. */
function around(lines: readonly Line[], index: number, distance: number): readonly Line[] {
  const number = lines[index]?.number ?? 0;
  const found: Line[] = [];
  const add = (line: Line | undefined) => {
    if (line && Math.abs(line.number - number) <= distance) found.push(line);
  };
  add(lines[index]);
  for (let step = 1; step <= distance * 2; step++) {
    add(lines[index - step]);
    add(lines[index + step]);
  }
  return found;
}

function someAround(
  lines: readonly Line[],
  index: number,
  distance: number,
  is: (line: Line) => boolean,
): boolean {
  const number = lines[index]?.number ?? 0;
  for (let other = index - distance * 2; other <= index + distance * 2; other++) {
    const line = lines[other];
    if (line && Math.abs(line.number - number) <= distance && is(line)) return true;
  }
  return false;
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function weigh(severity: Severity, confidence: Confidence) {
  return { severity, confidence };
}

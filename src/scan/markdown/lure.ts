import type { Confidence, ScanFinding, Severity, Spot } from '../finding.ts';
import { isNamedAsProgram, isShared } from '../knowledge/openclaw-hosts.ts';
import { nextOf, spotsIn, watch } from '../prefilter/spots.ts';
import type { Evidence } from '../rule.ts';
import { lockedArchive } from '../rules/text/locked-archive.ts';
import { pasteInstall } from '../rules/text/paste-install.ts';
import { requiredDownload } from '../rules/text/required-download.ts';
import { evidenceAt } from '../snippet.ts';
import { inOrder, type Lines, linesOf, mayBeLong, type Region } from './lure-lines.ts';
import {
  ARCHIVE,
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
/** How many between a password and what it opens. */
const NEAR_ARCHIVE = 2;
const MAX_FOUND = 40;

const SPEAKS_OF_PASSWORD = watch(PASSWORD_WORD);
const SPEAKS_OF_ARCHIVE = watch(ARCHIVE);
const HAS_LINK = watch(/:\/\//);

/** "Install this first": the parts of it are looked for in lines that are near each other. */
export function luresIn(
  text: string,
  prose: readonly Region[],
  blocks: readonly Region[],
  place: (at: number) => Spot,
): readonly ScanFinding[] {
  const spots = spotsIn(text);
  const hasLinks = spots.mayMatch(HAS_LINK);
  const speaks = spots.mayMatch(SPEAKS_OF_PASSWORD);
  if (!hasLinks && !speaks) return [];
  const regions = inOrder(prose, blocks);
  // Where a long line is cut words begin that the text does not have.
  const areLong = regions.some(mayBeLong);
  const mayAskFor = (speaks && spots.mayMatch(SPEAKS_OF_ARCHIVE)) || areLong;
  if (!hasLinks && !mayAskFor) return [];
  const lines = linesOf(text, regions, place);
  const signs = remembered((index) => signsOf(lines.text(index)));
  const nextLink = nextOf(spots, [HAS_LINK]);
  const nextPassword = nextOf(spots, mayAskFor ? [SPEAKS_OF_PASSWORD] : []);
  const nextArchive = nextOf(spots, [SPEAKS_OF_ARCHIVE]);
  const isNearArchive = (index: number) => {
    const { start, end } = lines.span(index, NEAR_ARCHIVE);
    return areLong || nextArchive(start) < end;
  };
  const links = remembered((index) =>
    spots.next(HAS_LINK, lines.start(index)) < lines.end(index) ? linksOf(lines.text(index)) : [],
  );
  const found: ScanFinding[] = [];
  const add = (finding: ScanFinding) => {
    if (found.length < MAX_FOUND) found.push(finding);
  };
  const judge = (index: number) => {
    const start = lines.start(index);
    const end = lines.end(index);
    const hasLink = nextLink(start) < end;
    // A word may go on across the border of two pieces.
    const mayAsk =
      mayAskFor && (nextPassword(start) < end || lines.goesOn(index)) && isNearArchive(index);
    if (!hasLink && !mayAsk) return;
    const near: Near = (distance, is) => lines.some(index, distance, (it) => is(signs(it)));
    const offered = hasLink ? links(index) : [];
    const asks =
      mayAsk &&
      PASSWORD_WORD.test(lines.text(index)) &&
      signs(index).password() &&
      near(NEAR_ARCHIVE, (it) => it.archive()) &&
      near(NEAR, (it) => it.run());
    if (offered.length === 0 && !asks) return;
    const evidence = (at = 0) =>
      evidenceAt(place(start + at), () => lines.text(index).slice(at ? Math.max(0, at - 60) : 0));
    const judged: ScanFinding[] = [];
    if (asks) {
      const address = fetchedNear(lines, links, index, signs);
      if (address !== undefined)
        judged.push(lockedArchive.found('download', { address }, evidence()));
      else if (signs(index).archive())
        judged.push(lockedArchive.found('archive', {}, evidence(), weigh('warn', 'likely')));
    }
    const isAlone = offered.length === 1 && ALONE.test(lines.text(index));
    for (const link of offered)
      judged.push(...judgeLink(link, isAlone, near, () => evidence(link.at)));
    if (judged.length > 0 && !showsLure(lines.text(index), lines.under(index))) judged.forEach(add);
  };
  const { runs } = lines;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    if (run && (run.long || nextLink(run.start) < run.end || nextPassword(run.start) < run.end))
      for (let index = run.first; index < run.last; index++) judge(index);
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
  lines: Lines,
  links: (line: number) => readonly Link[],
  index: number,
  signs: (line: number) => LineSigns,
): string | undefined {
  let whatever: string | undefined;
  for (const line of lines.around(index, NEAR))
    for (const { address, kinds } of links(line)) {
      if (FILES.some((kind) => kinds.has(kind))) return address;
      if (whatever === undefined && signs(line).get()) whatever = address;
    }
  return whatever;
}

function remembered<V>(make: (key: number) => V): (key: number) => V {
  const known = new Map<number, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function weigh(severity: Severity, confidence: Confidence) {
  return { severity, confidence };
}

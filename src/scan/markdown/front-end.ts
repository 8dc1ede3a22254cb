import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { isTestPath, TEST_FOLDER } from '../knowledge/test-paths.ts';
import { nextOf, spotsIn, watch } from '../prefilter/spots.ts';
import { requestsIn } from '../purpose/requests.ts';
import { COLLECTION_FACT, ORDER_FACT } from '../scan-item.ts';
import { positionsIn } from '../snippet.ts';
import type { Language } from '../source-file.ts';
import { blocksOf, type Paragraph, type Stretch } from './blocks.ts';
import { followedPages } from './followed-pages.ts';
import { prepareHeads, readHead } from './head.ts';
import { hiddenIn } from './hidden.ts';
import { acrossFences } from './joint-fences.ts';
import { luresIn } from './lure.ts';
import type { Region } from './lure-lines.ts';
import { doubtfulPackages } from './packages.ts';
import { isAboutAttacks, isCollection, isQuoted, isReport, showsAttack } from './quoted.ts';
import { commentSteering, phrasesFor, steeringIn } from './steering.ts';
import { strayUploads } from './stray-upload.ts';

const MAX_TEXT = 1_000_000;
const MAX_FENCES = 400;
const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...['', 'sh', 'bash', 'zsh', 'shell', 'console', 'terminal', 'shell-session', 'fish'].map(
    (it) => [it, 'shell'] as const,
  ),
  ...['powershell', 'ps1', 'pwsh', 'ps', 'cmd', 'bat', 'batch', 'dos'].map(
    (it) => [it, 'powershell'] as const,
  ),
  ...['python', 'py', 'python3'].map((it) => [it, 'python'] as const),
  ...['js', 'javascript', 'ts', 'typescript', 'mjs', 'jsx', 'tsx', 'node'].map(
    (it) => [it, 'javascript'] as const,
  ),
]);

/** Blocks that hold commands of whatever system. */
const MIXED: ReadonlySet<string> = new Set(['', 'console', 'terminal', 'shell']);
/** Blocks that hold words rather than code. */
const PLAIN: ReadonlySet<string> = new Set(['', 'text', 'txt', 'markdown', 'md']);

/** Markdown and SKILL.md: head, prose, comments, and code of every language in fences. */
export const markdownFrontEnd: FrontEnd = {
  languages: ['markdown'],
  prepare: prepareHeads,
  scan(file, context): Seen {
    const text = file.text.slice(0, MAX_TEXT);
    const findings: ScanFinding[] = [];
    const facts: Fact[] = [];
    const place = positionsIn(file.path, text);
    const blocks = blocksOf(text);
    const { head, paragraphs, fences, comments } = blocks;
    if (file.text.length > MAX_TEXT || fences.length > MAX_FENCES)
      facts.push(cut(file.path, file.text.length));
    // As many bytes as characters: nothing in it lies beyond ASCII but U+FFFD.
    const ascii = file.bytes.length === file.text.length;
    findings.push(...hiddenIn(text, ascii, place));
    const said = readHead(file.path, text, head, place);
    findings.push(...said.findings);
    facts.push(...said.facts);
    const { start, end } = head ?? { start: 0, end: 0 };
    const first: readonly Paragraph[] = head ? [{ start, end, under: '', table: false }] : [];
    const prose = first.concat(paragraphs);
    const regions: readonly Region[] = prose;
    const read = fences.length > MAX_FENCES ? fences.slice(0, MAX_FENCES) : fences;
    facts.push(...requestsIn(text, regions.concat(read), place));
    const phrases = phrasesFor(text);
    findings.push(...steeringIn(text, prose, phrases, place));
    for (const comment of comments.slice(0, 200).filter(rendered(text, fences)))
      findings.push(...commentSteering(text, comment, phrases, place));
    for (const fence of read) {
      const language = LANGUAGES.get(fence.language);
      const mixed = MIXED.has(fence.language);
      if (!language && !mixed) continue;
      const inner = text.slice(fence.start, fence.end);
      const shown = () =>
        isAboutAttacks(fence.under) ||
        (PLAIN.has(fence.language) && isReport(inner)) ||
        showsAttack(file.path, inner);
      if (language) {
        const seen = context.scanPart(file, new Block(language, inner, fence.start, place));
        findings.push(...inContext(seen.findings, shown));
        facts.push(...seen.facts);
      }
      if (mixed) {
        const seen = context.scanPart(file, new Block('powershell', inner, fence.start, place));
        findings.push(...inContext(seen.findings, shown));
      }
    }
    const commands = read.filter(({ language }) => LANGUAGES.get(language) === 'shell');
    const joint = (script: string, at: number) =>
      context.scanPart(file, new Block('shell', script, at, place));
    for (const [finding, fence] of acrossFences(text, commands, joint, place)) {
      const inner = text.slice(fence.start, fence.end);
      const shown = () => isAboutAttacks(fence.under) || showsAttack(file.path, inner);
      findings.push(...inContext([finding], shown));
    }
    findings.push(...inlineCode(text, prose, file, context, place));
    findings.push(...strayUploads(text, place), ...doubtfulPackages(text, place));
    const plain = fences.filter(({ language }) => PLAIN.has(language));
    findings.push(...luresIn(text, prose, plain, place));
    if (!ABOUT.test(file.path)) facts.push(...namedTests(text, place));
    if (isCollection(file.path, text))
      facts.push({ kind: COLLECTION_FACT, value: '', ...place(0) });
    else facts.push(...followedPages(text, place));
    return { findings, facts };
  },
};

/** A part that starts a line. A class: its getter is not made anew for each of thousands. */
class Block {
  readonly column = 1;
  readonly language: Language;
  readonly text: string;
  private readonly start: number;
  private readonly place: ReturnType<typeof positionsIn>;

  constructor(
    language: Language,
    text: string,
    start: number,
    place: ReturnType<typeof positionsIn>,
  ) {
    this.language = language;
    this.text = text;
    this.start = start;
    this.place = place;
  }

  /** Only where something is found it is asked which line this is. */
  get line(): number {
    return this.place(this.start).line;
  }
}

/** Comments that are left out of what is shown: in a block or between backticks they are shown. */
function rendered(text: string, fences: readonly Stretch[]): (comment: Stretch) => boolean {
  return ({ start }) =>
    text[start - 5] !== '`' && !fences.some((fence) => fence.start <= start && start < fence.end);
}

/** Pages for people who work on a skill. */
const ABOUT = /(?:^|\/)(?:readme|changelog|contributing|development)[^/]{0,40}$/i;
const FILE_OF_TESTS =
  /(?<![\w./-])(?:\.\/|\{baseDir\}\/)?((?:[\w.-]{1,60}\/){1,5}[\w.-]{1,60}\.(?:sh|py|[cm]?[jt]s|ps1|bat|md))\b/g;

const FILES = watch(FILE_OF_TESTS);
const IN_TESTS = watch(TEST_FOLDER);
const MAX_NAMED = 50;

/** Files among the tests that the text speaks of, and that an agent therefore comes to. */
function namedTests(text: string, place: ReturnType<typeof positionsIn>): readonly Fact[] {
  const spots = spotsIn(text);
  const facts: Fact[] = [];
  for (let at = spots.next(IN_TESTS, 0); at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const start = text.lastIndexOf('\n', at) + 1;
    at = spots.next(IN_TESTS, end);
    if (!spots.mayMatch(FILES, start, end)) continue;
    for (const { 1: value = '', index } of text.slice(start, end).matchAll(FILE_OF_TESTS)) {
      if (facts.length >= MAX_NAMED) return facts;
      if (isTestPath(value)) facts.push({ kind: ORDER_FACT, value, ...place(start + index) });
    }
  }
  return facts;
}

type Context = Parameters<FrontEnd['scan']>[1];
type File = Parameters<FrontEnd['scan']>[0];

const COMMAND =
  /`([^`\n]{0,1500}(?:curl|wget|base64|\/dev\/tcp|nc |eval|xattr|spctl|config set)[^`\n]{0,1500})`/g;
/** A download that is piped into a shell, in the middle of a sentence. */
const BARE_COMMAND =
  /(?<![`\w/-])(?:curl|wget)\s[^\n`]{3,400}\|\s{0,3}(?:sudo\s{1,3}(?:-\w\s)?)?(?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh\b(?![`\w])/g;

const PIPED = /\b(?:curl|wget)\s[^\n]{3,400}\|/;

const COMMANDS = watch(COMMAND);
const PIPES = watch(PIPED);

/** Commands between single backticks or in a sentence are run as well as those in fences. */
function inlineCode(
  text: string,
  prose: readonly Paragraph[],
  file: File,
  context: Context,
  place: ReturnType<typeof positionsIn>,
): readonly ScanFinding[] {
  const found: ScanFinding[] = [];
  const spots = spotsIn(text);
  if (!spots.mayMatch(COMMANDS) && !spots.mayMatch(PIPES)) return found;
  let count = 0;
  const next = nextOf(spots, [COMMANDS, PIPES]);
  for (let i = 0; i < prose.length; i++) {
    const paragraph = prose[i];
    if (!paragraph) break;
    const { start, end, under } = paragraph;
    const stop = Math.min(end, start + 8000);
    if (next(start) >= stop) continue;
    const marked = spots.mayMatch(COMMANDS, start, stop);
    const piped = spots.mayMatch(PIPES, start, stop);
    if (!marked && !piped) continue;
    const part = text.slice(start, stop);
    const commands = [
      ...(marked && part.includes('`') ? part.matchAll(COMMAND) : []),
      ...(piped && PIPED.test(part) ? part.matchAll(BARE_COMMAND) : []),
    ];
    for (const { 0: whole, 1: marked, index } of commands) {
      if (count++ > 200) return found;
      const { line, column } = place(start + index + (marked === undefined ? 0 : 1));
      const text = marked ?? whole;
      const seen = context.scanPart(file, { language: 'shell', text, line, column });
      const quoted = () => isQuoted(part, index, under) || showsAttack(file.path, text);
      found.push(...inContext(seen.findings, quoted));
    }
  }
  return found;
}

/** What is shown as an example of an attack is told, and decides nothing. */
function inContext(
  findings: readonly ScanFinding[],
  isQuoted: () => boolean,
): readonly ScanFinding[] {
  return findings.length > 0 && isQuoted() ? findings.map(asExample) : findings;
}

function asExample(finding: ScanFinding): ScanFinding {
  return { ...finding, severity: 'info', confidence: 'possible' };
}

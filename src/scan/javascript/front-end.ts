import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { analyse } from '../interpreter/analyse.ts';
import { moduleAt } from '../interpreter/module-at.ts';
import { resolveScript } from '../modules/resolve.ts';
import { moduleFact } from '../modules/traits.ts';
import { oncePer } from '../once-per.ts';
import { snippetOf } from '../snippet.ts';
import type { SourceFile } from '../source-file.ts';
import { unfollowed, unreadable } from '../unfollowed.ts';
import { javascriptLibrary } from './javascript-library.ts';
import { DANGEROUS, lexicalFindings } from './lexical.ts';
import { mayMatter, wordsIn } from './prefilter.ts';
import { scriptTraits } from './traits.ts';

/** Larger files are bundles; their trees would take hundreds of megabytes. */
const MAX_PARSED = 8_000_000;
const DECLARATIONS = /\.d\.[cm]?ts$/i;
const NAMED_TEST =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|fixtures|specs?)\/|[._-](?:test|spec)\.[cm]?[jt]sx?$/i;
const TEST_CALL =
  /\b(?:describe|it|test|suite|expect|assert)\s*[.(]|['"](?:vitest|node:test|node:assert|jest|mocha|chai|ava|tap)['"]/;

let parsers: (typeof import('./parse.ts') & typeof import('./parse-broken.ts')) | undefined;

/** JavaScript and TypeScript: a syntax tree, and data followed through it. */
export const javascriptFrontEnd: FrontEnd = {
  languages: ['javascript'],
  async prepare() {
    parsers = { ...(await import('./parse.ts')), ...(await import('./parse-broken.ts')) };
  },
  outlook: (file) => (DECLARATIONS.test(file.path) || isTest(file) ? [] : factsOf(file)),
  scan(file, context): Seen {
    const { path, text, bytes } = file;
    const isPart = bytes.length === 0;
    if (isTest(file)) return { findings: [], facts: [] };
    // As many bytes as characters: nothing in it lies beyond ASCII but U+FFFD.
    const ascii = bytes.length === text.length;
    const findings: ScanFinding[] = [...lexicalFindings(path, text, ascii)];
    // Declarations run nothing.
    if (DECLARATIONS.test(path)) return { findings, facts: [] };
    const words = wordsOf(file);
    const facts = context.unfollowed ? [] : factsOf(file);
    // What hangs is no honest file, whatever its words.
    const matters = context.unfollowed || mayMatter(text, words);
    if (!parsers || !(matters || context.links)) return { findings, facts };
    const note = (finding: ScanFinding) => {
      if (matters && !isPart) findings.push(finding);
    };
    const start = () => startOf(path, text);
    const unreadWhole = () => {
      return { findings, facts: matters ? [...facts, cut(path, text.length)] : facts };
    };
    if (text.length > MAX_PARSED) {
      // Bundles of this size hold every word there is.
      note(unfollowed('large', [], DANGEROUS, start()));
      return unreadWhole();
    }
    let program = context.unfollowed ? undefined : parsers.parse(path, text);
    if (!program && !context.unfollowed) {
      program = parsers.parseBroken(text);
      if (program) note(unfollowed('syntax', [text], DANGEROUS, start()));
    }
    if (!program) {
      note(unreadable(start()));
      // Who ended it lists the file.
      return context.unfollowed ? { findings, facts } : unreadWhole();
    }
    const { links } = context;
    const analysis = analyse(
      program,
      file,
      javascriptLibrary,
      (part) => context.scanPart(file, part).findings,
      moduleAt(path, links, resolveScript),
    );
    links?.keep(path, analysis.exports);
    findings.push(...analysis.findings);
    const seen = [...facts, ...analysis.facts];
    if (!analysis.complete) {
      if (!isPart) findings.push(unfollowed('large', [], DANGEROUS, start()));
      seen.push(cut(path, text.length));
    }
    return { findings, facts: seen };
  },
};

/** Tests hold what they test for; nothing loads them. */
function isTest({ path, text }: SourceFile): boolean {
  return NAMED_TEST.test(path) && TEST_CALL.test(text);
}

const wordsOf = oncePer((file: SourceFile) => wordsIn(file.text));
const factsOf = oncePer((file: SourceFile): readonly Fact[] => {
  const { path, text, bytes } = file;
  if (bytes.length === 0 || text.length > MAX_PARSED) return [];
  const fact = moduleFact(path, scriptTraits(text, wordsOf(file)));
  return fact ? [fact] : [];
});

function startOf(path: string, text: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(text.slice(0, 300)) };
}

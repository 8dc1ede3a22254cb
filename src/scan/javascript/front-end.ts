import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { analyse } from '../interpreter/analyse.ts';
import { followScripts, type Tools } from '../interpreter/follow-scripts.ts';
import { resolveScript } from '../modules/resolve.ts';
import { moduleFact } from '../modules/traits.ts';
import { unparseableCode } from '../rules/code/unparseable-code.ts';
import { snippetOf } from '../snippet.ts';
import { javascriptLibrary } from './javascript-library.ts';
import { dangerousWords, lexicalFindings } from './lexical.ts';
import { mayMatter, type Words, wordsIn } from './prefilter.ts';
import { scriptTraits } from './traits.ts';

/** Larger files are bundles; their trees would take hundreds of megabytes. */
const MAX_PARSED = 8_000_000;
const DECLARATIONS = /\.d\.[cm]?ts$/i;
const NAMED_TEST =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|fixtures|specs?)\/|[._-](?:test|spec)\.[cm]?[jt]sx?$/i;
const TEST_CALL =
  /\b(?:describe|it|test|suite|expect|assert)\s*[.(]|['"](?:vitest|node:test|node:assert|jest|mocha|chai|ava|tap)['"]/;

let parse: Tools['parse'] | undefined;

/** JavaScript and TypeScript: a syntax tree, and data followed through it. */
export const javascriptFrontEnd: FrontEnd = {
  languages: ['javascript'],
  async prepare() {
    parse = (await import('./parse.ts')).parse;
  },
  scan(file, context): Seen {
    const { path, text, bytes } = file;
    const isPart = bytes.length === 0;
    // Tests hold what they test for; nothing loads them.
    if (NAMED_TEST.test(path) && TEST_CALL.test(text)) return { findings: [], facts: [] };
    // As many bytes as characters: nothing in it lies beyond ASCII but U+FFFD.
    const ascii = bytes.length === text.length;
    const findings: ScanFinding[] = [...lexicalFindings(path, text, ascii)];
    // Declarations run nothing.
    if (DECLARATIONS.test(path)) return { findings, facts: [] };
    const words = wordsIn(text);
    const facts = isPart ? [] : factsOf(path, text, words);
    const note = (key: 'syntax' | 'large') =>
      findings.push(unparseableCode.found(key, { path }, startOf(path, text)));
    if (!parse || !mayMatter(text, words)) return { findings, facts };
    if (text.length > MAX_PARSED) {
      note('large');
      return { findings, facts: [...facts, cut(path, text.length)] };
    }
    const program = parse(path, text);
    if (!program) {
      if (!isPart) {
        const found = dangerousWords(text);
        if (found.length === 0) note('syntax');
        else
          findings.push(
            unparseableCode.found('words', { path, found }, startOf(path, text), {
              severity: 'warn',
            }),
          );
      }
      return { findings, facts };
    }
    if (facts.length > 0) context.keepTree?.(file, program);
    const analysis = analyse(
      program,
      file,
      javascriptLibrary,
      (part) => context.scanPart(file, part).findings,
    );
    findings.push(...analysis.findings);
    if (!analysis.complete && !isPart) note('large');
    return { findings, facts: [...facts, ...analysis.facts] };
  },
  follow(paths, read) {
    return parse && paths.length > 1
      ? followScripts(paths, read, { library: javascriptLibrary, parse, resolve: resolveScript })
      : [];
  },
};

function factsOf(path: string, text: string, words: Words): readonly Fact[] {
  if (text.length > MAX_PARSED) return [];
  const fact = moduleFact(path, scriptTraits(text, words));
  return fact ? [fact] : [];
}

function startOf(path: string, text: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(text.slice(0, 300)) };
}

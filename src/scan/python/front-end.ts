import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { analyse } from '../interpreter/analyse.ts';
import { moduleAt } from '../interpreter/module-at.ts';
import { resolvePython } from '../modules/resolve-python.ts';
import { moduleFact } from '../modules/traits.ts';
import { oncePer } from '../once-per.ts';
import { snippetOf } from '../snippet.ts';
import type { SourceFile } from '../source-file.ts';
import { unfollowed, unreadable } from '../unfollowed.ts';
import { pythonLibrary } from './library.ts';
import { mayMatter, wordsIn } from './prefilter.ts';
import { parsePython } from './statements.ts';
import { moduleTraits } from './traits.ts';

const MAX_SCRIPT = 600_000;
const TEST =
  /(?:^|\/)(?:tests?|fixtures)\/|(?:^|\/)(?:test_[^/]{1,80}|[^/]{1,80}_test|conftest)\.py$/i;

/** Python: a syntax tree, and data followed through it as through any other language. */
export const pythonFrontEnd: FrontEnd = {
  languages: ['python'],
  outlook: (file) => (TEST.test(file.path) ? [] : factsOf(file)),
  scan(file, context): Seen {
    const { path, bytes } = file;
    const { length } = file.text;
    const isLarge = length > MAX_SCRIPT;
    const text = isLarge ? file.text.slice(0, MAX_SCRIPT) : file.text;
    const isPart = bytes.length === 0;
    const findings: ScanFinding[] = [];
    if (TEST.test(path)) return { findings, facts: [] };
    const facts = context.unfollowed ? [] : factsOf(file);
    // What hangs is no honest file, whatever its words.
    const matters = isLarge || context.unfollowed || mayMatter(wordsOf(file));
    if (!(matters || context.links)) return { findings, facts };
    if (context.unfollowed) {
      if (!isPart) findings.push(unreadable(startOf(path, text)));
      return { findings, facts };
    }
    const { program, complete, broken, lost } = parsePython(text);
    const { links } = context;
    const analysis = analyse(
      program,
      { path, text },
      pythonLibrary,
      (part) => context.scanPart(file, part).findings,
      moduleAt(path, links, resolvePython),
    );
    links?.keep(path, analysis.exports);
    findings.push(...analysis.findings);
    const seen = [...facts, ...analysis.facts];
    const isCut = isLarge || !complete || !analysis.complete;
    if (isCut) seen.push(cut(path, length));
    if (!isPart && (isCut || (broken && matters))) {
      const unread = [...lost.map(({ start, end }) => text.slice(start, end))];
      if (isLarge) unread.push(file.text.slice(MAX_SCRIPT));
      findings.push(unfollowed(isCut ? 'large' : 'syntax', unread, DANGEROUS, startOf(path, text)));
    }
    return { findings, facts: seen };
  },
};

const wordsOf = oncePer(({ text, bytes }: SourceFile) =>
  // As many bytes as characters: nothing in it lies beyond ASCII but U+FFFD.
  wordsIn(text.slice(0, MAX_SCRIPT), bytes.length === text.length),
);
const factsOf = oncePer((file: SourceFile): readonly Fact[] => {
  const { path, text, bytes } = file;
  if (bytes.length === 0 || text.length > MAX_SCRIPT) return [];
  const fact = moduleFact(path, moduleTraits(wordsOf(file)));
  return fact ? [fact] : [];
});

/** Words of code that runs other code. */
const DANGEROUS =
  /(?<![.\w])(?:exec|eval|__import__)\b|\b(?:subprocess|b64decode|marshal|ctypes|powershell)\b|\bos\.(?:system|popen|exec\w{1,3}|spawn\w{1,3})\b/g;

function startOf(path: string, text: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(text.slice(0, 300)) };
}

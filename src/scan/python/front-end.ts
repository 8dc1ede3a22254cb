import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { analyse } from '../interpreter/analyse.ts';
import { followScripts } from '../interpreter/follow-scripts.ts';
import { resolvePython } from '../modules/resolve-python.ts';
import { moduleFact } from '../modules/traits.ts';
import { snippetOf } from '../snippet.ts';
import { unfollowed, unreadable } from '../unfollowed.ts';
import { pythonLibrary } from './library.ts';
import { mayMatter, type Words, wordsIn } from './prefilter.ts';
import { parsePython } from './statements.ts';
import { moduleTraits } from './traits.ts';

const MAX_SCRIPT = 600_000;
const TEST =
  /(?:^|\/)(?:tests?|fixtures)\/|(?:^|\/)(?:test_[^/]{1,80}|[^/]{1,80}_test|conftest)\.py$/i;

/** Python: a syntax tree, and data followed through it as through any other language. */
export const pythonFrontEnd: FrontEnd = {
  languages: ['python'],
  scan(file, context): Seen {
    const { path, bytes } = file;
    const { length } = file.text;
    const isLarge = length > MAX_SCRIPT;
    const text = isLarge ? file.text.slice(0, MAX_SCRIPT) : file.text;
    const isPart = bytes.length === 0;
    const findings: ScanFinding[] = [];
    if (TEST.test(path)) return { findings, facts: [] };
    const words = wordsIn(text);
    const facts = isPart || isLarge || context.unfollowed ? [] : factsOf(path, words);
    if (!isLarge && !mayMatter(words)) return { findings, facts };
    if (context.unfollowed) {
      if (!isPart) findings.push(unreadable(startOf(path, text)));
      return { findings, facts };
    }
    const { program, complete, broken, lost } = parsePython(text);
    if (facts.length > 0) context.keepTree?.(file, program);
    const analysis = analyse(
      program,
      { path, text },
      pythonLibrary,
      (part) => context.scanPart(file, part).findings,
    );
    findings.push(...analysis.findings);
    const seen = [...facts, ...analysis.facts];
    const isCut = isLarge || !complete || !analysis.complete;
    if (isCut) seen.push(cut(path, length));
    if (!isPart && (isCut || broken)) {
      const unread = [...lost.map(({ start, end }) => text.slice(start, end))];
      if (isLarge) unread.push(file.text.slice(MAX_SCRIPT));
      findings.push(unfollowed(isCut ? 'large' : 'syntax', unread, DANGEROUS, startOf(path, text)));
    }
    return { findings, facts: seen };
  },
  follow(paths, read) {
    if (paths.length < 2) return [];
    return followScripts(paths, read, {
      library: pythonLibrary,
      parse: (_, text) => (text.length > MAX_SCRIPT ? undefined : parsePython(text).program),
      resolve: resolvePython,
    });
  },
};

function factsOf(path: string, words: Words): readonly Fact[] {
  const fact = moduleFact(path, moduleTraits(words));
  return fact ? [fact] : [];
}

/** Words of code that runs other code. */
const DANGEROUS =
  /(?<![.\w])(?:exec|eval|__import__)\b|\b(?:subprocess|b64decode|marshal|ctypes|powershell)\b|\bos\.(?:system|popen|exec\w{1,3}|spawn\w{1,3})\b/g;

function startOf(path: string, text: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(text.slice(0, 300)) };
}

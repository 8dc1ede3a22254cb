import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { analyse } from '../javascript/interpreter.ts';
import { followScripts } from '../javascript/modules.ts';
import { isPython } from '../modules/follow.ts';
import { resolvePython } from '../modules/resolve-python.ts';
import { moduleFact } from '../modules/traits.ts';
import { unparseableCode } from '../rules/code/unparseable-code.ts';
import { snippetOf } from '../snippet.ts';
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
    const facts = isPart || isLarge ? [] : factsOf(path, text, words);
    if (!isLarge && !mayMatter(words)) return { findings, facts };
    const note = (key: 'syntax' | 'large') => {
      if (!isPart) findings.push(unparseableCode.found(key, { path }, startOf(path, text)));
    };
    const { program, complete, broken } = parsePython(text);
    if (facts.length > 0) context.keepTree?.(file, program);
    const analysis = analyse(
      program,
      { path, text },
      pythonLibrary,
      (part) => context.scanPart(file, part).findings,
    );
    findings.push(...analysis.findings);
    const seen = [...facts, ...analysis.facts];
    if (isLarge || !complete || !analysis.complete) {
      note('large');
      seen.push(cut(path, length));
    } else if (broken) note('syntax');
    return { findings, facts: seen };
  },
  follow(paths, read) {
    const own = paths.filter(isPython);
    if (own.length < 2) return [];
    return followScripts(own, read, {
      library: pythonLibrary,
      parse: (_, text) => (text.length > MAX_SCRIPT ? undefined : parsePython(text).program),
      resolve: resolvePython,
    });
  },
};

function factsOf(path: string, text: string, words: Words): readonly Fact[] {
  const fact = moduleFact(path, moduleTraits(text, words));
  return fact ? [fact] : [];
}

function startOf(path: string, text: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(text.slice(0, 300)) };
}

import type { ScanFinding } from '../finding.ts';
import { judgeFlow } from '../flow/judge-flow.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { positionsIn, snippetOf } from '../snippet.ts';
import { followLines, withoutTexts } from './follow.ts';
import { type Line, logicalLines } from './lines.ts';

const MAX_SCRIPT = 600_000;
const SENDS =
  /\b(?:requests|urllib|urlopen|httpx|aiohttp|socket|smtplib|ftplib|paramiko|http\.client)\b/;
const RUNS = /\b(?:exec|eval|compile|system|popen|subprocess|Popen|__import__|marshal|pickle)\b/;
const TEST =
  /(?:^|\/)(?:tests?|fixtures)\/|(?:^|\/)(?:test_[^/]{1,80}|[^/]{1,80}_test|conftest)\.py$/i;

/**
 * Python, read statement by statement: values are followed through assignments in the order they are
 * written, and into and out of the functions of the file; not into other files.
 */
export const pythonFrontEnd: FrontEnd = {
  languages: ['python'],
  scan(file, context): Seen {
    const { path, text } = file;
    const findings: ScanFinding[] = [];
    if (text.length > MAX_SCRIPT || TEST.test(path) || !(SENDS.test(text) || RUNS.test(text)))
      return { findings, facts: [] };
    const place = positionsIn(path, text);
    const lines: readonly Line[] = logicalLines(text);
    const seen = new Set<string>();
    for (const flow of followLines(lines, place, (at) =>
      snippetOf(text.slice(at, at + 300).split('\n', 1)[0] ?? ''),
    )) {
      const finding = judgeFlow(flow);
      const key = `${finding?.rule} ${finding?.line}`;
      if (!finding || seen.has(key) || findings.length > 100) continue;
      seen.add(key);
      findings.push(finding);
    }
    for (const line of lines) {
      const command =
        /\b(?:os\.system|os\.popen|subprocess\.(?:run|call|check_output|check_call|Popen|getoutput))\(\s{0,20}[rbf]{0,2}(["'])((?:[^"'\\]|\\.){4,2000})\1/.exec(
          line.text,
        );
      if (!command?.[2] || !/\b(?:os|subprocess)\./.test(withoutTexts(line.text))) continue;
      const { line: row, column } = place(line.at);
      findings.push(
        ...context.scanPart(file, { language: 'shell', text: command[2], line: row, column })
          .findings,
      );
    }
    return { findings, facts: [] };
  },
};

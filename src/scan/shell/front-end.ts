import { cut } from '../bounds.ts';
import type { Fact, ScanFinding } from '../finding.ts';
import type { Flow } from '../flow/flow.ts';
import { judgeFlow } from '../flow/judge-flow.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { givenSecretOf } from '../purpose/requests.ts';
import type { Evidence } from '../rule.ts';
import { remoteShell } from '../rules/shell/remote-shell.ts';
import { evidenceAt, positionsIn } from '../snippet.ts';
import { tiedShells } from './commands.ts';
import type { Machine } from './machine.ts';
import { mayMatter } from './prefilter.ts';
import { weighInstaller, weighSecret } from './weigh-flow.ts';

/** Scripts above this size are data with a shell around it: their beginning is followed. */
const MAX_SCRIPT = 400_000;
/** More than a person writes: nesting without end takes a parser time without end. */
const MAX_BACKTICKS = 1000;
const MAX_FACTS = 40;

let interpret: typeof import('./interpret.ts') | undefined;

/** Shell scripts, fenced shell code and texts handed to a shell: data is followed command by command. */
export const shellFrontEnd: FrontEnd = {
  languages: ['shell'],
  async prepare() {
    interpret = await import('./interpret.ts');
  },
  scan({ path: file, text: whole }, context): Seen {
    const findings: ScanFinding[] = [];
    // Whoever runs a script of Windows takes the ends of its lines off; positions count lines and stay.
    const plain = whole.includes('\r') ? whole.replaceAll('\r\n', '\n') : whole;
    const text = startOf(plain);
    const facts: Fact[] = text.length < plain.length ? [cut(file, whole.length)] : [];
    if (!interpret || !mayMatter(text)) return { findings, facts };
    const place = positionsIn(file, text);
    const { runStatements, runText, runRest, parse, MAX_FOLLOWED, MAX_CALL_DEPTH } = interpret;
    const budget = { commands: 0, depth: 0, parsed: 0, exceeded: false };
    const seen = new Set<string>();
    // Inside an `eval` positions are those of the whole: they stay at the command that evaluates.
    let fixed: number | undefined;
    const evidence = (at: number) => {
      const start = fixed ?? at;
      return evidenceAt(place(start), () => lineAt(text, start));
    };
    const report = (finding: ScanFinding) => {
      const key = `${finding.rule} ${finding.message} ${finding.line} ${JSON.stringify(finding.args)}`;
      if (seen.has(key) || findings.length >= 200) return;
      seen.add(key);
      findings.push(finding);
    };
    const machine: Machine = {
      variables: new Map(),
      files: new Map(),
      folder: '',
      functions: new Map(),
      bodies: new Map(),
      postponed: [],
      given: undefined,
      dispatches: false,
      entered: 0,
      isSpent: () => budget.commands > MAX_FOLLOWED,
      isDeep: () => budget.depth > MAX_CALL_DEPTH,
      exceed() {
        budget.exceeded = true;
      },
      run: (statements, stdin = { text: '', taints: [] }) =>
        runStatements(statements, stdin, machine, budget),
      runText(inner, at) {
        const outer = fixed;
        fixed ??= at;
        runText(inner, machine, budget);
        for (const _ of tiedShells(inner))
          report(remoteShell.found('given', { call: 'bash' }, evidence(at)));
        fixed = outer;
      },
      step(at, what) {
        const { file, line, column } = place(fixed ?? at);
        return { file, line, column, what };
      },
      evidence,
      report,
      flow(taints, sink, at) {
        const here = evidence(at);
        const { file, line, column } = here;
        const last = { file, line, column, what: sink.call };
        for (const { source, transforms, steps } of taints) {
          const flow = new LateFlow(here, source, transforms, sink, [...steps, last]);
          const finding = weighSecret(flow) ?? weighInstaller(flow) ?? judgeFlow(flow);
          if (finding) report(finding);
          const fact = givenSecretOf(flow);
          if (fact && facts.length < MAX_FACTS) facts.push(fact);
        }
      },
      part(language, inner, at) {
        const { line, column } = place(fixed ?? at);
        const { findings: more } = context.scanPart(
          { path: file, language, text: inner, bytes: new Uint8Array() },
          { language, text: inner, line, column },
        );
        for (const finding of more) report(finding);
      },
    };
    for (const at of tiedShells(text))
      report(remoteShell.found('given', { call: 'bash' }, evidence(at)));
    runStatements(parse(text).commands, { text: '', taints: [] }, machine, budget);
    runRest(machine);
    if (budget.exceeded) facts.push(cut(file, whole.length));
    return { findings, facts };
  },
};

/** Most flows are nothing to speak of, and their snippets are not made. */
class LateFlow implements Flow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly source: Flow['source'];
  readonly transforms: Flow['transforms'];
  readonly sink: Flow['sink'];
  readonly steps: Flow['steps'];
  private readonly at: Evidence;

  constructor(
    at: Evidence,
    source: Flow['source'],
    transforms: Flow['transforms'],
    sink: Flow['sink'],
    steps: Flow['steps'],
  ) {
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.source = source;
    this.transforms = transforms;
    this.sink = sink;
    this.steps = steps;
    this.at = at;
  }

  get snippet(): string {
    return this.at.snippet;
  }
}

/** As much of a script as is followed. */
function startOf(text: string): string {
  let backticks = 0;
  for (let at = text.indexOf('`'); at >= 0 && at < MAX_SCRIPT; at = text.indexOf('`', at + 1))
    if (++backticks > MAX_BACKTICKS) return text.slice(0, at);
  return text.slice(0, MAX_SCRIPT);
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(Math.max(start, at - 100), Math.min(end < 0 ? text.length : end, at + 300));
}

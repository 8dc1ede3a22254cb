import type { Fact, ScanFinding, Spot, Step } from '../finding.ts';
import type { Flow, Sink } from '../flow/flow.ts';
import { judgeFlow } from '../flow/judge-flow.ts';
import type { Part } from '../front-end.ts';
import { requestOf } from '../purpose/requests.ts';
import { evidenceAt, positionsIn } from '../snippet.ts';
import { evaluatorsOf } from './evaluate.ts';
import type { Effect, Fn } from './fn.ts';
import {
  apply,
  bindSelf,
  callFunction,
  constructWith,
  parametersOf,
  restOf,
  runFunction,
} from './functions.ts';
import type { Library } from './library.ts';
import { isNode, type Node } from './node.ts';
import { otherNode } from './other-nodes.ts';
import type { Run } from './run.ts';
import { openScope } from './scope.ts';
import { isSamePart, NOTHING, OWN_NAME, type Parameter, type Taint, type Value } from './value.ts';

export interface Analysis {
  readonly findings: readonly ScanFinding[];
  readonly facts: readonly Fact[];
  /** False when the file is too large or too deep to be followed to its end. */
  readonly complete: boolean;
  /** What other files get from it; only for one that is looked at as a module. */
  readonly exports: Value;
}

/** What a file of the same item exports, by the specifier that it is imported with. */
export type ModuleAt = (specifier: string) => Value | undefined;

/** Visits of nodes in one file; every node is seen once or twice. */
const MAX_VISITS = 3_000_000;
const MAX_DEPTH = 240;
const MAX_FINDINGS = 200;
const MAX_FACTS = 20;
const MAX_STEPS = 12;
/** What a function may do with its parameters; more is the work of a generator. */
const MAX_EFFECTS = 64;
/** Functions that hand data on to one another by fields and variables. */
const MAX_REPLAYS = 12;
let made = 0;

type Place = Parameters<Run['flow']>[2];
type ScanPart = (part: Part) => readonly ScanFinding[];

/** Follows data through a file, from the top to the bottom, and into its functions. */
export function analyse(
  program: Node,
  { path, text }: { readonly path: string; readonly text: string },
  library: Library,
  scanPart: ScanPart,
  moduleAt?: ModuleAt,
): Analysis {
  const spotAt = positionsIn(path, text);
  const findings = new Map<string, ScanFinding>();
  const facts: Fact[] = [];
  const pending: Fn[] = [];
  const functions: Fn[] = [];
  let visits = 0;
  let depth = 0;
  let replays = 0;
  let complete = true;

  const report = (finding: ScanFinding) => {
    const { rule, message, line, column } = finding;
    const key = `${rule} ${message} ${line} ${column} ${finding.severity}`;
    if (findings.size < MAX_FINDINGS && !findings.has(key)) findings.set(key, finding);
  };
  const evidence = ({ start, end }: { readonly start: number; readonly end: number }) =>
    evidenceAt(spotAt(start), () => text.slice(start, Math.min(end, start + 1000)));
  const step = (at: Node, what: string): Step => stepOf(spotAt(at.start), what);
  // By its offsets: a function that outlives the file must not keep its tree.
  const later = ({ start, end }: Node) => {
    return () => evidence({ start, end });
  };

  const evaluators = evaluatorsOf(library);
  const run: Run = {
    library,
    evaluators,
    current: undefined,
    globals: new Map(),
    told: new Map(),
    report,
    evidence,
    step,
    moduleAt: (specifier) => moduleAt?.(specifier),
    evaluate(node, scope) {
      if (!isNode(node)) return NOTHING;
      if (visits > MAX_VISITS || depth > MAX_DEPTH) {
        complete = false;
        return NOTHING;
      }
      visits++;
      depth++;
      const { type } = node;
      const evaluator = evaluators.get(type) ?? otherNode(type);
      const value = evaluator(node, scope, run);
      depth--;
      return value;
    },
    makeFunction(node, scope) {
      const code = { node, scope };
      const parameters = library.callsClasses ? parametersOf(node) : [];
      const fn: Fn = {
        id: made++,
        code,
        parameters,
        rest: restOf(node),
        looks: 0,
        state: 'new',
        effects: [],
        calls: [],
        given: [],
        returns: NOTHING,
      };
      pending.push(fn);
      if (moduleAt) functions.push(fn);
      return fn;
    },
    look(fn) {
      if (fn.state === 'new') runFunction(fn, undefined, run);
    },
    invoke: (fn, args, at, direct = false) => callFunction(fn, args, at, direct, run),
    construct: (fn, args) => constructWith(fn, args, run),
    flow(taints, sink, at, detail) {
      // Whoever asks for the machine's own name tells nobody; with a domain behind it, its owner is told.
      if (sink.kind === 'dns' && detail?.ref === OWN_NAME) return;
      for (let i = 0; i < taints.length; i++) flowOf(taints[i], sink, at, detail);
    },
    scanPart({ language, text: inner }, at) {
      const { line, column } = spotAt(at.start);
      // A text that was put together has no lines of its own.
      for (const finding of scanPart({ language, text: inner, line: 1, column: 1 }))
        report({ ...finding, line, column });
    },
  };

  function flowOf(
    taint: Taint | undefined,
    sink: Sink,
    at: Place,
    detail: Value | undefined,
  ): void {
    if (!taint) return;
    const { origin, steps, transforms } = taint;
    if (origin.kind === 'parameter') {
      const { effects } = origin.fn;
      if (effects.length >= MAX_EFFECTS || isKnown(effects, origin, sink)) return;
      const place = detail?.parameter;
      const end = stepOf(typeof at === 'function' ? at() : spotAt(at.start), sink.call);
      const effect: Effect = {
        of: origin,
        ...(origin.called ? { called: origin.called } : {}),
        transforms,
        steps: steps.length < MAX_STEPS ? [...steps, end] : steps,
        sink,
        evidence: typeof at === 'function' ? at : later(at),
        ...(place && place.fn === origin.fn ? { detailFrom: place } : {}),
      };
      effects.push(effect);
      replay(effect);
      return;
    }
    const seen = typeof at === 'function' ? at() : evidence(at);
    const { file, line, column } = seen;
    const end = stepOf(seen, sink.call);
    const flow: Flow = {
      source: origin,
      transforms,
      sink,
      steps: same(steps.at(-1), end) ? steps : [...steps, end],
      file,
      line,
      column,
      // Most flows mean nothing, and are never shown.
      get snippet() {
        return seen.snippet;
      },
    };
    const finding = judgeFlow(flow);
    if (finding) report(finding);
    const fact = requestOf(flow);
    if (fact && facts.length < MAX_FACTS) facts.push(fact);
  }

  /** What comes out of a function by a field or a variable was given to it by a call before. */
  function replay(effect: Effect): void {
    if (replays > MAX_REPLAYS) return;
    replays++;
    for (const given of effect.of.fn.given.slice()) apply(effect, given, run);
    replays--;
  }

  const top = openScope(undefined, { taints: [], props: new Map() });
  bindSelf(top);
  run.evaluate(program, top);
  for (let i = 0; i < pending.length; i++) {
    const fn = pending[i];
    if (fn) run.look(fn);
  }
  // What is found is read later: it must not keep the functions, and they their trees.
  pending.length = 0;
  const exports = moduleAt ? library.exportsOf(program, top, run) : NOTHING;
  for (const fn of functions) fn.code = undefined;
  return { findings: [...findings.values()], facts, complete, exports };
}

function stepOf({ file, line, column }: Spot, what: string): Step {
  return { file, line, column, what };
}

/** One way to a sink is enough. */
function isKnown(
  effects: readonly Effect[],
  origin: Parameter & Pick<Effect, 'called'>,
  { kind, call, detail }: Sink,
): boolean {
  for (let i = 0; i < effects.length; i++) {
    const effect = effects[i];
    const sink = effect?.sink;
    if (
      effect &&
      sink?.kind === kind &&
      sink.call === call &&
      sink.detail === detail &&
      effect.called === origin.called &&
      isSamePart(effect.of, origin)
    )
      return true;
  }
  return false;
}

function same(a: Step | undefined, b: Step): boolean {
  return a?.file === b.file && a.line === b.line && a.column === b.column && a.what === b.what;
}

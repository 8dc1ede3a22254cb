import { broughtBy, callBack, fromCallers } from './callbacks.ts';
import { arrayOf, elementsOf } from './contents.ts';
import type { Effect, Fn, Given } from './fn.ts';
import { givenFor, remember } from './given.ts';
import { type Node, nameOf, nodeOf, nodesOf } from './node.ts';
import { declaring, spread } from './patterns.ts';
import type { Run } from './run.ts';
import { decidedBy } from './running.ts';
import { openScope, rename, type Scope } from './scope.ts';
import { isConstant, join, NOTHING, type Taint, type Value } from './value.ts';

/** A small function of constants is looked at once more for them: decoders are such. */
const SMALL = 3000;
const MAX_LOOKS = 60;
const MAX_DEPTH = 12;
const WHOLE: readonly string[] = [];
let nesting = 0;

/** `exports` and `module` of a file. */
export function bindSelf(top: Scope): void {
  const exports: Value = { ref: 'exports', taints: [], props: new Map() };
  rename(top, 'exports', exports);
  rename(top, 'module', { ref: 'module', taints: [], props: new Map([['exports', exports]]) });
}

/** Looks at a function's body; without arguments each parameter stands for itself. */
export function runFunction(fn: Fn, args: readonly Value[] | undefined, run: Run): void {
  fn.state = 'running';
  fn.returns = runBody(fn, args, run);
  fn.state = 'done';
}

function runBody(fn: Fn, args: readonly Value[] | undefined, run: Run): Value {
  const { code } = fn;
  if (!code) return fn.returns;
  const scope = openScope(code.scope);
  const put = declaring(scope);
  const parameters = nodesOf(code.node.params);
  for (let index = 0; index < parameters.length; index++) {
    const given = args ? (args[index] ?? NOTHING) : standIn(fn, index);
    const value = args && index === fn.rest ? arrayOf(args.slice(index)) : given;
    spread(parameters[index], value, scope, run, put);
  }
  const outer = run.current;
  const kept = fn.returns;
  run.current = fn;
  fn.returns = NOTHING;
  const body = nodeOf(code.node.body);
  const value = run.evaluate(body, scope);
  const returned = body?.type === 'BlockStatement' ? fn.returns : join(fn.returns, value);
  run.current = outer;
  fn.returns = kept;
  return returned;
}

function standIn(fn: Fn, index: number): Value {
  const parameter = { kind: 'parameter', fn, index, path: WHOLE } as const;
  return { text: '*', parameter, taints: [{ origin: parameter, steps: [], transforms: [] }] };
}

/** A call: what the function does with its parameters happens to the arguments. */
export function callFunction(
  fn: Fn,
  args: readonly Value[],
  at: Node,
  direct: boolean,
  run: Run,
): Value {
  if (fn.state === 'running' || nesting > MAX_DEPTH) return NOTHING;
  nesting++;
  try {
    if (direct && fn.state === 'new') {
      runFunction(fn, args, run);
      return fn.returns;
    }
    if (fn.state === 'new') runFunction(fn, undefined, run);
    const given: Given = { args, at: { type: at.type, start: at.start, end: at.end }, run };
    // What comes of it may be more of both.
    if (fn.effects.length > 0) for (const effect of fn.effects.slice()) apply(effect, given, run);
    remember(fn, given);
    if (fn.calls.length > 0)
      for (const callback of fn.calls.slice()) callBack(callback, given, run);
    return mayDecode(fn, args) ? again(fn, args, run) : substitute(fn, given, run);
  } finally {
    nesting--;
  }
}

/** Whether a call is to be computed: what gives back nothing of what it gets decodes none. */
function mayDecode(fn: Fn, args: readonly Value[]): boolean {
  const { code, looks, returns } = fn;
  if (args.length === 0 || looks >= MAX_LOOKS || !code) return false;
  const { start, end } = code.node;
  if (end - start >= SMALL || !args.every(isConstant)) return false;
  return (
    returns.text?.includes('*') === true ||
    returns.props !== undefined ||
    returns.taints.some(({ origin }) => origin.kind === 'parameter' && origin.fn === fn)
  );
}

/** What a constructor sets from the arguments of this call is set in the object. */
export function constructWith(fn: Fn, args: readonly Value[], run: Run): void {
  if (fn.state !== 'running' && fn.looks < MAX_LOOKS && nesting <= MAX_DEPTH) again(fn, args, run);
}

/** The names that arguments can be given by. */
export function parametersOf(node: Node): readonly string[] {
  return nodesOf(node.params).map((parameter) => {
    if (parameter.type === 'RestElement') return parameter.named === true ? '**' : '';
    const inner = parameter.type === 'AssignmentPattern' ? nodeOf(parameter.left) : parameter;
    return nameOf(inner);
  });
}

/** Number of the parameter that takes all other arguments; -1 when there is none. */
export function restOf(node: Node): number {
  return nodesOf(node.params).findIndex(
    ({ type, named }) => type === 'RestElement' && named !== true,
  );
}

function again(fn: Fn, args: readonly Value[], run: Run): Value {
  fn.state = 'running';
  fn.looks++;
  const value = runBody(fn, args, run);
  fn.state = 'done';
  return value;
}

/** What a function does with a parameter happens to what a call gave for it. */
export function apply(effect: Effect, { args, at, run: caller }: Given, run: Run): void {
  const value = givenFor(effect.of, args);
  if (!value) return;
  const place = effect.detailFrom && givenFor(effect.detailFrom, args);
  const detail = place?.text === undefined ? effect.sink.detail : place.text.slice(0, 300);
  const asWords = effect.sink.kind === 'shell' && place === value && elementsOf(value);
  const brought = asWords ? decidedBy(asWords) : broughtBy(value, effect.called === true, run);
  const taints = brought.map((taint): Taint => {
    const { origin, steps, transforms } = taint;
    return {
      origin,
      steps: [...steps, caller.step(at, 'call'), ...effect.steps].slice(0, 14),
      transforms: transforms.concat(effect.transforms),
    };
  });
  run.flow(taints, { ...effect.sink, detail }, effect.evidence, place);
}

/** What the call gives: taints of parameters become those of the arguments. */
function substitute(fn: Fn, given: Given, run: Run): Value {
  const { returns } = fn;
  if (returns.parameter?.fn === fn) return givenFor(returns.parameter, given.args) ?? NOTHING;
  // What is given back is no argument that was left out, though nothing be known of it.
  if (returns === NOTHING) return { taints: [] };
  if (returns.taints.length === 0) return returns;
  return { ...returns, taints: fromCallers(returns.taints, fn, given, run) };
}

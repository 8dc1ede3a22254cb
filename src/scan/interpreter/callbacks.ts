import { taintsIn, taintsOfAll } from './contents.ts';
import type { Callback, Fn, Given } from './fn.ts';
import { givenFor } from './given.ts';
import type { Call, Run } from './run.ts';
import {
  bothTaints,
  NOTHING,
  type Parameter,
  passThrough,
  type Taint,
  type Value,
} from './value.ts';

/** A function that calls its callbacks at more places is the work of a generator. */
const MAX_CALLS = 16;

/** Notes that a function calls what it was given, and with what; gives what that call gives. */
export function callParameter(of: Parameter, args: readonly Value[], run: Run): Value {
  const { calls, given } = of.fn;
  if (calls.length < MAX_CALLS && taintsOfAll(args).length > 0) {
    const callback: Callback = { of, args: args.map(asWhole) };
    calls.push(callback);
    // It may be called long after it was given, from a field that it was put into.
    for (const it of given.slice()) if (it.run === run) callBack(callback, it, run);
  }
  return { taints: [resultOf(of)] };
}

function asWhole(arg: Value): Value {
  const { text, parameter } = arg;
  const whole: { -readonly [K in keyof Value]: Value[K] } = { taints: taintsIn(arg) };
  if (text !== undefined) whole.text = text;
  if (parameter) whole.parameter = parameter;
  return whole;
}

/** Calls the callback of a call with what the function hands to it. */
export function callBack({ of, args }: Callback, given: Given, run: Run): void {
  const { fn } = of;
  const callback = givenFor(of, given.args);
  if (!callback || callback.fn === fn) return;
  const values = args.map((arg): Value => {
    const { text, parameter } = arg;
    const taints = fromCallers(arg.taints, fn, given, run);
    const told = parameter?.fn === fn ? givenFor(parameter, given.args)?.text : text;
    return told === undefined ? { taints } : { taints, text: told };
  });
  if (values.every(({ taints }) => taints.length === 0)) return;
  if (!callback.fn && callback.parameter) callParameter(callback.parameter, values, run);
  else callGiven(callback, { receiver: NOTHING, args: values, node: given.at, isNew: false }, run);
}

/** A call of what was handed over: a function of the files, or what is known by its name. */
export function callGiven(
  { fn, ref }: Value,
  call: Omit<Call, 'ref'>,
  run: Run,
): Value | undefined {
  if (fn) return run.invoke(fn, call.args, call.node);
  return ref === undefined ? undefined : run.library.handlerOf(ref)?.({ ...call, ref }, run);
}

/** Taints of parameters as those of what is given for them; any other as they are. */
export function fromCallers(
  taints: readonly Taint[],
  fn: Fn,
  given: Given,
  run: Run,
): readonly Taint[] {
  let all = NOTHING.taints;
  for (let i = 0; i < taints.length; i++) {
    const taint = taints[i];
    if (taint) all = bothTaints(all, fromCaller(taint, fn, given, run));
  }
  return all;
}

function fromCaller(
  taint: Taint,
  fn: Fn,
  { args, at, run: caller }: Given,
  run: Run,
): readonly Taint[] {
  const { origin, steps, transforms } = taint;
  if (origin.kind !== 'parameter' || origin.fn !== fn) return [taint];
  const arg = givenFor(origin, args);
  if (!arg) return [];
  const taints = broughtBy(arg, origin.called === true, run);
  if (taints.length === 0) return taints;
  return passThrough(taints, [caller.step(at, 'call'), ...steps], transforms);
}

/** The taints that an argument brings with it, or that come of calling it. */
export function broughtBy(arg: Value, called: boolean, run: Run): readonly Taint[] {
  if (!called) return taintsIn(arg);
  const { fn, parameter } = arg;
  if (fn) {
    run.look(fn);
    return taintsIn(fn.returns).filter(
      ({ origin }) => origin.kind !== 'parameter' || origin.fn !== fn,
    );
  }
  return parameter ? [resultOf(parameter)] : [];
}

function resultOf(of: Parameter): Taint {
  return { origin: { kind: 'parameter', ...of, called: true }, steps: [], transforms: [] };
}

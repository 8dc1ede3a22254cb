import { taintsIn } from './contents.ts';
import type { Callback, Fn, Given } from './fn.ts';
import { givenFor } from './given.ts';
import type { Call, Run } from './run.ts';
import { mergeTaints, NOTHING, type Parameter, passOn, type Taint, type Value } from './value.ts';

/** A function that calls its callbacks at more places is the work of a generator. */
const MAX_CALLS = 16;

/** Notes that a function calls what it was given, and with what; gives what that call gives. */
export function callParameter(of: Parameter, args: readonly Value[], run: Run): Value {
  const { calls, given } = of.fn;
  const whole = args.map((arg): Value => {
    const { text, parameter } = arg;
    const taints = taintsIn(arg);
    return {
      taints,
      ...(text === undefined ? {} : { text }),
      ...(parameter ? { parameter } : {}),
    };
  });
  if (calls.length < MAX_CALLS && whole.some(({ taints }) => taints.length > 0)) {
    const callback: Callback = { of, args: whole };
    calls.push(callback);
    // It may be called long after it was given, from a field that it was put into.
    for (const it of given.slice()) if (it.run === run) callBack(callback, it, run);
  }
  return { taints: [resultOf(of)] };
}

/** Calls the callback of a call with what the function hands to it. */
export function callBack({ of, args }: Callback, given: Given, run: Run): void {
  const { fn } = of;
  const callback = givenFor(of, given.args);
  if (!callback || callback.fn === fn) return;
  const values = args.map((arg): Value => {
    const { text, parameter } = arg;
    const taints = mergeTaints(...arg.taints.map((taint) => fromCaller(taint, fn, given, run)));
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

/** A taint of a parameter as one of what is given for it; any other as it is. */
export function fromCaller(
  taint: Taint,
  fn: Fn,
  { args, at, run: caller }: Given,
  run: Run,
): readonly Taint[] {
  const { origin, steps, transforms } = taint;
  if (origin.kind !== 'parameter' || origin.fn !== fn) return [taint];
  const arg = givenFor(origin, args);
  if (!arg) return [];
  let taints = passOn(broughtBy(arg, origin.called === true, run), caller.step(at, 'call'));
  for (const inner of steps) taints = passOn(taints, inner);
  for (const transform of transforms) taints = passOn(taints, undefined, transform);
  return taints;
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

import { taintsIn } from './contents.ts';
import type { Fn } from './fn.ts';
import type { Node } from './node.ts';
import type { Run } from './run.ts';
import { mergeTaints, NOTHING, type Parameter, type Taint, type Value } from './value.ts';

/** A function that calls its callback at more places is the work of a generator. */
const MAX_CALLS = 8;

/** Notes that a function calls what it was given, and with what; gives what that call gives. */
export function callParameter({ fn, index }: Parameter, args: readonly Value[]): Value {
  const given = args.map((arg) => taintsIn(arg));
  if (fn.calls.length < MAX_CALLS && given.some((taints) => taints.length > 0))
    fn.calls.push({ index, given });
  return { taints: [resultOf({ fn, index })] };
}

/** Calls the callbacks of a call with what the function hands to them. */
export function callBack(
  fn: Fn,
  args: readonly Value[],
  at: Node,
  fromCaller: (taint: Taint) => readonly Taint[],
  run: Run,
): void {
  for (const { index, given } of fn.calls.slice()) {
    const callback = args[index];
    if (!callback || callback.fn === fn) continue;
    const values = given.map(
      (taints): Value => ({ taints: mergeTaints(...taints.map(fromCaller)) }),
    );
    if (values.every(({ taints }) => taints.length === 0)) continue;
    if (callback.fn) run.invoke(callback.fn, values, at);
    else if (callback.parameter) callParameter(callback.parameter, values);
    else if (callback.ref !== undefined)
      run.library.handlerOf(callback.ref)?.(
        { ref: callback.ref, receiver: NOTHING, args: values, node: at, isNew: false },
        run,
      );
  }
}

/** The taints that an argument brings with it, or that come of calling it. */
export function broughtBy(arg: Value, called: boolean, look: (fn: Fn) => void): readonly Taint[] {
  if (!called) return taintsIn(arg);
  const { fn, parameter } = arg;
  if (fn) {
    if (fn.state === 'new') look(fn);
    return taintsIn(fn.returns).filter(
      ({ origin }) => origin.kind !== 'parameter' || origin.fn !== fn,
    );
  }
  return parameter ? [resultOf(parameter)] : [];
}

function resultOf({ fn, index }: Parameter): Taint {
  return { origin: { kind: 'parameter', fn, index, called: true }, steps: [], transforms: [] };
}

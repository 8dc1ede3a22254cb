import { arrayOf, memberOf, taintsIn } from './contents.ts';
import type { Fn, Given } from './fn.ts';
import { isConstant, type Parameter, type Value } from './value.ts';

/** Calls of one function that are remembered, those that give it no data apart. */
const MAX_TAINTED = 8;
const MAX_PLAIN = 3;

/** What a call gives for a parameter, or for a part of it. */
export function givenFor(
  { fn, index, path }: Parameter,
  args: readonly Value[],
): Value | undefined {
  let value = index === fn.rest ? arrayOf(args.slice(index)) : args[index];
  for (const key of path) value = value && memberOf(value, key);
  return value;
}

/**
 * Remembers what a call gave: what a function put into a field or a variable may get somewhere long
 * after the call.
 */
export function remember(fn: Fn, given: Given): void {
  const { args } = given;
  if (args.length === 0) return;
  const tainted = args.some((arg) => arg.fn !== undefined || taintsIn(arg).length > 0);
  const known = tainted ? fn.given : fn.plainly;
  if (known.length < (tainted ? MAX_TAINTED : MAX_PLAIN)) known.push(given);
}

/** What was given for a parameter, where that was a constant. */
export function constantGiven(parameter: Parameter): string | undefined {
  const { given, plainly } = parameter.fn;
  for (const { args } of [...given, ...plainly]) {
    const value = givenFor(parameter, args);
    if (value && isConstant(value)) return value.text;
  }
  return undefined;
}

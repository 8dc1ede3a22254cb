import { arrayOf, memberOf, taintsIn } from './contents.ts';
import type { Fn, Given } from './fn.ts';
import type { Parameter, Value } from './value.ts';

/** Calls of one function that are remembered. */
const MAX_GIVEN = 8;

/** What a call gives for a parameter, or for a part of it. */
export function givenFor(
  { fn, index, path }: Parameter,
  args: readonly Value[],
): Value | undefined {
  let value = index === fn.rest ? arrayOf(args.slice(index)) : args[index];
  for (let i = 0; i < path.length; i++) value = value && memberOf(value, path[i] ?? '');
  return value;
}

/**
 * Remembers what a call gave: what a function put into a field or a variable may get somewhere long
 * after the call.
 */
export function remember(fn: Fn, given: Given): void {
  const { args } = given;
  if (fn.given.length >= MAX_GIVEN) return;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (!arg || (arg.fn === undefined && taintsIn(arg).length === 0)) continue;
    fn.given.push(given);
    return;
  }
}

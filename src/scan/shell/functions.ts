import type { Invocation, Machine, ShellFunction } from './machine.ts';
import { isParameter, joined, NOTHING, UNKNOWN, type Value } from './value.ts';

/** Calls of one function that are followed, each with its arguments. */
const MAX_CALLS = 64;
const MAX_FUNCTIONS = 2000;
const MAX_ARGUMENTS = 20;
const NAMES = Array.from({ length: MAX_ARGUMENTS }, (_, i) => String(i + 1));
const ALL = ['@', '*'];

/** Takes note of a function: it is followed where it is called, with what it is called with. */
export function define(name: string, run: ShellFunction['run'], machine: Machine): void {
  if (machine.functions.size >= MAX_FUNCTIONS) run(NOTHING);
  else machine.functions.set(name, { calls: 0, active: false, run });
}

/** What a function of the script prints when it is called; undefined when it is none. */
export function callOf({ name, args, stdin }: Invocation, machine: Machine): Value | undefined {
  const fn = machine.functions.get(name);
  // A function that calls its own name means the command of that name, or never ends.
  if (!fn || fn.active) return undefined;
  if (fn.calls < MAX_CALLS) return enter(fn, args, stdin, machine);
  machine.exceed();
  return { ...UNKNOWN, taints: joined([...args, stdin], ' ').taints };
}

/**
 * Functions that nothing in the script calls: another script may, with whatever arguments. Where the
 * script calls what its parameters name, they are its parameters.
 */
export function runUncalled(machine: Machine): void {
  const unknown = NAMES.map(() => UNKNOWN);
  for (const fn of machine.functions.values())
    if (fn.calls === 0)
      if (machine.dispatches) followed(fn, NOTHING);
      else enter(fn, unknown, NOTHING, machine);
}

/** `shift` within a function. */
export function shiftArguments({ variables }: Machine): void {
  if (!variables.has('1')) return;
  for (const [i, name] of NAMES.entries())
    variables.set(name, variables.get(NAMES[i + 1] ?? '') ?? NOTHING);
}

/** `"$@"` within a function: each of its arguments; undefined for any other word. */
export function allArguments(word: string, { variables }: Machine): readonly Value[] | undefined {
  if (!/^(?:"\$@"|"\$\{@\}"|\$\{?[@*]\}?)$/.test(word) || !variables.has('1')) return undefined;
  const given = NAMES.map((name) => variables.get(name) ?? NOTHING);
  const none = given.indexOf(NOTHING);
  return none < 0 ? given : given.slice(0, none);
}

/** Whether a command is named by what the script was called with: `"$@"`. */
export function isDispatch({ text, taints }: Value): boolean {
  return text.startsWith('*') && taints.some(isParameter);
}

/** Within a function `$1` is what it was called with, and not the script. */
function enter(
  fn: ShellFunction,
  args: readonly Value[],
  stdin: Value,
  { variables }: Machine,
): Value {
  const names = [...NAMES, ...ALL];
  const outer = names.map((name) => variables.get(name));
  const all = joined(args.slice(0, MAX_ARGUMENTS), ' ');
  for (const [i, name] of NAMES.entries()) variables.set(name, args[i] ?? NOTHING);
  for (const name of ALL) variables.set(name, all);
  const printed = followed(fn, stdin);
  for (const [i, name] of names.entries()) {
    const value = outer[i];
    if (value) variables.set(name, value);
    else variables.delete(name);
  }
  return printed;
}

function followed(fn: ShellFunction, stdin: Value): Value {
  fn.calls++;
  fn.active = true;
  const printed = fn.run(stdin);
  fn.active = false;
  return printed;
}

import type { Invocation, Machine, ShellFunction } from './machine.ts';
import { isParameter, joined, NOTHING, UNKNOWN, type Value } from './value.ts';

/** Calls of a function that calls others, as these multiply; those of one that does not are only commands. */
const MAX_CALLS = 500;
const MAX_FUNCTIONS = 2000;
const MAX_ARGUMENTS = 20;
const UNKNOWN_ARGUMENTS: readonly Value[] = Array.from({ length: MAX_ARGUMENTS }, () => UNKNOWN);

/** Takes note of a function: it is followed where it is called, with what it is called with. */
export function define(name: string, run: ShellFunction['run'], machine: Machine): void {
  if (machine.functions.size >= MAX_FUNCTIONS) run(NOTHING);
  else machine.functions.set(name, { calls: 0, calling: false, active: false, run });
}

/** What a function of the script prints when it is called; undefined when it is none. */
export function callOf({ name, args, stdin }: Invocation, machine: Machine): Value | undefined {
  const fn = machine.functions.get(name);
  // A function that calls its own name means the command of that name, or never ends.
  if (!fn || fn.active) return undefined;
  if (fn.calls < MAX_CALLS || !fn.calling) return enter(fn, args, stdin, machine);
  machine.exceed();
  return { ...UNKNOWN, taints: joined([...args, stdin], ' ').taints };
}

/**
 * Functions that nothing in the script calls: another script may, with whatever arguments. Where the
 * script calls what its parameters name, they are its parameters.
 */
export function runUncalled(machine: Machine): void {
  for (const fn of machine.functions.values())
    if (fn.calls === 0)
      if (machine.dispatches) followed(fn, NOTHING, machine);
      else enter(fn, UNKNOWN_ARGUMENTS, NOTHING, machine);
}

/** `shift` within a function. */
export function shiftArguments(machine: Machine): void {
  machine.given = machine.given?.slice(1);
}

/** `"$@"` within a function: each of its arguments; undefined for any other word. */
export function allArguments(word: string, { given }: Machine): readonly Value[] | undefined {
  return given && /^(?:"\$@"|"\$\{@\}"|\$\{?[@*]\}?)$/.test(word) ? given : undefined;
}

/** `$1`, `$@` within a function; undefined outside of one. */
export function argumentAt(name: string, { given }: Machine): Value | undefined {
  if (!given) return undefined;
  if (name === '@' || name === '*') return joined(given.slice(0, MAX_ARGUMENTS), ' ');
  return given[Number(name) - 1] ?? NOTHING;
}

/** Whether a command is named by what the script was called with: `"$@"`. */
export function isDispatch({ text, taints }: Value): boolean {
  return text.startsWith('*') && taints.some(isParameter);
}

/** Within a function `$1` is what it was called with, and not the script. */
function enter(fn: ShellFunction, args: readonly Value[], stdin: Value, machine: Machine): Value {
  const outer = machine.given;
  machine.given = args;
  const printed = followed(fn, stdin, machine);
  machine.given = outer;
  return printed;
}

function followed(fn: ShellFunction, stdin: Value, machine: Machine): Value {
  fn.calls++;
  fn.active = true;
  const before = machine.entered++;
  const printed = fn.run(stdin);
  if (machine.entered > before + 1) fn.calling = true;
  fn.active = false;
  return printed;
}

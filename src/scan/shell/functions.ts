import type { Invocation, Machine, ShellFunction } from './machine.ts';
import { isParameter, joined, NOTHING, taintsOf, UNKNOWN, type Value } from './value.ts';

/** Calls of a function that calls others, as these multiply; those of one that does not are only commands. */
const MAX_CALLS = 500;
/** Calls with data of their own that are followed when others are not any more. */
const MAX_AGAIN = 4;
const MAX_FUNCTIONS = 2000;
const MAX_ARGUMENTS = 20;
const UNKNOWN_ARGUMENTS: readonly Value[] = Array.from({ length: MAX_ARGUMENTS }, () => UNKNOWN);

/** Takes note of a function: it is followed where it is called, with what it is called with. */
export function define(
  name: string,
  body: object,
  run: ShellFunction['run'],
  machine: Machine,
): void {
  const known = machine.bodies.get(body);
  if (known) machine.functions.set(name, known);
  else if (machine.bodies.size >= MAX_FUNCTIONS) run(NOTHING);
  else {
    const counts = { calls: 0, calling: false, active: false, again: 0, skipped: false };
    const fn = { ...counts, given: new Set<string>(), printed: NOTHING, run };
    machine.bodies.set(body, fn);
    machine.functions.set(name, fn);
  }
}

/** What a function of the script prints when it is called; undefined when it is none. */
export function callOf({ name, args, stdin }: Invocation, machine: Machine): Value | undefined {
  const fn = machine.functions.get(name);
  // A function that calls its own name means the command of that name, or never ends.
  if (!fn || fn.active) return undefined;
  if (machine.isDeep()) {
    if (isNew(fn, args, stdin, machine)) machine.postponed.push({ fn, args, stdin });
    return summary(fn, args, stdin);
  }
  const often = machine.isSpent() || (fn.calling && fn.calls >= MAX_CALLS);
  if (!often || isNew(fn, args, stdin, machine)) return enter(fn, args, stdin, machine);
  return summary(fn, args, stdin);
}

/**
 * Whether a function was not followed yet, or not with data from there. Functions that call one
 * another multiply: when all calls together are too many, each is followed a few times more, where
 * that can show something else, so that the time stays linear in the script.
 */
function isNew(fn: ShellFunction, args: readonly Value[], stdin: Value, machine: Machine): boolean {
  let more = fn.calls === 0 && fn.again === 0;
  for (const taint of taintsOf([...args, stdin])) {
    const key = `${taint.source.kind} ${taint.source.detail}`;
    if (isParameter(taint) || fn.given.has(key)) continue;
    fn.given.add(key);
    more = true;
  }
  if (more && fn.again++ < MAX_AGAIN) return true;
  if (more) machine.exceed();
  fn.skipped = true;
  return false;
}

/** What a call that is not followed prints: what it was given, and what the function prints at other times. */
function summary({ printed }: ShellFunction, args: readonly Value[], stdin: Value): Value {
  return { ...UNKNOWN, taints: taintsOf([...args, stdin, printed]) };
}

/**
 * Calls that were put off, and functions that nothing in the script calls: another script may, with
 * whatever arguments, and so may calls that were not followed. Where the script calls what its
 * parameters name, they are its parameters.
 */
export function runRest(machine: Machine): void {
  runPostponed(machine);
  // Of two definitions of one name either may count.
  for (const fn of machine.bodies.values())
    if (fn.calls === 0 && machine.dispatches) followed(fn, NOTHING, machine);
    else if (fn.calls === 0) enter(fn, UNKNOWN_ARGUMENTS, NOTHING, machine);
  runPostponed(machine);
  for (const fn of machine.bodies.values())
    if (fn.skipped) enter(fn, UNKNOWN_ARGUMENTS, NOTHING, machine);
  runPostponed(machine);
}

function runPostponed(machine: Machine): void {
  for (let call = machine.postponed.pop(); call; call = machine.postponed.pop())
    enter(call.fn, call.args, call.stdin, machine);
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
  if (printed.taints.length > 0)
    fn.printed = { ...UNKNOWN, taints: taintsOf([fn.printed, printed]) };
  return printed;
}

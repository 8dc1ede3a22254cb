import type { Source } from '../flow/flow.ts';
import { taintsIn, taintsOfAll } from '../interpreter/contents.ts';
import type { Call, Run } from '../interpreter/run.ts';
import { bothTaints, type Taint, type Value } from '../interpreter/value.ts';

export const MAX_DETAIL = 300;

/** An argument by its place or its name. */
export function argument({ args, named }: Call, index: number, ...names: readonly string[]) {
  for (const name of names) {
    const value = named?.get(name);
    if (value) return value;
  }
  return index < 0 ? undefined : args[index];
}

/** Taints of all arguments, those with these names excepted. */
export function sentBy(
  { args, named }: Call,
  except: ReadonlySet<string> = NONE,
): readonly Taint[] {
  let taints = taintsOfAll(args);
  if (named)
    for (const [name, value] of named)
      if (!except.has(name)) taints = bothTaints(taints, taintsIn(value));
  return taints;
}
const NONE: ReadonlySet<string> = new Set();

/** What comes from a source, at this call. */
export function fromSource(kind: Source['kind'], detail: string, call: Call, run: Run): Value {
  const origin: Source = { kind, detail: detail.slice(0, MAX_DETAIL) };
  return {
    text: '*',
    taints: [{ origin, steps: [run.step(call.node, call.ref)], transforms: [] }],
  };
}

/** The text of a value, and whose parameter it is, for what is named by it. */
export function namedBy(ref: string, value: Value | undefined): Value {
  const { text = '*', parameter } = value ?? {};
  return { ref, text, taints: [], ...(parameter ? { parameter } : {}) };
}

import type { Step } from '../finding.ts';
import type { Source } from '../flow/flow.ts';
import type { Fn } from './fn.ts';

/** Where tainted data comes from: a source, or a parameter of the function being looked at. */
type Origin = Source | (Parameter & { readonly kind: 'parameter'; readonly called?: true });

/** What is given to a function, or a part of it. `called`, in an origin: what calling it gives. */
export interface Parameter {
  readonly fn: Fn;
  /** Of the parameter. */
  readonly index: number;
  /** The property of it, as the names that lead there; empty for all of it. */
  readonly path: readonly string[];
}

export interface Taint {
  readonly origin: Origin;
  readonly steps: readonly Step[];
  readonly transforms: readonly string[];
}

interface Accessor {
  readonly get?: Fn;
  readonly set?: Fn;
}

/** What is known of a value before the code runs. */
export interface Value {
  /** Its text as far as it is constant; `*` stands for a piece that is not. */
  readonly text?: string;
  /** Whether the text was put together or decoded where it could have been written plainly. */
  readonly built?: boolean;
  /** What it is a name of: `child_process.exec`, `process.env`, `eval`. */
  readonly ref?: string;
  /** A function of this file. */
  readonly fn?: Fn;
  /** Of a property: what is called when it is read, and when it is set. */
  readonly accessor?: Accessor;
  /** The parameter whose value it is, unchanged. */
  readonly parameter?: Parameter;
  /** What its properties or elements hold. */
  readonly props?: Map<string, Value>;
  readonly taints: readonly Taint[];
}

/** Ref of the name that the machine itself has, unchanged. */
export const OWN_NAME = '@own-name';

export const NOTHING: Value = { taints: [] };
export const ANY_TEXT: Value = { text: '*', taints: [] };

const MAX_TAINTS = 8;
const MAX_STEPS = 12;
const MAX_TRANSFORMS = 8;
const MAX_TEXT = 256 * 1024;
const NONE: readonly Taint[] = [];

export function textValue(text: string, built = false, taints: readonly Taint[] = NONE): Value {
  const kept = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}*` : text;
  return built ? { text: kept, built, taints } : { text: kept, taints };
}

export function refValue(ref: string): Value {
  return { ref, taints: NONE };
}

/** Each taint once, as far as there is room. */
export function mergeTaints(...lists: readonly (readonly Taint[])[]): readonly Taint[] {
  let merged = NONE;
  for (let i = 0; i < lists.length; i++) merged = bothTaints(merged, lists[i] ?? NONE);
  return merged;
}

/**
 * The same for two lists that hold each taint once: nearly everything is untainted, and most of the
 * rest in one way. What brings nothing new makes no new list.
 */
export function bothTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  let merged = a;
  for (let i = 0; i < b.length && merged.length < MAX_TAINTS; i++) {
    const taint = b[i];
    if (taint && !holds(merged, taint)) merged = [...merged, taint];
  }
  return merged;
}

function holds(taints: readonly Taint[], { origin, transforms }: Taint): boolean {
  for (let i = 0; i < taints.length; i++) {
    const known = taints[i];
    if (known && isSameOrigin(known.origin, origin) && areSame(known.transforms, transforms))
      return true;
  }
  return false;
}

/** Whether there is no room for another taint. */
export function isFull(taints: readonly Taint[]): boolean {
  return taints.length >= MAX_TAINTS;
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a === b) return true;
  if (a.kind === 'parameter')
    return b.kind === 'parameter' && isSamePart(a, b) && a.called === b.called;
  return b.kind === a.kind && a.detail === b.detail && a.part === b.part;
}

export function isSamePart(a: Parameter, b: Parameter): boolean {
  return a.fn === b.fn && a.index === b.index && areSame(a.path, b.path);
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Either of two values, as after `a || b`. */
export function join(a: Value, b: Value): Value {
  if (a === NOTHING) return b;
  if (b === NOTHING) return a;
  const { text = b.text, built = b.built, ref = b.ref, fn = b.fn, parameter = b.parameter } = a;
  const props = a.props ?? b.props;
  // One by one: spreading six objects into one took most of the time of joining.
  const either: { -readonly [K in keyof Value]: Value[K] } = {
    taints: bothTaints(a.taints, b.taints),
  };
  if (text !== undefined) either.text = text;
  if (built) either.built = built;
  if (ref !== undefined) either.ref = ref;
  if (fn !== undefined) either.fn = fn;
  if (parameter !== undefined) either.parameter = parameter;
  if (props !== undefined) either.props = props;
  return either;
}

/** The taints after a transform, or after merely passing through `step`. */
export function passOn(
  taints: readonly Taint[],
  step: Step | undefined,
  transform?: string,
): readonly Taint[] {
  if (taints.length === 0 || (!step && !transform)) return taints;
  return passThrough(taints, step ? [step] : [], transform ? [transform] : []);
}

/** The taints after all of these steps and transforms. */
export function passThrough(
  taints: readonly Taint[],
  steps: readonly Step[],
  transforms: readonly string[],
): readonly Taint[] {
  return taints.map((taint) => ({
    origin: taint.origin,
    steps: lengthened(taint.steps, steps, MAX_STEPS),
    transforms: lengthened(taint.transforms, transforms, MAX_TRANSFORMS),
  }));
}

/** `concat` of two lists makes one as long as it has to be; what is spread has room for twenty more. */
function lengthened<T>(list: readonly T[], more: readonly T[], max: number): readonly T[] {
  const room = max - list.length;
  if (more.length === 0 || room <= 0) return list;
  const kept = more.length <= room ? more : more.slice(0, room);
  return list.length === 0 ? kept : list.concat(kept);
}

export function isConstant({ text }: Value): boolean {
  return text !== undefined && !text.includes('*');
}

import type { Source } from '../flow/flow.ts';
import { destinationOf } from '../knowledge/destinations.ts';
import { sinkAt, sourceAt } from '../knowledge/paths.ts';
import { isSecretName } from '../knowledge/variables.ts';
import type { Node } from './node.ts';
import type { Run } from './run.ts';
import {
  bothTaints,
  isFull,
  isSamePart,
  join,
  mergeTaints,
  NOTHING,
  type Parameter,
  passOn,
  refValue,
  type Taint,
  textValue,
  type Value,
} from './value.ts';

const MAX_DEPTH = 3;
/** Properties, at any depth, that are looked at for one value. */
const MAX_PARTS = 400;
/** Names that lead to a part of a parameter. */
const MAX_PATH = 3;
/** The key of what stands under a name that is not known before it runs. */
export const ANY_KEY = '*';
/** The key of what methods put in, which is no property: `form.append('file', data)`. */
export const HELD = '*held';
/** Names under which it comes out again; any other one says something about the whole. */
const CONTENT = /^(?:\d{1,9}|href|search|searchParams|buffer|body|data|value|contents?)$/;

/** Every taint of a value, those of its properties included; the whole environment is one. */
export function taintsIn(value: Value): readonly Taint[] {
  if (value.props) return taintsBelow(value);
  return value.ref === undefined ? value.taints : ownTaints(value);
}

/** Level by level; once there is room for no more, the rest says nothing. */
function taintsBelow(value: Value): readonly Taint[] {
  let taints = NOTHING.taints;
  let level: readonly Value[] = [value];
  let looked = 0;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const next: Value[] = [];
    for (let i = 0; i < level.length; i++) {
      const part = level[i];
      if (!part || looked++ > MAX_PARTS) return taints;
      taints = bothTaints(taints, ownTaints(part));
      if (isFull(taints)) return taints;
      if (depth < MAX_DEPTH && part.props && next.length < MAX_PARTS)
        part.props.forEach(putAtEnd, next);
    }
    level = next;
  }
  return taints;
}

/** For `forEach`: iterators of maps, and what they give for each step, are made anew every time. */
function putAtEnd(this: Value[], part: Value): void {
  this.push(part);
}

/** Every taint of several values. */
export function taintsOfAll(values: readonly Value[]): readonly Taint[] {
  let taints = NOTHING.taints;
  for (let i = 0; i < values.length; i++)
    taints = bothTaints(taints, taintsIn(values[i] ?? NOTHING));
  return taints;
}

function ownTaints({ ref, taints }: Value): readonly Taint[] {
  const whole = environmentOf(ref);
  return whole && !taints.some(({ origin }) => origin === whole.origin)
    ? [...taints, whole]
    : taints;
}

const [OF_NODE, OF_PYTHON] = ['process.env', 'os.environ'].map(
  (ref): Taint => ({ origin: { kind: 'environment', detail: ref }, steps: [], transforms: [] }),
);

/**
 * What reading all variables gives, by the names that they are read under. Compared one by one: most
 * names were put together just now, and would have to be hashed to be looked up.
 */
function environmentOf(ref: string | undefined): Taint | undefined {
  if (ref === undefined) return undefined;
  if (ref === 'process.env') return OF_NODE;
  return ref === 'os.environ' ? OF_PYTHON : undefined;
}

/** Whether a name is that of all environment variables. */
export function isEnvironment(ref: string | undefined): boolean {
  return ref === 'process.env' || ref === 'os.environ';
}

/** Notes where the environment, one variable of it, or the command line is read. */
export function environmentAt(value: Value, object: Value, node: Node, run: Run): Value {
  const { ref = '' } = value;
  const whole = environmentOf(ref);
  if (whole) return { ...value, taints: [{ ...whole, steps: [run.step(node, ref)] }] };
  if (ref === 'process.argv' || ref === 'sys.argv')
    return { ...value, taints: [argumentAt(node, ref, run)] };
  if (!isEnvironment(object.ref) || value.taints.length === 0) return value;
  const what = `${object.ref}.${value.taints[0]?.origin.kind === 'secret-variable' ? value.taints[0].origin.detail : '*'}`;
  return { ...value, taints: passOn(value.taints, run.step(node, what)) };
}

/** The property of a value. Undefined: nothing is known of it but the taints of the whole. */
export function memberOf(value: Value, key: string): Value {
  if (isEnvironment(value.ref)) return variable(key);
  const { props, taints, ref, fn, parameter } = value;
  const own = props?.get(key);
  // Under a name that is not known until it runs, anything may be there.
  const any = props && (props.get(ANY_KEY) ?? heldUnder(props, key));
  if (any)
    return own
      ? join(own, { taints: taintsIn(any) })
      : { taints: bothTaints(taints, taintsIn(any)) };
  if (own) return own;
  // The constructor of a function makes functions of texts.
  if (fn && key === 'constructor') return refValue('Function');
  const left = isNarrowed(taints) ? narrow(taints, key) : taints;
  if (ref === undefined) {
    if (key === 'constructor') return refValue('Object');
    if (parameter && !fn) return partOf(value, parameter, key, left);
    // `data.length` of a secret gives little away, and the rest of it everything.
    return left.length > 0 && key !== 'length' ? { taints: left } : NOTHING;
  }
  const { text } = value;
  const inner = refOf(ref, key);
  return text === undefined ? { ref: inner, taints: left } : { ref: inner, taints: left, text };
}

function heldUnder(props: ReadonlyMap<string, Value>, key: string): Value | undefined {
  const held = props.get(HELD);
  return held && CONTENT.test(key) ? held : undefined;
}

/** Whether it is an object that holds what is global under its plain name. */
function isGlobal(ref: string): boolean {
  return ref === 'globalThis' || ref === 'global' || ref === 'window' || ref === 'self';
}

/** A property of what is given to a function, before it is known what that is. */
function partOf(
  { text }: Value,
  { fn, index, path }: Parameter,
  key: string,
  taints: readonly Taint[],
): Value {
  if (key === 'length') return NOTHING;
  if (text !== '*' || path.length >= MAX_PATH) return { taints };
  const of: Parameter = { fn, index, path };
  const longer = path.length === 0 ? [key] : [...path, key];
  const parameter = { kind: 'parameter', fn, index, path: longer } as const;
  let part: readonly Taint[] = [];
  for (let i = 0; i < taints.length; i++) {
    const taint = taints[i];
    if (!taint) continue;
    const { origin, steps, transforms } = taint;
    const whole = origin.kind === 'parameter' && !origin.called && isSamePart(origin, of);
    const own = [whole ? { origin: parameter, steps, transforms } : taint];
    part = taints.length === 1 ? own : bothTaints(part, own);
  }
  return { text, parameter, taints: part };
}

const SAME: ReadonlyMap<string, string> = new Map([
  ['module.require', 'require'],
  ['process.mainModule.require', 'require'],
  ['require.main.require', 'require'],
  ['Bun.env', 'process.env'],
  ['fs.promises', 'fs'],
]);
/** The last part of each of these. */
const LAST: ReadonlySet<string> = new Set(
  [...SAME.keys()].map((ref) => ref.slice(ref.lastIndexOf('.') + 1)),
);

function refOf(ref: string, key: string): string {
  if (isGlobal(ref)) return key;
  if (key === 'default') return ref;
  const joined = `${ref}.${key}`;
  if (key === 'constructor' && (ref.endsWith('.constructor') || ref === 'Object'))
    return 'Function';
  return LAST.has(key) ? (SAME.get(joined) ?? joined) : joined;
}

function variable(name: string): Value {
  const value: Value = { text: '*', taints: [] };
  if (!isSecretName(name)) return value;
  const origin: Source = { kind: 'secret-variable', detail: name.slice(0, 100) };
  return { ...value, taints: [{ origin, steps: [], transforms: [] }] };
}

/** Whether there is something of which a part is known to be less than the whole. */
function isNarrowed(taints: readonly Taint[]): boolean {
  for (let i = 0; i < taints.length; i++) {
    const kind = taints[i]?.origin.kind;
    if (kind === 'environment' || kind === 'state-file') return true;
  }
  return false;
}

const MAX_PART = 200;

/** One variable of a copy of the environment, one value of a file of settings. */
export function narrow(taints: readonly Taint[], key: string): readonly Taint[] {
  return taints.flatMap((taint): readonly Taint[] => {
    if (taint.origin.kind === 'state-file') {
      const { part } = taint.origin;
      const named = part === undefined ? key : `${part}.${key}`;
      return [{ ...taint, origin: { ...taint.origin, part: named.slice(0, MAX_PART) } }];
    }
    if (taint.origin.kind !== 'environment') return [taint];
    if (!isSecretName(key)) return [];
    return [{ ...taint, origin: { kind: 'secret-variable', detail: key.slice(0, 100) } }];
  });
}

function argumentAt(node: Node, ref: string, run: Run): Taint {
  const origin: Source = { kind: 'argument', detail: ref };
  return { origin, steps: [run.step(node, ref)], transforms: [] };
}

/** The elements of an array that was written out; undefined when they are not all known. */
export function elementsOf(value: Value): readonly Value[] | undefined {
  const { props } = value;
  if (!props || props.has(ANY_KEY) || props.has(HELD)) return undefined;
  const elements: Value[] = [];
  for (let i = 0; i < props.size; i++) {
    const element = props.get(String(i));
    if (!element) return undefined;
    elements.push(element);
  }
  return elements;
}

/**
 * What stands for each element of a list in turn: of several constants the first that says where
 * data comes from or goes, so that no other in front of it can hide it.
 */
export function elementOf(list: Value): Value {
  const taints = taintsIn(list);
  for (const element of list.props?.values() ?? [])
    if (matters(element)) return { ...element, taints: mergeTaints(element.taints, taints) };
  return { taints };
}

/** Whether it is a path or an address, or holds one, from which data comes or to which it goes. */
export function matters({ text, props }: Value): boolean {
  if (props) return [...props.values()].slice(0, 8).some((part) => !part.props && matters(part));
  if (text === undefined) return false;
  if (sourceAt(text) !== 'file' || sinkAt(text) !== 'file') return true;
  return text.includes('://') && !/^(?:local|named|unknown)$/.test(destinationOf(text));
}

/** `process.env.FILE || '~/.ssh/id_rsa'`: nothing that is not known hides a fallback that matters. */
export function orElse(left: Value, right: Value): Value {
  const either = join(left, right);
  const { text } = right;
  return left.text === '*' && text !== undefined && matters(right) ? { ...either, text } : either;
}

export function arrayOf(elements: readonly Value[]): Value {
  const props = new Map<string, Value>();
  for (let i = 0; i < elements.length; i++) props.set(String(i), elements[i] ?? NOTHING);
  return { props, taints: [] };
}

/** What an unbound name stands for. */
export function globalValue(name: string): Value {
  if (name === 'undefined') return NOTHING;
  if (name === '__dirname' || name === '__filename') return textValue('*/');
  return refValue(name);
}

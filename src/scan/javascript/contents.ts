import type { Source } from '../flow/flow.ts';
import { isSecretName } from '../knowledge/variables.ts';
import { mergeTaints, NOTHING, refValue, type Taint, textValue, type Value } from './value.ts';

const MAX_DEPTH = 3;
const MAX_PROPS = 200;

/** Every taint of a value, those of its properties included; the whole environment is one. */
export function taintsIn(value: Value, depth = 0): readonly Taint[] {
  const own = value.ref === 'process.env' ? [...value.taints, ENVIRONMENT] : value.taints;
  if (!value.props || depth >= MAX_DEPTH) return own;
  const lists: (readonly Taint[])[] = [own];
  for (const part of value.props.values()) {
    if (lists.length > MAX_PROPS) break;
    const taints = taintsIn(part, depth + 1);
    if (taints.length > 0) lists.push(taints);
  }
  return mergeTaints(...lists);
}

const ENVIRONMENT: Taint = {
  origin: { kind: 'environment', detail: 'process.env' },
  steps: [],
  transforms: [],
};

/** The property of a value. Undefined: nothing is known of it but the taints of the whole. */
export function memberOf(value: Value, key: string): Value {
  if (value.ref === 'process.env') return variable(key);
  const own = value.props?.get(key);
  if (own) return own;
  const { taints, ref } = value;
  const left = taints.some(({ origin }) => origin.kind === 'environment')
    ? narrow(taints, key)
    : taints;
  if (ref === undefined) {
    // `data.length` of a secret gives little away, and the rest of it everything.
    return left.length > 0 && key !== 'length' ? { taints: left } : NOTHING;
  }
  return {
    ref: refOf(ref, key),
    taints: left,
    ...(value.text === undefined ? {} : { text: value.text }),
  };
}

/** Objects that hold what is global under its plain name. */
const GLOBALS: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self']);
const SAME: ReadonlyMap<string, string> = new Map([
  ['module.require', 'require'],
  ['process.mainModule.require', 'require'],
  ['require.main.require', 'require'],
  ['fs.promises', 'fs'],
  ['fs/promises.default', 'fs'],
]);

function refOf(ref: string, key: string): string {
  if (GLOBALS.has(ref)) return key;
  if (key === 'default') return ref;
  const joined = `${ref}.${key}`;
  if (joined.endsWith('.constructor.constructor')) return 'Function';
  return SAME.get(joined) ?? joined;
}

function variable(name: string): Value {
  const value: Value = { text: '*', taints: [] };
  if (!isSecretName(name)) return value;
  const origin: Source = { kind: 'secret-variable', detail: name.slice(0, 100) };
  return { ...value, taints: [{ origin, steps: [], transforms: [] }] };
}

/** One variable of a copy of the environment. */
function narrow(taints: readonly Taint[], key: string): readonly Taint[] {
  return taints.flatMap((taint): readonly Taint[] => {
    if (taint.origin.kind !== 'environment') return [taint];
    if (!isSecretName(key)) return [];
    return [{ ...taint, origin: { kind: 'secret-variable', detail: key.slice(0, 100) } }];
  });
}

/** The elements of an array that was written out; undefined when they are not all known. */
export function elementsOf(value: Value): readonly Value[] | undefined {
  const { props } = value;
  if (!props || props.has('*')) return undefined;
  const elements: Value[] = [];
  for (let i = 0; i < props.size; i++) {
    const element = props.get(String(i));
    if (!element) return undefined;
    elements.push(element);
  }
  return elements;
}

export function arrayOf(elements: readonly Value[]): Value {
  return { props: new Map(elements.map((element, i) => [String(i), element])), taints: [] };
}

/** What an unbound name stands for. */
export function globalValue(name: string): Value {
  if (name === 'undefined') return NOTHING;
  if (name === '__dirname' || name === '__filename') return textValue('*/');
  return refValue(name);
}

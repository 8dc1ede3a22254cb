import { ANY_KEY, arrayOf, elementsOf, taintsIn } from '../interpreter/contents.ts';
import type { Node } from '../interpreter/node.ts';
import type { Run } from '../interpreter/run.ts';
import { bothTaints, isConstant, passOn, textValue, type Value } from '../interpreter/value.ts';

/** Ref of a whole number, as `1` and `'1'` are not the same. */
const NUMBER = '@number';
export const PATH = '@path';
const MAX_REPEATED = 10_000;
const MAX_ELEMENTS = 20_000;

export function numberValue(value: number): Value {
  return Number.isSafeInteger(value)
    ? { text: String(value), ref: NUMBER, taints: [] }
    : { taints: [] };
}

export function numberOf({ ref, text }: Value): number | undefined {
  return ref === NUMBER && text !== undefined && !text.includes('*') ? Number(text) : undefined;
}

/** `a + b`, `a % b`, `path / name` and the arithmetic that decoders are made of. */
export function operate(operator: string, left: Value, right: Value, node: Node, run: Run): Value {
  const taints = bothTaints(taintsIn(left), taintsIn(right));
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== undefined && b !== undefined) {
    const { text } = numberValue(compute(operator, a, b));
    return { taints, ...(text === undefined ? {} : { ref: NUMBER, text }) };
  }
  switch (operator) {
    case '+':
      return plus(left, right, taints);
    case '%':
      return left.text === undefined ? { taints } : { ...formatted(left.text, right), taints };
    case '/':
      return pathOf(left, right, taints);
    case '*':
      return repeated(left, right, taints);
    case '|':
      return left.props && right.props
        ? { props: new Map([...left.props, ...right.props]), taints }
        : { taints };
    case '^':
      return { taints: passOn(taints, run.step(node, 'xor'), 'xor') };
    default:
      return { taints };
  }
}

function compute(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '//':
      return b === 0 ? Number.NaN : Math.floor(a / b);
    case '%':
      return b === 0 ? Number.NaN : ((a % b) + b) % b;
    case '^':
      return a ^ b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '<<':
      return b < 0 || b > 30 ? Number.NaN : a << b;
    case '>>':
      return b < 0 || b > 30 ? Number.NaN : a >> b;
    default:
      return Number.NaN;
  }
}

function plus(left: Value, right: Value, taints: Value['taints']): Value {
  const [a, b] = [elementsOf(left), elementsOf(right)];
  if (a && b && a.length + b.length < MAX_ELEMENTS) return { ...arrayOf([...a, ...b]) };
  // What stands first is known whatever follows: `['git'] + args`.
  if (a?.length)
    return {
      props: new Map([...(left.props ?? []), [ANY_KEY, { taints: taintsIn(right) }]]),
      taints,
    };
  if (a || b) return { taints };
  return textValue(`${left.text ?? '*'}${right.text ?? '*'}`, true, taints);
}

function pathOf(left: Value, right: Value, taints: Value['taints']): Value {
  if (!left.ref?.startsWith(PATH) && !right.ref?.startsWith(PATH)) return { taints };
  const text = `${left.text ?? '*'}/${right.text ?? '*'}`.replace(/\/{2,}/g, '/');
  const { parameter } = left.text === '' ? right : left;
  return { text, ref: PATH, taints, ...(parameter && right.text === '' ? { parameter } : {}) };
}

function repeated(left: Value, right: Value, taints: Value['taints']): Value {
  const times = numberOf(right);
  if (times === undefined || !isConstant(left)) return { taints };
  const { text = '' } = left;
  return text.length * times > MAX_REPEATED
    ? { text: '*', taints }
    : { ...textValue(text.repeat(Math.max(0, times)), true), taints };
}

/** `'%s to %s' % (a, b)`, with what is put in as far as it is known. */
function formatted(pattern: string, given: Value): Value {
  const elements = elementsOf(given);
  let next = 0;
  const text = pattern.replace(
    /%(?:\(([^)\n]{0,80})\))?[-+ #0]{0,4}\d{0,4}(?:\.\d{0,4})?([a-zA-Z%])/g,
    (_, key: string | undefined, type: string) => {
      if (type === '%') return '%';
      if (key !== undefined) return given.props?.get(key)?.text ?? '*';
      return (elements ? elements[next++] : given)?.text ?? '*';
    },
  );
  return textValue(text, true);
}

/** `'{} {name}'.format(a, name=b)`. */
export function formattedBy(
  pattern: string,
  args: readonly Value[],
  named: ReadonlyMap<string, Value> | undefined,
): string {
  let next = 0;
  return pattern.replace(/\{\{|\}\}|\{([^{}!:\n]{0,80})[^{}\n]{0,80}\}/g, (whole, key?: string) => {
    if (key === undefined) return whole.slice(1);
    if (key === '') return args[next++]?.text ?? '*';
    const value = /^\d{1,3}$/.test(key) ? args[Number(key)] : named?.get(key);
    return value?.text ?? '*';
  });
}

import { taintsIn } from './contents.ts';
import { type Node, nodeOf, nodesOf, unwrap } from './node.ts';
import { type Evaluate, touch } from './other-nodes.ts';
import { bothTaints, NOTHING, passOn, textValue, type Value } from './value.ts';

/** `a + b + c …`, along its left side without recursion: generated code has thousands of them. */
const plus: Evaluate = (node, scope, run) => {
  const operands: Node[] = [];
  let left: Node | undefined = node;
  while (left && left.type === 'BinaryExpression' && left.operator === '+') {
    const right = nodeOf(left.right);
    if (right) operands.push(right);
    const next: Node | undefined = nodeOf(left.left);
    left = next ? unwrap(next) : undefined;
  }
  if (left) operands.push(left);
  const values: Value[] = [];
  for (let i = operands.length - 1; i >= 0; i--) values.push(run.evaluate(operands[i], scope));
  return concat(values);
};

/** Texts one after the other, `*` for what is not known of them. */
export function concat(values: readonly Value[]): Value {
  let taints = NOTHING.taints;
  let text = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NOTHING;
    taints = bothTaints(taints, taintsIn(value));
    text += value.text ?? '*';
  }
  const whole = textValue(text, true, taints);
  const [only] = values;
  return values.length === 1 && only?.parameter && only.text !== ''
    ? { ...whole, parameter: only.parameter }
    : whole;
}

export const binary: Evaluate = (node, scope, run) => {
  if (node.operator === '+') return plus(node, scope, run);
  if (node.operator !== '^') {
    touch(node.left, scope, run);
    touch(node.right, scope, run);
    return NOTHING;
  }
  const left = run.evaluate(node.left, scope);
  const right = run.evaluate(node.right, scope);
  return {
    taints: passOn(bothTaints(taintsIn(left), taintsIn(right)), run.step(node, 'xor'), 'xor'),
  };
};

export const template: Evaluate = (node, scope, run) => {
  const expressions = nodesOf(node.expressions);
  const pieces: Value[] = [];
  const quasis = nodesOf(node.quasis);
  for (let i = 0; i < quasis.length; i++) {
    const value = quasis[i]?.value;
    const { cooked }: { readonly cooked?: unknown } =
      typeof value === 'object' && value !== null ? value : {};
    pieces.push(textValue(typeof cooked === 'string' ? cooked : ''));
    const inserted = expressions[i];
    if (inserted) pieces.push(run.evaluate(inserted, scope));
  }
  if (expressions.length === 0) return pieces[0] ?? NOTHING;
  return concat(pieces);
};

export const literal: Evaluate = ({ value }) =>
  typeof value === 'string'
    ? textValue(value)
    : typeof value === 'number'
      ? textValue(String(value))
      : NOTHING;

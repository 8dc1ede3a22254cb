import { memberOf, taintsIn } from './contents.ts';
import { isNode, type Node, nameOf, nodeOf, nodesOf } from './node.ts';
import type { Run } from './run.ts';
import { assign, declare, type Scope } from './scope.ts';
import { mergeTaints, NOTHING, type Value } from './value.ts';

const MAX_DEPTH = 20;
const NAMES: ReadonlySet<string> = new Set(['Identifier', 'PrivateIdentifier', 'PrivateName']);

/** The key of a property or member as far as it is constant. */
export function keyOf(node: Node, scope: Scope, run: Run): string | undefined {
  const key = nodeOf(node.key) ?? nodeOf(node.property);
  if (!key) return undefined;
  if (node.computed === true) return run.evaluate(key, scope).text;
  if (NAMES.has(key.type)) return nameOf(key);
  return key.value === undefined ? undefined : String(key.value);
}

export type Put = (name: string, value: Value) => void;

/** Hands every name of a pattern the part of the value that it gets. */
export function spread(
  pattern: Node | undefined,
  value: Value,
  scope: Scope,
  run: Run,
  put: Put,
  depth = 0,
): void {
  if (!pattern || depth > MAX_DEPTH) return;
  if (pattern.type === 'Identifier') {
    put(nameOf(pattern), value);
    return;
  }
  const next = (inner: Node | undefined, part: Value) =>
    spread(inner, part, scope, run, put, depth + 1);
  switch (pattern.type) {
    case 'TSParameterProperty':
      next(nodeOf(pattern.parameter), value);
      return;
    case 'AssignmentPattern': {
      const fallback = run.evaluate(pattern.right, scope);
      if (value === NOTHING) next(nodeOf(pattern.left), fallback);
      // A parameter by itself holds what is written there until a call says otherwise.
      else if (value.parameter && value.text === '*') {
        const { text = '*' } = fallback;
        const taints = mergeTaints(value.taints, fallback.taints);
        next(nodeOf(pattern.left), { ...value, text, taints });
      } else next(nodeOf(pattern.left), value);
      return;
    }
    case 'RestElement':
      next(nodeOf(pattern.argument), value);
      return;
    case 'ObjectPattern':
      for (const property of nodesOf(pattern.properties)) {
        if (property.type === 'RestElement') next(property, { taints: taintsIn(value) });
        else {
          const key = keyOf(property, scope, run);
          next(
            nodeOf(property.value),
            key === undefined ? { taints: taintsIn(value) } : memberOf(value, key),
          );
        }
      }
      return;
    case 'ArrayPattern': {
      const { elements } = pattern;
      if (!Array.isArray(elements)) return;
      for (const [i, element] of elements.entries())
        if (isNode(element)) next(element, elementAt(value, i));
      return;
    }
  }
}

/** Of a list that is known, or a parameter, one element; of any other all of it. */
function elementAt(list: Value, index: number): Value {
  return list.props?.get(String(index)) || list.parameter
    ? memberOf(list, String(index))
    : { taints: taintsIn(list) };
}

export const declaring =
  (scope: Scope): Put =>
  (name, value) =>
    declare(scope, name, value);

export const assigning =
  (scope: Scope, replace: boolean): Put =>
  (name, value) =>
    assign(scope, name, value, replace);

import { type Node, nameOf, nodeOf, nodesOf } from './node.ts';
import { keyOf } from './patterns.ts';
import type { Run } from './run.ts';
import { declare, openScope, type Scope } from './scope.ts';
import { setMember } from './storing.ts';
import type { Value } from './value.ts';

/** Babel's methods are functions themselves, where an ESTree has one as their value. */
export const METHODS: ReadonlySet<string> = new Set([
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
]);

/** A class: its fields and methods are the properties of one value, which `this` is in all of them. */
export function evaluateClass(node: Node, scope: Scope, run: Run): Value {
  const above = run.evaluate(node.superClass, scope);
  const self: Value = { props: new Map(above.props), taints: [] };
  const inner = openScope(scope, self);
  const body = nodeOf(node.body);
  for (const part of body ? nodesOf(body.body) : []) {
    const value = METHODS.has(part.type) ? part : nodeOf(part.value);
    const key = keyOf(part, inner, run);
    if (part.type === 'StaticBlock') run.evaluate(part, inner);
    else if (value && key !== undefined)
      setMember(self.props, key, part.kind, run.evaluate(value, inner));
  }
  const name = nameOf(nodeOf(node.id));
  if (node.type === 'ClassDeclaration') declare(scope, name, self);
  return self;
}

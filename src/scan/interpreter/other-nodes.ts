import { type Node, nodeOf } from './node.ts';
import type { Run } from './run.ts';
import type { Scope } from './scope.ts';
import { NOTHING, type Value } from './value.ts';

/** What an expression gives; statements give nothing. */
export type Evaluate = (node: Node, scope: Scope, run: Run) => Value;

/** Nodes that do nothing when the code runs. */
const INERT =
  /^TS(?!AsExpression|NonNull|Satisfies|TypeAssertion|Instantiation|ExportAssignment|ParameterProperty|EnumDeclaration|EnumMember|ModuleBlock|ModuleDeclaration)/;
const TYPES: ReadonlySet<string> = new Set([
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'implements',
  'superTypeParameters',
  'loc',
  'range',
  'extra',
]);

export const nothing: Evaluate = () => NOTHING;

/** Names and literals, which do nothing by themselves. */
const IDLE: ReadonlySet<string> = new Set([
  'Identifier',
  'Literal',
  'StringLiteral',
  'NumericLiteral',
  'ThisExpression',
  'PyNumber',
  'EmptyStatement',
]);

/** Looks at an expression for what it does, as nobody asks what it gives: `a.b` does nothing. */
export function touch(field: unknown, scope: Scope, run: Run): void {
  let inner = nodeOf(field);
  while (inner && inner.type === 'MemberExpression' && inner.computed !== true)
    inner = nodeOf(inner.object);
  if (inner && !IDLE.has(inner.type)) run.evaluate(field, scope);
}

/** Looks at everything in a node, in the order written. */
export const visitAll: Evaluate = (node, scope, run) => {
  for (const key in node) {
    const value = node[key];
    if (typeof value !== 'object' || value === null || TYPES.has(key)) continue;
    if (Array.isArray(value)) {
      for (const item of value) run.evaluate(item, scope);
    } else run.evaluate(value, scope);
  }
  return NOTHING;
};

const known = new Map<string, Evaluate>();

/** How nodes of a type are evaluated of which nothing special is known; there are as many types as parsers make. */
export function otherNode(type: string): Evaluate {
  let evaluate = known.get(type);
  if (!evaluate) {
    evaluate = INERT.test(type) ? nothing : visitAll;
    known.set(type, evaluate);
  }
  return evaluate;
}

/** A node of an ESTree, or of Babel's dialect of it, which spares the parser a second naming. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * Of what stands in a node: all else that it may hold, such as the parts of a regular expression, has
 * no type. Asking with `in` takes several times as long, and is asked of every node.
 */
export function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  const { type }: { readonly type?: unknown } = value;
  return typeof type === 'string';
}

/**
 * A field of a node that is one itself. The field is read where its name is written: there it is
 * found at once, as the nodes that come by are of few shapes.
 */
export function nodeOf(field: unknown): Node | undefined {
  return isNode(field) ? field : undefined;
}

const NONE: readonly Node[] = [];

/** The nodes in a field that holds a list of them, which may have holes: `[a, , b]`. */
export function nodesOf(field: unknown): readonly Node[] {
  if (!Array.isArray(field)) return NONE;
  // Calls of `includes` take several times as long: most lists are short, and have none.
  for (let i = 0; i < field.length; i++)
    if (field[i] === null || field[i] === undefined) return field.filter(isNode);
  return field;
}

export function child(node: Node, key: string): Node | undefined {
  return nodeOf(node[key]);
}

export function children(node: Node, key: string): readonly Node[] {
  return nodesOf(node[key]);
}

export function nameOf(node: Node | undefined): string {
  const name = node?.name;
  if (typeof name === 'string') return name;
  return node?.type === 'PrivateName' ? nameOf(nodeOf(node.id)) : '';
}

/** What wraps an expression and changes nothing at run time. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'ChainExpression',
  'AwaitExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
]);

/** The expression that a wrapper stands around; any other node itself. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (WRAPPERS.has(inner.type)) {
    const next = nodeOf(inner.type === 'AwaitExpression' ? inner.argument : inner.expression);
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

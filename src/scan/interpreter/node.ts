/** A node of an ESTree, or of Babel's dialect of it, which spares the parser a second naming. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** By its fields' values: asking with `in` takes several times as long, and is asked of every node. */
export function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  const { type, start }: { readonly type?: unknown; readonly start?: unknown } = value;
  return typeof type === 'string' && typeof start === 'number';
}

export function child(node: Node, key: string): Node | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

const NONE: readonly Node[] = [];

export function children(node: Node, key: string): readonly Node[] {
  const value: unknown = node[key];
  if (!Array.isArray(value)) return NONE;
  // Nearly always a list of nothing but nodes, which needs no copy.
  for (let i = 0; i < value.length; i++) if (!isNode(value[i])) return value.filter(isNode);
  return value;
}

export function nameOf(node: Node | undefined): string {
  const name = node?.name;
  if (typeof name === 'string') return name;
  return node?.type === 'PrivateName' ? nameOf(child(node, 'id')) : '';
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
    const next = child(inner, inner.type === 'AwaitExpression' ? 'argument' : 'expression');
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

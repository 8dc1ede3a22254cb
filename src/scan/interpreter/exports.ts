import { memberOf } from './contents.ts';
import { child, type Node, nameOf, nodeOf, nodesOf } from './node.ts';
import type { Run } from './run.ts';
import { declare, lookUp, type Scope } from './scope.ts';
import { NOTHING, passOn, type Value } from './value.ts';

/** The name that `export default` has in the scope of its file; no identifier can be one. */
const DEFAULT = '*default*';
const MAX_DEPTH = 20;

/** `export default …`: kept until all of the file is known. */
export function evaluateDefault(node: Node, scope: Scope, run: Run): Value {
  const inner = nodeOf(node.declaration);
  const name = inner?.type === 'FunctionDeclaration' ? nameOf(nodeOf(inner.id)) : '';
  const value = run.evaluate(inner, scope);
  declare(scope, DEFAULT, name === '' ? value : (lookUp(scope, name) ?? value));
  return NOTHING;
}

/** What a file hands to those that import or require it. */
export function exportsOf(program: Node, top: Scope, run: Run): Value {
  const named = new Map<string, Value>();
  const add = (name: string, value: Value | undefined) => {
    if (value && name !== '') named.set(name, value);
  };
  for (const node of nodesOf(program.body)) {
    const from = nodeOf(node.source)?.value;
    const other = typeof from === 'string' ? run.moduleAt(from) : undefined;
    if (node.type === 'ExportDefaultDeclaration') add('default', lookUp(top, DEFAULT));
    else if (node.type === 'ExportAllDeclaration') {
      const as = keyName(nodeOf(node.exported));
      if (as !== '') add(as, other);
      else for (const [name, value] of other?.props ?? []) if (name !== 'default') add(name, value);
    } else if (node.type === 'ExportNamedDeclaration') {
      for (const specifier of nodesOf(node.specifiers)) {
        const local = keyName(nodeOf(specifier.local));
        const whole = specifier.type === 'ExportNamespaceSpecifier';
        const value = !other ? lookUp(top, local) : whole ? other : exportNamed(other, local);
        add(keyName(nodeOf(specifier.exported)), value);
      }
      for (const name of declaredBy(nodeOf(node.declaration))) add(name, top.names?.get(name));
    } else if (node.type === 'TSExportAssignment')
      add('default', run.evaluate(node.expression, top));
  }
  if (named.size > 0) return { props: named, taints: [] };
  return lookUp(top, 'module')?.props?.get('exports') ?? NOTHING;
}

/** One export; of a CommonJS module the whole is its default. */
export function exportNamed(exports: Value, name: string): Value {
  return name === 'default' ? (exports.props?.get('default') ?? exports) : memberOf(exports, name);
}

/** Notes where a value comes into the file. */
export function fromOther(value: Value, node: Node, run: Run): Value {
  return value.taints.length === 0
    ? value
    : { ...value, taints: passOn(value.taints, run.step(node, 'import')) };
}

function keyName(node: Node | undefined): string {
  return nameOf(node) || (typeof node?.value === 'string' ? node.value : '');
}

function declaredBy(node: Node | undefined): readonly string[] {
  if (!node) return [];
  if (node.type !== 'VariableDeclaration') return [nameOf(nodeOf(node.id))];
  return nodesOf(node.declarations).flatMap((it) => namesIn(nodeOf(it.id)));
}

function namesIn(pattern: Node | undefined, depth = 0): readonly string[] {
  if (!pattern || depth > MAX_DEPTH) return [];
  if (pattern.type === 'Identifier') return [nameOf(pattern)];
  const parts = [
    ...['value', 'left', 'argument'].map((key) => child(pattern, key)),
    ...nodesOf(pattern.properties),
    ...nodesOf(pattern.elements),
  ];
  return parts.flatMap((part) => namesIn(part, depth + 1));
}

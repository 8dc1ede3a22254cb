import { memberOf } from './contents.ts';
import { exportNamed, fromOther } from './exports.ts';
import { type Node, nameOf, nodeOf, nodesOf } from './node.ts';
import type { Run } from './run.ts';
import { declare, type Scope } from './scope.ts';
import { storedMember } from './storing.ts';
import { NOTHING, refValue, type Value } from './value.ts';

/** `import x, { y as z } from 'm'`: each name is that of the module's export. */
export function evaluateImport(node: Node, scope: Scope, run: Run): Value {
  const source = nodeOf(node.source)?.value;
  if (typeof source !== 'string') return NOTHING;
  const own = run.moduleAt(source);
  const module = bareName(source);
  for (const specifier of nodesOf(node.specifiers)) {
    const imported = nodeOf(specifier.imported);
    const name = nameOf(imported) || String(imported?.value ?? '') || 'default';
    const whole = specifier.type === 'ImportNamespaceSpecifier';
    const value = own
      ? fromOther(whole ? own : exportNamed(own, name), specifier, run)
      : memberOf(refValue(module), whole ? 'default' : name);
    declare(scope, nameOf(nodeOf(specifier.local)), value);
  }
  return NOTHING;
}

/** TypeScript's `import x = require('m')` and `import y = x.z`. */
export function evaluateImportEquals(node: Node, scope: Scope, run: Run): Value {
  declare(scope, nameOf(nodeOf(node.id)), run.evaluate(node.moduleReference, scope));
  return NOTHING;
}

/** `x.z`, where it is no type. */
export function evaluateQualifiedName(node: Node, scope: Scope, run: Run): Value {
  const object = run.evaluate(node.left, scope);
  return storedMember(object, nameOf(nodeOf(node.right)), node, run);
}

/** `require('m')` behind `import x =`. */
export function evaluateModuleReference(node: Node, _: Scope, run: Run): Value {
  const source = nodeOf(node.expression)?.value;
  if (typeof source !== 'string') return NOTHING;
  const own = run.moduleAt(source);
  return own ? fromOther(own, node, run) : refValue(bareName(source));
}

function bareName(module: string): string {
  return module.replace(/^node:/, '');
}

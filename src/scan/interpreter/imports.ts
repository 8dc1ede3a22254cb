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
  const reference = nodeOf(node.moduleReference);
  if (reference) declare(scope, nameOf(nodeOf(node.id)), referred(reference, scope, run));
  return NOTHING;
}

function referred(node: Node, scope: Scope, run: Run): Value {
  if (node.type === 'TSQualifiedName') {
    const left = nodeOf(node.left);
    const object = left ? referred(left, scope, run) : NOTHING;
    return storedMember(object, nameOf(nodeOf(node.right)), node, run);
  }
  if (node.type !== 'TSExternalModuleReference') return run.evaluate(node, scope);
  const source = nodeOf(node.expression)?.value;
  if (typeof source !== 'string') return NOTHING;
  const own = run.moduleAt(source);
  return own ? fromOther(own, node, run) : refValue(bareName(source));
}

function bareName(module: string): string {
  return module.replace(/^node:/, '');
}

import { taintsIn } from './contents.ts';
import { nodeOf, nodesOf } from './node.ts';
import { type Evaluate, nothing, touch } from './other-nodes.ts';
import { declaring, spread } from './patterns.ts';
import type { Run } from './run.ts';
import { declare, openBlock, ownerOf, type Scope } from './scope.ts';
import { join, NOTHING, type Value } from './value.ts';

/** The name of what a function throws; no identifier can be one. */
const THROWN = '*thrown*';

/** What was thrown where it is caught: by the function itself, or by any that it may have called. */
export function thrownIn(scope: Scope, run: Run): Value {
  return ownerOf(scope).names?.get(THROWN) ?? run.told.get(THROWN) ?? NOTHING;
}

/** `i++`, `!a`: nothing comes of it but what happens meanwhile. */
const unused: Evaluate = (node, scope, run) => {
  touch(node.argument, scope, run);
  return NOTHING;
};

/**
 * What says when something is run, and operators that give nothing: all that stands in them is looked
 * at once, in the order written. `visitAll` does the same for any node, and takes several times as
 * long to find out what is in it.
 */
export const CONTROL_FLOW: { readonly [type: string]: Evaluate } = {
  IfStatement(node, scope, run) {
    touch(node.test, scope, run);
    run.evaluate(node.consequent, scope);
    run.evaluate(node.alternate, scope);
    return NOTHING;
  },
  ForStatement(node, scope, run) {
    run.evaluate(node.init, scope);
    touch(node.test, scope, run);
    touch(node.update, scope, run);
    run.evaluate(node.body, scope);
    return NOTHING;
  },
  WhileStatement(node, scope, run) {
    touch(node.test, scope, run);
    run.evaluate(node.body, scope);
    return NOTHING;
  },
  DoWhileStatement(node, scope, run) {
    run.evaluate(node.body, scope);
    touch(node.test, scope, run);
    return NOTHING;
  },
  SwitchStatement(node, scope, run) {
    touch(node.discriminant, scope, run);
    for (const branch of nodesOf(node.cases)) run.evaluate(branch, scope);
    return NOTHING;
  },
  SwitchCase(node, scope, run) {
    // Parsers, too, put the test last.
    for (const statement of nodesOf(node.consequent)) run.evaluate(statement, scope);
    touch(node.test, scope, run);
    return NOTHING;
  },
  TryStatement(node, scope, run) {
    run.evaluate(node.block, scope);
    run.evaluate(node.handler, scope);
    run.evaluate(node.finalizer, scope);
    return NOTHING;
  },
  CatchClause(node, scope, run) {
    const inner = openBlock(scope);
    spread(nodeOf(node.param), thrownIn(scope, run), inner, run, declaring(inner));
    run.evaluate(node.body, inner);
    return NOTHING;
  },
  ThrowStatement(node, scope, run) {
    const value = run.evaluate(node.argument, scope);
    declare(ownerOf(scope), THROWN, value);
    // Who calls this function may catch it; what its own callers gave it is theirs to say.
    const taints = run.current ? taintsIn(value) : NOTHING.taints;
    if (taints.length > 0 && !taints.some(({ origin }) => origin.kind === 'parameter'))
      run.told.set(THROWN, join(run.told.get(THROWN) ?? NOTHING, value));
    return NOTHING;
  },
  UpdateExpression: unused,
  UnaryExpression: unused,
  LabeledStatement(node, scope, run) {
    run.evaluate(node.body, scope);
    return NOTHING;
  },
  BreakStatement: nothing,
  ContinueStatement: nothing,
  DebuggerStatement: nothing,
  EmptyStatement: nothing,
  Super: nothing,
  NullLiteral: nothing,
  BooleanLiteral: nothing,
  RegExpLiteral: nothing,
};

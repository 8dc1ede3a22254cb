import { nodeOf, nodesOf } from './node.ts';
import { type Evaluate, nothing, touch } from './other-nodes.ts';
import { declaring, spread } from './patterns.ts';
import { declare, lookUp, openBlock, ownerOf } from './scope.ts';
import { NOTHING } from './value.ts';

/** The name of what a function throws; no identifier can be one. */
const THROWN = '*thrown*';

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
    spread(nodeOf(node.param), lookUp(scope, THROWN) ?? NOTHING, inner, run, declaring(inner));
    run.evaluate(node.body, inner);
    return NOTHING;
  },
  ThrowStatement(node, scope, run) {
    declare(ownerOf(scope), THROWN, run.evaluate(node.argument, scope));
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

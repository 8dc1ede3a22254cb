import { thrownIn } from '../interpreter/control-flow.ts';
import { nodesOf } from '../interpreter/node.ts';
import type { Evaluate } from '../interpreter/other-nodes.ts';

/** `with a as b`: what an object of the item's own gives when it is entered; any other gives itself. */
export const entered: Evaluate = (node, scope, run) => {
  const value = run.evaluate(node.argument, scope);
  const enter = value.props?.get('__enter__')?.fn;
  return enter ? run.invoke(enter, [], node) : value;
};

/** What the item's own decorators make of a function, from the last to the first; others leave it. */
export const decorated: Evaluate = (node, scope, run) => {
  const decorators = nodesOf(node.decorators).map((it) => run.evaluate(it, scope));
  let value = run.evaluate(node.value, scope);
  for (let i = decorators.length - 1; i >= 0; i--) {
    const fn = decorators[i]?.fn;
    const made = fn && run.invoke(fn, [value], node);
    if (made?.fn || made?.props) value = made;
  }
  return value;
};

/** `except E as e`: what was raised before. */
export const caught: Evaluate = (_, scope, run) => thrownIn(scope, run);

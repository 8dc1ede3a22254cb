import { taintsIn } from './contents.ts';
import type { Node } from './node.ts';
import type { Run } from './run.ts';
import type { Value } from './value.ts';

/** `a.pipe(b)`: what comes out of `a` goes into `b`. */
export function pipe(from: Value, to: Value | undefined, node: Node, run: Run): void {
  if (!to?.ref) return;
  const detail = to.text ?? '*';
  const taints = taintsIn(from);
  if (to.ref.startsWith('@child'))
    run.flow(taints, { kind: 'shell', call: 'pipe', detail }, node, to);
  if (to.ref.startsWith('@connection'))
    run.flow(taints, { kind: 'network', call: 'pipe', detail }, node, to);
}

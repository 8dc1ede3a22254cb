import { hiddenCall } from '../rules/code/hidden-call.ts';
import type { Node } from './node.ts';
import type { Run } from './run.ts';

/** Something powerful is named by a text that was put together where a plain name would do. */
export function reportHidden(ref: string | undefined, at: Node, run: Run): void {
  if (ref !== undefined && run.library.isPowerful(ref))
    run.report(hiddenCall.found('named', { name: ref }, run.evidence(at)));
}

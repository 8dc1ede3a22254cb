import { elementsOf, matters, taintsIn } from '../interpreter/contents.ts';
import type { Value } from '../interpreter/value.ts';

const MAX_LOOKED = 200;

/** What stands for each element in a loop: of paths or addresses the one that matters. */
export function elementOf(over: Value): Value {
  const known = elementsOf(over)?.slice(0, MAX_LOOKED);
  const taints = taintsIn(over);
  const chosen = known?.find(matters) ?? known?.[0];
  if (chosen) return { ...chosen, taints };
  const { text, ref } = over;
  // What lies in a folder is known by where it lies.
  if (text?.includes('/'))
    return { text, taints, ...(ref?.startsWith('@path') ? { ref: '@path' } : {}) };
  return { text: '*', taints };
}

import type { Route } from '../document/route.ts';
import type { Origin } from './tree.ts';

/** A value's own place: index into the list of config files, and the route inside that file. */
export interface WrittenAt {
  readonly file: number;
  readonly route: Route;
}

/** Where the value at a route of the merged tree was (or would be) written. */
export function originOf(origins: Origin, route: Route): WrittenAt {
  let node: Origin | undefined = origins;
  let file = origins.at?.file ?? 0;
  let base = origins.at?.route ?? [];
  let from = 0;
  for (const [index, step] of route.entries()) {
    const key = String(step);
    const children: Origin['children'] = node?.children;
    node = children && Object.hasOwn(children, key) ? children[key] : undefined;
    if (!node) break;
    if (node.at) {
      file = node.at.file;
      base = node.at.route;
      from = index + 1;
    }
  }
  return { file, route: [...base, ...route.slice(from)] };
}

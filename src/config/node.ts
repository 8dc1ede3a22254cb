import type { JsonValue } from '../document/parse.ts';
import type { LoadedTree } from './located.ts';
import type { WrittenAt } from './origin.ts';
import type { Origin } from './tree.ts';

/** A value under construction: it knows its own place, whatever it gets merged into. */
export type ConfigNode =
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean | null;
      readonly at: WrittenAt;
    }
  | { readonly kind: 'array'; readonly items: readonly ConfigNode[]; readonly at: WrittenAt }
  | {
      readonly kind: 'object';
      readonly members: ReadonlyMap<string, ConfigNode>;
      readonly at: WrittenAt;
    };

/** A later value laid over an earlier one: objects merge, arrays are joined, anything else is replaced. */
export function mergeNodes(base: ConfigNode, over: ConfigNode): ConfigNode {
  if (base.kind === 'array' && over.kind === 'array') {
    return { ...over, items: [...base.items, ...over.items] };
  }
  if (base.kind !== 'object' || over.kind !== 'object') return over;
  const members = new Map(base.members);
  for (const [key, value] of over.members) {
    const earlier = members.get(key);
    members.set(key, earlier ? mergeNodes(earlier, value) : value);
  }
  // OpenClaw refuses to merge these, so they never take effect.
  for (const key of ['__proto__', 'prototype', 'constructor']) members.delete(key);
  return { ...over, members };
}

/** Plain values, and places for what does not stand where its parent's place suggests. */
export function toLoadedTree(root: ConfigNode): LoadedTree {
  const { value, origin } = convert(root, undefined);
  return { value, origins: origin ?? {} };
}

function convert(
  node: ConfigNode,
  expected: WrittenAt | undefined,
): { readonly value: JsonValue; readonly origin: Origin | undefined } {
  const { at } = node;
  const moved =
    !expected ||
    at.file !== expected.file ||
    at.route.length !== expected.route.length ||
    at.route.some((step, index) => step !== expected.route[index]);
  const children: [string, Origin][] = [];
  const enter = (child: ConfigNode, step: string | number) => {
    const { value, origin } = convert(child, { file: at.file, route: [...at.route, step] });
    if (origin) children.push([String(step), origin]);
    return value;
  };
  const value: JsonValue =
    node.kind === 'scalar'
      ? node.value
      : node.kind === 'array'
        ? node.items.map(enter)
        : Object.fromEntries(Array.from(node.members, ([key, child]) => [key, enter(child, key)]));
  const origin = {
    ...(moved && { at }),
    ...(children.length > 0 && { children: Object.fromEntries(children) }),
  };
  return { value, origin: moved || children.length > 0 ? origin : undefined };
}

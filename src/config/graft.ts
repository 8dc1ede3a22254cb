import { isJsonObject, type JsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';
import type { LoadedTree } from './located.ts';
import { originOf, type WrittenAt } from './origin.ts';
import { valueAt } from './schema-values.ts';
import type { Origin } from './tree.ts';

/** A value together with where it, and what it holds, was written. */
export interface Located {
  readonly value: JsonValue;
  readonly at: WrittenAt;
  readonly children: Origin['children'];
}

/** The tree with the value of one route moved to another; what is written there stays as it is. */
export function graft(tree: LoadedTree, from: Route, to: Route): LoadedTree {
  const scion = subtree(tree, from);
  const pruned = prune(tree, from);
  if (!scion) return pruned;
  const present = subtree(pruned, to);
  return put(pruned, to, present ? merge(present, scion) : scion);
}

/** The tree without the value of a route. */
export function prune(tree: LoadedTree, route: Route): LoadedTree {
  return { ...tree, value: without(tree.value, route) };
}

function without(value: JsonValue, route: Route): JsonValue {
  const [step, ...rest] = route;
  if (step === undefined || !isJsonObject(value) || !Object.hasOwn(value, step)) return value;
  const entries = Object.entries(value);
  const key = String(step);
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, inner]) => [name, name === key ? without(inner, rest) : inner]),
  );
}

/** The value at a route with the places of it and of what it holds; undefined when there is none. */
export function subtree(tree: LoadedTree, route: Route): Located | undefined {
  const value = valueAt(tree.value, ...route);
  if (value === undefined) return undefined;
  let node: Origin | undefined = tree.origins;
  for (const step of route) node = originChild(node?.children, String(step));
  return { value, at: originOf(tree.origins, route), children: node?.children };
}

function originChild(children: Origin['children'], key: string): Origin | undefined {
  return children && Object.hasOwn(children, key) ? children[key] : undefined;
}

function inside(parent: Located, key: string, value: JsonValue): Located {
  const node = originChild(parent.children, key);
  const at = node?.at ?? { file: parent.at.file, route: [...parent.at.route, key] };
  return { value, at, children: node?.children };
}

/** Objects are joined key by key; anything else that is present wins. */
function merge(present: Located, added: Located): Located {
  if (!isJsonObject(present.value) || !isJsonObject(added.value)) return present;
  const known = present.value;
  const values = new Map<string, JsonValue>(Object.entries(known));
  const children = new Map<string, Origin>(Object.entries(present.children ?? {}));
  for (const [key, value] of Object.entries(added.value)) {
    const scion = inside(added, key, value);
    const own = Object.hasOwn(known, key) ? known[key] : undefined;
    const joined = own === undefined ? scion : merge(inside(present, key, own), scion);
    values.set(key, joined.value);
    children.set(key, asOrigin(joined));
  }
  return { ...present, value: objectOf(values), children: Object.fromEntries(children) };
}

function objectOf(values: ReadonlyMap<string, JsonValue>): JsonObject {
  return Object.fromEntries(values);
}

function asOrigin({ at, children }: Located): Origin {
  return children ? { at, children } : { at };
}

/** The tree with a value put at a route; as it was when something that is no object is in the way. */
export function put(tree: LoadedTree, route: Route, located: Located): LoadedTree {
  const value = withValue(tree.value, route, located.value);
  if (value === undefined) return tree;
  return { value, origins: withOrigin(tree.origins, route, asOrigin(located)) };
}

/** Undefined when something that is no object stands in the way. */
function withValue(value: JsonValue, route: Route, placed: JsonValue): JsonValue | undefined {
  const [step, ...rest] = route;
  if (step === undefined) return placed;
  if (!isJsonObject(value)) return undefined;
  const key = String(step);
  const below = withValue(Object.hasOwn(value, key) ? (value[key] ?? {}) : {}, rest, placed);
  if (below === undefined) return undefined;
  return objectOf(new Map([...Object.entries(value), [key, below]]));
}

function withOrigin(origin: Origin, route: Route, placed: Origin): Origin {
  const [step, ...rest] = route;
  if (step === undefined) return placed;
  const key = String(step);
  const below = withOrigin(originChild(origin.children, key) ?? {}, rest, placed);
  const children = new Map([...Object.entries(origin.children ?? {}), [key, below] as const]);
  return { ...origin, children: Object.fromEntries(children) };
}

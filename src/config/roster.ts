import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';
import { prune, put, subtree } from './graft.ts';
import type { LoadedTree } from './located.ts';
import { isJsonList, valueAt } from './schema-values.ts';
import type { Origin } from './tree.ts';

const LIST: Route = ['agents', 'list'];
const ENTRIES: Route = ['agents', 'entries'];

/** Which shapes the agents of a config are written in. */
export function rosterShapes({ value }: LoadedTree): { list: boolean; entries: boolean } {
  return {
    list: valueAt(value, ...LIST) !== undefined,
    entries: isJsonObject(valueAt(value, ...ENTRIES)),
  };
}

/**
 * `agents.entries.<id>` as `agents.list[]`, which can hold everything that either shape can. Each
 * agent keeps the place where it is written; its id is the key it stands under.
 */
export function entriesToList(tree: LoadedTree): LoadedTree {
  const written = subtree(tree, ENTRIES);
  if (!written || !isJsonObject(written.value)) return tree;
  const list: JsonValue[] = [];
  const children: Record<string, Origin> = {};
  for (const [index, [id, entry]] of Object.entries(written.value).entries()) {
    const agent = subtree(tree, [...ENTRIES, id]);
    if (!agent) continue;
    list.push(isJsonObject(entry) ? { ...entry, id } : entry);
    // The id has no place of its own: the agent's is where its key stands.
    const inner = { ...agent.children, id: { at: agent.at } };
    children[String(index)] = { at: agent.at, children: inner };
  }
  return put(prune(tree, ENTRIES), LIST, { value: list, at: written.at, children });
}

/** `agents.list[]` as `agents.entries.<id>`, the shape that a newer schema speaks of. */
export function listToEntries(tree: LoadedTree): LoadedTree {
  const written = subtree(tree, LIST);
  if (!written || !isJsonList(written.value)) return tree;
  const entries = new Map<string, JsonValue>();
  const children: Record<string, Origin> = {};
  for (const [index, item] of written.value.entries()) {
    const agent = subtree(tree, [...LIST, index]);
    if (!agent || !isJsonObject(item)) continue;
    const { id, ...rest } = item;
    const key = typeof id === 'string' ? id : '';
    if (entries.has(key)) continue;
    entries.set(key, rest);
    children[key] = { at: agent.at, ...(agent.children && { children: agent.children }) };
  }
  const value = Object.fromEntries(entries);
  return put(prune(tree, LIST), ENTRIES, { value, at: written.at, children });
}

import { isJsonObject, type JsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import { formatRoute, type Route } from '../document/route.ts';
import { nearest } from '../text/nearest.ts';
import type { Dialect } from './dialect.ts';
import { createIssueSink, type IssueSink } from './issue-sink.ts';
import type { LoadedTree } from './located.ts';
import { fits, RENAMES, REPLACED } from './renames.ts';
import { scalarMismatch, typeMismatch } from './schema-scalar.ts';
import type { SchemaNode } from './schema-table.ts';
import { isJsonList } from './schema-values.ts';
import type { ConfigIssue } from './tree.ts';

const LONGEST_KEY = 80;

/** What OpenClaw's loader would refuse in a merged config; at most about two hundred issues. */
export function validateConfig(tree: LoadedTree, dialect: Dialect): readonly ConfigIssue[] {
  const sink = createIssueSink(tree.origins);
  checkValue(dialect.schema.root, tree.value, [], { dialect, sink });
  return sink.issues;
}

/** What a walk over the config carries along. */
interface Walk {
  readonly dialect: Dialect;
  readonly sink: IssueSink;
}

/** Depth is that of the schema, which does not recurse: what it leaves open is not entered. */
function checkValue(node: SchemaNode, value: JsonValue, route: Route, walk: Walk): void {
  if (node.anything) return;
  const { sink } = walk;
  if (isJsonList(value) && node.items !== undefined) checkList(node.items, value, route, walk);
  else if (isJsonObject(value) && node.object) checkObject(node, value, route, walk);
  else {
    const wrong =
      typeof value === 'object' && value !== null
        ? typeMismatch(node, value)
        : scalarMismatch(node, value, String(route.at(-1) ?? ''));
    if (wrong) sink.add(wrong.code, route, wrong.problem, wrong.args);
    else if (isDiscordNumber(node, value, route)) sink.add('rule', route, 'discord_numeric_id', {});
  }
}

function checkList(ref: string, list: readonly JsonValue[], route: Route, walk: Walk): void {
  const item = walk.dialect.schema.node(ref);
  for (const [index, value] of list.entries()) {
    if (walk.sink.full()) return;
    checkValue(item, value, [...route, index], walk);
  }
}

function checkObject(node: SchemaNode, value: JsonObject, route: Route, walk: Walk): void {
  const { dialect, sink } = walk;
  const members = node.object;
  if (!members) return;
  for (const key of Object.keys(value)) {
    if (sink.full()) return;
    const inner = [...route, key];
    const ref = members.find(key);
    if (ref !== undefined) checkValue(dialect.schema.node(ref), value[key] ?? null, inner, walk);
    else if (members.kind === 'strict') addUnknownKey(key, members.names(), inner, walk);
  }
  if (isFilled(value, 'allow') && isFilled(value, 'alsoAllow'))
    if (members.names().includes('alsoAllow'))
      sink.add('rule', [...route, 'alsoAllow'], 'allow_and_also_allow', {});
}

function isFilled(value: JsonObject, key: string): boolean {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  return isJsonList(list) && list.length > 0;
}

function addUnknownKey(key: string, known: Iterable<string>, route: Route, walk: Walk): void {
  const { dialect, sink } = walk;
  const renamed = dialect.generation === '2026.9' ? newName(route) : undefined;
  if (renamed) {
    const args = { key: formatRoute(route), replacement: renamed.name };
    sink.add('legacy_key', route, renamed.moved ? 'moved' : 'not_read', args);
    return;
  }
  const shown = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
  if (dialect.elsewhere.some((pattern) => fits(pattern.split('.'), route))) {
    const problem = dialect.generation === '2026.9' ? 'removed' : 'later';
    sink.add('unknown_key', route, problem, { key: shown, nearest: '' });
    return;
  }
  const meant = nearest(key, known) ?? '';
  sink.add('unknown_key', route, meant ? 'misspelt' : 'unknown', { key: shown, nearest: meant });
}

/** What a setting of 2026.2, or all that is below it, is called in 2026.9. */
function newName(route: Route): { readonly name: string; readonly moved: boolean } | undefined {
  const renamed = RENAMES.find(({ old }) => fits(old.slice(0, route.length), route));
  if (renamed) return { name: formatRoute(renamed.current), moved: true };
  const replaced = REPLACED.find(([old]) => fits(old.split('.'), route));
  return replaced && { name: replaced[1], moved: false };
}

/** The schema says "string or number"; a rule of its own then refuses Discord ids as numbers. */
function isDiscordNumber(node: SchemaNode, value: JsonValue, route: Route): boolean {
  return (
    typeof value === 'number' &&
    node.text !== undefined &&
    route[0] === 'channels' &&
    route[1] === 'discord'
  );
}

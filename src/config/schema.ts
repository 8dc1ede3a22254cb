import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';
import { nearest } from '../text/nearest.ts';
import { createIssueSink, type IssueSink } from './issue-sink.ts';
import type { LoadedTree } from './located.ts';
import { checkRules } from './rules.ts';
import { scalarMismatch, typeMismatch } from './schema-scalar.ts';
import { type SchemaNode, schemaNode, schemaRoot } from './schema-table.ts';
import { isJsonList, isJsonObject, type JsonObject } from './schema-values.ts';
import type { ConfigIssue } from './tree.ts';

const LONGEST_KEY = 80;

/** What OpenClaw's loader would refuse in a merged config; at most about two hundred issues. */
export function validateConfig(tree: LoadedTree): readonly ConfigIssue[] {
  const sink = createIssueSink(tree.origins);
  checkValue(schemaRoot(), tree.value, [], sink);
  checkRules(tree.value, sink);
  return sink.issues;
}

/** Depth is that of the schema, which does not recurse: what it leaves open is not entered. */
function checkValue(node: SchemaNode, value: JsonValue, route: Route, sink: IssueSink): void {
  if (isJsonList(value) && node.items !== undefined) checkList(node.items, value, route, sink);
  else if (isJsonObject(value) && node.object) checkObject(node, value, route, sink);
  else {
    const wrong =
      typeof value === 'object' && value !== null
        ? typeMismatch(node, value)
        : scalarMismatch(node, value, String(route.at(-1) ?? ''));
    if (wrong) sink.add(wrong.code, route, wrong.problem, wrong.args);
    else if (isDiscordNumber(node, value, route)) sink.add('rule', route, 'discord_numeric_id', {});
  }
}

function checkList(ref: string, list: readonly JsonValue[], route: Route, sink: IssueSink): void {
  const item = schemaNode(ref);
  for (const [index, value] of list.entries()) {
    if (sink.full()) return;
    checkValue(item, value, [...route, index], sink);
  }
}

function checkObject(node: SchemaNode, value: JsonObject, route: Route, sink: IssueSink): void {
  const members = node.object;
  if (!members) return;
  for (const key of Object.keys(value)) {
    if (sink.full()) return;
    const inner = [...route, key];
    const ref = members.find(key);
    if (ref !== undefined) checkValue(schemaNode(ref), value[key] ?? null, inner, sink);
    else if (members.kind === 'strict') addUnknownKey(key, members.names(), inner, sink);
  }
  if (isFilled(value, 'allow') && isFilled(value, 'alsoAllow'))
    if (members.names().includes('alsoAllow'))
      sink.add('rule', [...route, 'alsoAllow'], 'allow_and_also_allow', {});
}

function isFilled(value: JsonObject, key: string): boolean {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  return isJsonList(list) && list.length > 0;
}

function addUnknownKey(key: string, known: Iterable<string>, route: Route, sink: IssueSink): void {
  const shown = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
  const meant = nearest(key, known) ?? '';
  sink.add('unknown_key', route, meant ? 'misspelt' : 'unknown', { key: shown, nearest: meant });
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

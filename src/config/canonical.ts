import { isJsonObject } from '../document/json-object.ts';
import type { Route } from '../document/route.ts';
import type { Dialect } from './dialect.ts';
import { graft } from './graft.ts';
import { createIssueSink } from './issue-sink.ts';
import type { LoadedTree } from './located.ts';
import { RENAMES, RETIRED } from './renames.ts';
import { entriesToList, listToEntries, rosterShapes } from './roster.ts';
import { checkRules } from './rules.ts';
import { validateConfig } from './schema.ts';
import { valueAt } from './schema-values.ts';
import type { ConfigIssue } from './tree.ts';

/**
 * One shape for the configs of all releases: today's names, and agents as the list `agents.list`.
 * What the judged release refuses or ignores of the shape that is written is reported.
 */
export function toCanonical(
  tree: LoadedTree,
  dialect: Dialect,
): { readonly tree: LoadedTree; readonly issues: readonly ConfigIssue[] } {
  const canonical = oneShape(tree, dialect);
  const rules = createIssueSink(canonical.origins);
  checkRules(canonical.value, dialect.generation, rules);
  return {
    tree: canonical,
    issues: [
      ...validateConfig(asSchemaHasIt(tree, dialect), dialect),
      ...rules.issues,
      ...retired(tree, dialect),
    ],
  };
}

function oneShape(tree: LoadedTree, { generation }: Dialect): LoadedTree {
  let current = tree;
  for (const { old, current: name } of RENAMES)
    if (valueAt(current.value, ...old) !== undefined) current = graft(current, old, name);
  const { list, entries } = rosterShapes(tree);
  // Beside the shape that the release reads, the other one is no roster.
  return entries && (generation === '2026.9' || !list) ? entriesToList(current) : current;
}

/** A lone list of agents is still understood by releases that write entries. */
function asSchemaHasIt(tree: LoadedTree, { generation }: Dialect): LoadedTree {
  const { list, entries } = rosterShapes(tree);
  return generation === '2026.9' && list && !entries ? listToEntries(tree) : tree;
}

function retired(tree: LoadedTree, { generation }: Dialect): readonly ConfigIssue[] {
  if (generation !== '2026.9') return [];
  const sink = createIssueSink(tree.origins);
  for (const pattern of RETIRED)
    for (const route of written(tree, pattern)) sink.add('retired', route, 'ignored', {});
  return sink.issues;
}

/** The routes that a pattern stands for in this config. */
function written({ value }: LoadedTree, pattern: Route): readonly Route[] {
  let routes: readonly Route[] = [[]];
  for (const step of pattern)
    routes = routes.flatMap((route) => {
      const inner = valueAt(value, ...route);
      if (!isJsonObject(inner)) return [];
      const keys = step === '*' ? Object.keys(inner) : Object.hasOwn(inner, step) ? [step] : [];
      return keys.map((key) => [...route, key]);
    });
  return routes;
}

import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue, Route } from '../document/parse.ts';
import type { Generation } from './known-releases.ts';
import type { LoadedTree } from './located.ts';
import { valueAt } from './schema-values.ts';

const NAME = /^\$([A-Z][A-Z0-9_]{0,127})$/;
/** Where a way into the gateway is written. */
const TARGETS: readonly Route[] = ['auth', 'remote'].flatMap((section) =>
  ['token', 'password'].map((key) => ['gateway', section, key]),
);

/** Later releases take a credential that reads `$NAME` for a reference to the environment. */
export function readTextReferences(tree: LoadedTree, generation: Generation): LoadedTree {
  if (generation === '2026.2') return tree;
  const value = TARGETS.reduce((root: JsonValue, route) => {
    const written = valueAt(root, ...route);
    const name = typeof written === 'string' ? NAME.exec(written.trim())?.[1] : undefined;
    return name === undefined ? root : replaceAt(root, route, reference(name));
  }, tree.value);
  return value === tree.value ? tree : { ...tree, value };
}

const reference = (id: string): JsonValue => ({
  source: 'env',
  provider: 'default',
  id,
  asText: true,
});

function replaceAt(value: JsonValue, [step, ...rest]: Route, by: JsonValue): JsonValue {
  if (step === undefined) return by;
  return isJsonObject(value)
    ? { ...value, [step]: replaceAt(value[String(step)] ?? null, rest, by) }
    : value;
}

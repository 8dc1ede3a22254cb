import { MANIFEST_ID_FACT, PACKAGE_NAME_FACT } from '../fact-kinds.ts';
import type { Fact, Spot } from '../finding.ts';

const PLUGIN = /(?:^|\/)(?:openclaw|clawdbot|moltbot)\.plugin\.json$/;
const MAX_NAME = 200;

/** Whether a file of JSON is one of those that are looked into. */
export function isManifest(path: string): boolean {
  return PLUGIN.test(path) || /(?:^|\/)package\.json$/.test(path);
}

/** A manifest as it was parsed. */
export type Entries = Readonly<Record<string, unknown>>;

/** What a manifest holds; nothing when it is broken or no object. */
export function entriesOf(text: string): Entries {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Entries) : {};
  } catch {
    return {};
  }
}

/** What a manifest calls the item: `name` of a package.json, `id` of a plugin's manifest. */
export function namesIn(
  path: string,
  text: string,
  manifest: Entries,
  spotAt: (at: number) => Spot,
): readonly Fact[] {
  const isPlugin = PLUGIN.test(path);
  const key = isPlugin ? 'id' : 'name';
  const value = manifest[key];
  if (typeof value !== 'string' || value === '') return [];
  const at = spotAt(Math.max(0, text.indexOf(`"${key}"`)));
  const kind = isPlugin ? MANIFEST_ID_FACT : PACKAGE_NAME_FACT;
  return [{ kind, value: value.slice(0, MAX_NAME), ...at }];
}

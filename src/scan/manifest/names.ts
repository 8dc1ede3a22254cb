import { MANIFEST_ID_FACT, PACKAGE_NAME_FACT } from '../fact-kinds.ts';
import type { Fact, Spot } from '../finding.ts';

const PLUGIN = /(?:^|\/)(?:openclaw|clawdbot|moltbot)\.plugin\.json$/;
const MAX_NAME = 200;

/** Whether a file of JSON is one of those that are looked into. */
export function isManifest(path: string): boolean {
  return PLUGIN.test(path) || /(?:^|\/)package\.json$/.test(path);
}

/** What a manifest calls the item: `name` of a package.json, `id` of a plugin's manifest. */
export function namesIn(path: string, text: string, spotAt: (at: number) => Spot): readonly Fact[] {
  const isPlugin = PLUGIN.test(path);
  if (!isPlugin && !/(?:^|\/)package\.json$/.test(path)) return [];
  const key = isPlugin ? 'id' : 'name';
  const value = stringAt(text, key);
  if (value === undefined || value === '') return [];
  const at = spotAt(Math.max(0, text.indexOf(`"${key}"`)));
  const kind = isPlugin ? MANIFEST_ID_FACT : PACKAGE_NAME_FACT;
  return [{ kind, value: value.slice(0, MAX_NAME), ...at }];
}

function stringAt(text: string, key: 'id' | 'name'): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const found: unknown = Reflect.get(value, key);
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

import type { Generation } from './known-releases.ts';

/** What a generation's config may hold; made by the scripts that its `source` speaks of. */
export interface SchemaData {
  /** As `createSchema` reads them. */
  readonly nodes: readonly string[];
  /** Settings that only the other generation has; `*` stands for any name or place in a list. */
  readonly elsewhere: readonly string[];
}

/** Loads one generation's; the bundled program has the file beside it (scripts/data-plugin.mjs). */
export async function loadSchemaData(generation: Generation): Promise<SchemaData> {
  const { default: data } =
    generation === '2026.2'
      ? await import('../../data/config-schema-2026.2.json', { with: { type: 'json' } })
      : await import('../../data/config-schema-2026.9.json', { with: { type: 'json' } });
  return data;
}

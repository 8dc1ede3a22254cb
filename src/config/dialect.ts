import type { Generation } from './known-releases.ts';
import { createSchema, type Schema } from './schema-table.ts';

/** How the releases of one generation write a config. */
export interface Dialect {
  readonly generation: Generation;
  readonly schema: Schema;
  /** Settings that only the other generation has; `*` stands for any name or place in a list. */
  readonly elsewhere: readonly string[];
}

/** Loads what is known of a generation's settings; that of the others stays where it is. */
export async function dialectOf(generation: Generation): Promise<Dialect> {
  const { default: table } =
    generation === '2026.2'
      ? await import('../../data/config-schema-2026.2.json', { with: { type: 'json' } })
      : await import('../../data/config-schema-2026.9.json', { with: { type: 'json' } });
  return { generation, schema: createSchema(table.nodes), elsewhere: table.elsewhere };
}

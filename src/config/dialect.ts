import type { Generation } from './known-releases.ts';
import { loadSchemaData } from './schema-data.ts';
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
  const { nodes, elsewhere } = await loadSchemaData(generation);
  return { generation, schema: createSchema(nodes), elsewhere };
}

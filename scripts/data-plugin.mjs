// Start-up: data is parsed as JSON, which is faster than compiling it, and the schema of the one
// generation that an audit needs is read from a file of its own.
import { readFileSync } from 'node:fs';

const GENERATIONS = ['2026.2', '2026.9'];
const fileOf = (generation) => `config-schema-${generation}.json`;

const READ_SCHEMA = `
import { readFileSync } from 'node:fs';
export async function loadSchemaData(generation) {
  return JSON.parse(readFileSync(import.meta.dirname + '/data/config-schema-' + generation + '.json', 'utf8'));
}
`;

export function dataAsJson() {
  return {
    name: 'data-as-json',
    load(id) {
      if (/[\\/]config[\\/]schema-data\.ts$/.test(id))
        return { code: READ_SCHEMA, moduleType: 'js' };
      if (!/[\\/]data[\\/][^\\/]+\.json$/.test(id)) return null;
      const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
      return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    },
    generateBundle() {
      for (const generation of GENERATIONS) {
        const { nodes, elsewhere } = JSON.parse(readFileSync(`data/${fileOf(generation)}`, 'utf8'));
        const source = JSON.stringify({ nodes, elsewhere });
        this.emitFile({ type: 'asset', fileName: `data/${fileOf(generation)}`, source });
      }
    },
  };
}

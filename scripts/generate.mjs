// Writes what is derived from the checks, the rules and the data. With --check: fails when something is not current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadScript } from './load.mjs';

const check = process.argv.includes('--check');
let stale = 0;

function emit(path, text) {
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (current === text) return;
  stale += 1;
  if (check) return console.error(`not current: ${path} (run npm run generate)`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.error(`wrote ${path}`);
}

const { advisoryTable } = await loadScript('scripts/generate-advisories.ts');
emit('data/advisory-table.json', advisoryTable());
const { checkIndex } = await loadScript('scripts/generate-index.ts');
emit('src/checks/index.ts', checkIndex());
const { checkDocs } = await loadScript('scripts/generate-docs.ts');
for (const [path, text] of checkDocs()) emit(path, text);
const { ruleDocs } = await loadScript('scripts/generate-rules.ts');
for (const [path, text] of ruleDocs()) emit(path, text);
if (check && stale > 0) process.exitCode = 1;

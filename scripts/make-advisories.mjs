// Turns a list of advisories as it was collected into data/advisories.json, one advisory a line.
// Nothing in an entry is changed; what is odd about the list is written down in `data.notes`.
//   node scripts/make-advisories.mjs COLLECTED.json > data/advisories.json
import { readFileSync } from 'node:fs';
import { loadScript } from './load.mjs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/make-advisories.mjs COLLECTED.json');
  process.exit(2);
}
const { readAdvisories } = await loadScript('src/cli/advisory-data.ts');
const { oddities } = await loadScript('scripts/advisory-oddities.ts');

const collected = JSON.parse(readFileSync(file, 'utf8'));
const { generated, scope, coverage, versionScheme, sources, advisories } = collected;
const data = { date: generated, sources, scope, coverage, versionScheme };
const outcome = readAdvisories({ data, advisories });
if (!outcome.ok) {
  console.error(`${file}: ${outcome.at} should be ${outcome.expected}`);
  process.exit(1);
}
const head = JSON.stringify({ ...data, notes: oddities(outcome.value.advisories) }, null, 1);
const lines = advisories.map((advisory) => `  ${JSON.stringify(advisory)}`);
console.log(
  `{\n "data": ${head.replaceAll('\n', '\n ')},\n "advisories": [\n${lines.join(',\n')}\n ]\n}`,
);

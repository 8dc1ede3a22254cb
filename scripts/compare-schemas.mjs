// Notes in each of two node tables which settings only the other one has, so that a setting of another
// release can be told from a misspelt one.
//   node scripts/compare-schemas.mjs data/config-schema-2026.2.json data/config-schema-2026.9.json
import { readFileSync, writeFileSync } from 'node:fs';

const files = process.argv.slice(2);
if (files.length !== 2) {
  console.error('usage: node scripts/compare-schemas.mjs TABLE.json TABLE.json');
  process.exit(2);
}
const DEEPEST = 14;
const tables = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));

function readNode(nodes, ref) {
  const line = nodes[Number.parseInt(ref, 36)];
  const [, kind, entries = ''] = /(?:^| )(strict|open|map)\{(.*)$/.exec(line) ?? [];
  const members = entries.split(' ').filter(Boolean);
  return {
    kind,
    items: /array:(\w+)/.exec(line)?.[1],
    members: new Map(members.map((entry) => entry.split(':'))),
  };
}

/** Topmost settings of `ours` that `theirs` refuses, `*` for any name or place in a list. */
function* missing(ours, theirs, ourRef, theirRef, path) {
  if (path.length > DEEPEST) return;
  const [our, their] = [readNode(ours, ourRef), readNode(theirs, theirRef)];
  if (our.items && their.items)
    yield* missing(ours, theirs, our.items, their.items, [...path, '*']);
  if (!our.kind || !their.kind) return;
  for (const [key, ref] of our.members) {
    const other = their.members.get(key) ?? their.members.get('*');
    if (other !== undefined) yield* missing(ours, theirs, ref, other, [...path, key]);
    else if (their.kind === 'strict') yield [...path, key].join('.');
  }
}

for (const [index, file] of files.entries()) {
  const [own, other] = [tables[index], tables[1 - index]];
  const elsewhere = [...missing(other.nodes, own.nodes, '0', '0', [])];
  // What a channel plugin takes beside its channel's own keys changes from release to release.
  const kept = elsewhere.filter((path) => !/^channels\.[^.]+\../.test(path) || index === 1);
  const table = { ...own, elsewhere: kept };
  writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
}

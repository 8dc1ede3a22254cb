// Turns a table of config keys (path, type, default, object kind; tab separated, with a heading)
// into the compact node table that src/config/schema-table.ts reads.
//   node scripts/make-schema.mjs KEYS.tsv VERSION > data/config-schema-2026.2.json
import { readFileSync } from 'node:fs';
import { createTable, printTable } from './schema-table.mjs';

const [file, version] = process.argv.slice(2);
if (!file || !version) {
  console.error('usage: node scripts/make-schema.mjs KEYS.tsv VERSION');
  process.exit(2);
}

const LIMITS = { 'pattern=^#?[0-9a-fA-F]{6}$': 'color', 'format=uri': 'uri' };

/** The tree of keys: every row hangs below the row of its parent. */
function readTree(rows) {
  const root = { type: 'object', kind: 'strict', members: new Map() };
  const nodes = new Map([['', root]]);
  for (const [path, type, , kind] of rows) {
    const isItem = path.endsWith('[]');
    const cut = isItem ? path.length - 2 : path.lastIndexOf('.');
    const parent = nodes.get(cut < 0 ? '' : path.slice(0, cut));
    if (!parent) throw new Error(`no parent of ${path}`);
    const node = { type, kind, members: new Map() };
    nodes.set(path, node);
    const key = isItem ? '[]' : path.slice(cut + 1);
    parent.members.set(key === '<key>' ? '*' : key, node);
  }
  return root;
}

/** Alternatives of a type: `string or false`, `"a"|"b"`, `array<string|number> or object`. */
function alternatives(type) {
  const parts = [];
  let depth = 0;
  let current = '';
  for (const piece of type.split(/( or |[|<>])/)) {
    if (piece === '<') depth += 1;
    if (piece === '>') depth -= 1;
    if (depth === 0 && (piece === ' or ' || piece === '|')) {
      parts.push(current);
      current = '';
    } else current += piece;
  }
  return [...parts, current];
}

const table = createTable();

function encode(node) {
  return table.line(alternatives(node.type).map((part) => encodePart(part, node)));
}

function encodePart(part, node) {
  if (part.startsWith('array<')) {
    const item = node.members.get('[]') ?? { type: part.slice(6, -1), members: new Map() };
    return table.array(encode(item));
  }
  if (part === 'object') {
    const members = [...node.members].filter(([key]) => key !== '[]');
    // An object whose keys the table does not list is free.
    const kind = node.kind || (members.length > 0 ? 'strict' : 'open');
    return table.object(
      kind,
      members.map(([key, member]) => [key, encode(member)]),
    );
  }
  for (const [from, to] of Object.entries(LIMITS))
    if (part.includes(from)) return part.replace(from, to);
  if (!/^(?:(?:string|number|integer)(?:\([\w=.,]+\))?|boolean|false|\d+|"[^"\s]+")$/.test(part))
    throw new Error(`odd type ${part}`);
  return part;
}

const rows = readFileSync(file, 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean)
  .map((line) => line.split('\t'));
console.log(printTable(version, table.nodes(encode(readTree(rows)))));

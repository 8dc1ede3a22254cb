// Turns a table of config keys (path, type, default, object kind; tab separated, with a heading)
// into the compact node table that src/config/schema-table.ts reads.
//   node scripts/make-schema.mjs KEYS.tsv VERSION > data/config-schema-2026.2.json
import { readFileSync } from 'node:fs';

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

const lines = new Map();
const intern = (line) => {
  const seen = lines.get(line);
  if (seen) {
    seen.uses += 1;
    return seen;
  }
  const entry = { line, uses: 1 };
  lines.set(line, entry);
  return entry;
};
/** A reference inside a line, replaced by its number when all lines are known. */
const refs = [];
const refTo = (entry) => `<${refs.includes(entry) ? refs.indexOf(entry) : refs.push(entry) - 1}>`;

/** Plain alternatives first, an object last: its members reach to the end of the line. */
function encode(node) {
  const rank = (word) =>
    /^(?:strict|open|map)\{/.test(word) ? 2 : word.startsWith('array:') ? 1 : 0;
  const words = alternatives(node.type).map((part) => encodePart(part, node));
  return intern(words.sort((a, b) => rank(a) - rank(b)).join(' '));
}

function encodePart(part, node) {
  if (part.startsWith('array<')) {
    const item = node.members.get('[]') ?? { type: part.slice(6, -1), members: new Map() };
    return `array:${refTo(encode(item))}`;
  }
  if (part === 'object') {
    const members = [...node.members].filter(([key]) => key !== '[]');
    // An object whose keys the table does not list is free.
    const kind = node.kind || (members.length > 0 ? 'strict' : 'open');
    for (const [key] of members)
      if (!/^(?:[\w$-]+|\*)$/.test(key)) throw new Error(`odd key ${key}`);
    return [`${kind}{`, ...members.map(([key, m]) => `${key}:${refTo(encode(m))}`)].join(' ');
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
const top = encode(readTree(rows));
// The root first, then by use: frequent nodes get short numbers.
const order = [
  top,
  ...[...lines.values()].filter((e) => e !== top).sort((a, b) => b.uses - a.uses),
];
const numbers = new Map(order.map((entry, index) => [entry, index.toString(36)]));
const nodes = order.map(({ line }) =>
  line.replace(/([:])<(\d+)>/g, (_, colon, ref) => colon + numbers.get(refs[Number(ref)])),
);
const table = {
  about: 'Config keys that OpenClaw accepts; read by src/config/schema-table.ts',
  source: `JSON Schema of the config validator of openclaw@${version}`,
  version,
  nodes,
};
console.log(JSON.stringify(table, null, 1));

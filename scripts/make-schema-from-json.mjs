// Turns the JSON Schema that `openclaw config schema` prints into the compact node table that
// src/config/schema-table.ts reads. Only key names, types and limits are kept.
//   node scripts/make-schema-from-json.mjs SCHEMA.json VERSION > data/config-schema-2026.9.json
import { readFileSync } from 'node:fs';
import { createTable, printTable } from './schema-table.mjs';

const [file, version] = process.argv.slice(2);
if (!file || !version) {
  console.error('usage: node scripts/make-schema-from-json.mjs SCHEMA.json VERSION');
  process.exit(2);
}

const table = createTable();
const COLOR = '^#?[0-9a-fA-F]{6}$';
/** What a plugin's own settings may be is the plugin's business. */
const isPluginConfig = (path) =>
  path.length === 4 && path[0] === 'plugins' && path[1] === 'entries' && path[3] === 'config';

/** Every plain alternative of a node; objects and lists stay whole. */
function variants(schema) {
  const inner = schema.anyOf ?? schema.oneOf;
  if (inner) return inner.flatMap(variants);
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  return [schema];
}

function limits(schema, names) {
  const kept = names.flatMap((name) =>
    typeof schema[name] === 'number' && Math.abs(schema[name]) < Number.MAX_SAFE_INTEGER
      ? [`${name}=${schema[name]}`]
      : [],
  );
  return kept.length > 0 ? `(${kept.join(',')})` : '';
}

const literal = (value) => (typeof value === 'string' ? JSON.stringify(value) : String(value));

function textWord(schema) {
  if (schema.pattern === COLOR) return 'string(color)';
  if (schema.format === 'uri') return 'string(uri)';
  return `string${limits(schema, ['minLength', 'maxLength'])}`;
}

function scalarWords(schema) {
  if (schema.const !== undefined) return [literal(schema.const)];
  if (schema.enum) return schema.enum.map(literal);
  if (schema.type === 'boolean') return ['boolean'];
  if (schema.type === 'string') return [textWord(schema)];
  if (schema.type === 'number' || schema.type === 'integer')
    return [schema.type + limits(schema, ['minimum', 'exclusiveMinimum', 'maximum'])];
  return [];
}

/** One object that takes what any of the variants takes: which one is meant is not decided here. */
function objectWord(objects, path) {
  const keys = new Map();
  let open = false;
  let rest;
  for (const { properties = {}, additionalProperties: more } of objects) {
    for (const [key, schema] of Object.entries(properties))
      keys.set(key, [...(keys.get(key) ?? []), schema]);
    if (more === undefined || more === true) open = true;
    else if (more && Object.keys(more).length > 0) rest = [...(rest ?? []), more];
    else if (more) rest ??= [more];
  }
  const members = [...keys]
    .filter(([key]) => /^[\w$-]+$/.test(key))
    .map(([key, schemas]) => [key, encode({ anyOf: schemas }, [...path, key])]);
  if (rest) members.push(['*', encode({ anyOf: rest }, [...path, '*'])]);
  return table.object(rest && keys.size === 0 ? 'map' : open ? 'open' : 'strict', members);
}

function encode(schema, path) {
  const all = variants(schema);
  const isFree = (one) =>
    one.$ref || (one.type === undefined && one.const === undefined && !one.enum && !one.properties);
  if (isPluginConfig(path) || all.some((one) => isFree(one) && !one.allOf)) return ANYTHING;
  const flat = all.flatMap((one) => (one.allOf && !one.type ? one.allOf.slice(0, 1) : [one]));
  const words = flat.flatMap(scalarWords);
  const lists = flat.filter(({ type }) => type === 'array');
  if (lists.length > 0) {
    const items = lists.flatMap(({ items: of }) => (Array.isArray(of) ? of : [of ?? {}]));
    words.push(table.array(encode({ anyOf: items }, [...path, '[]'])));
  }
  const objects = flat.filter(({ type }) => type === 'object');
  if (objects.length > 0) words.push(objectWord(objects, path));
  if (words.length === 0) throw new Error(`odd node at ${path.join('.')}`);
  return table.line(plainest(words));
}

/** Where any text or any number is taken, its narrower alternatives say nothing more. */
function plainest(words) {
  const any = (name) => words.includes(name);
  return words.filter(
    (word) =>
      !(any('string') && (word.startsWith('"') || word.startsWith('string('))) &&
      !(any('number') && /^(?:number|integer)\(|^integer$|^-?\d/.test(word)) &&
      !(any('boolean') && (word === 'true' || word === 'false')),
  );
}

const EVERYTHING = ['string', 'number', 'boolean'];
const ANYTHING = table.line([...EVERYTHING, table.array(table.line(['any'])), 'open{']);

const top = encode(JSON.parse(readFileSync(file, 'utf8')), []);
console.log(printTable(version, table.nodes(top)));

/** How far a text or number may go; `at least`, `more than` and `at most` as the table has them. */
export interface Limits {
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: 'color' | 'uri';
}

interface Members {
  /** strict: no other keys; map: any key, all alike; open: other keys are not looked at. */
  readonly kind: 'strict' | 'map' | 'open';
  /** Number of the node of a key; undefined for a key that is not known. */
  find(key: string): string | undefined;
  /** The keys that have a node of their own. */
  names(): readonly string[];
}

/** What a setting may hold. Several may be set: `string or object`. */
export interface SchemaNode {
  /** The types in words: `string, number`. */
  readonly types: string;
  readonly text: Limits | undefined;
  readonly number: Limits | undefined;
  readonly integer: boolean;
  readonly boolean: boolean;
  /** Whatever is written will do. */
  readonly anything: boolean;
  readonly literals: readonly (string | number | boolean)[];
  /** Number of the node of an array's items. */
  readonly items: string | undefined;
  readonly object: Members | undefined;
}

const ROOT = '0';
const NO_LIMITS: Limits = {};

/** `minimum=0,maximum=23`, `color`. */
function readLimits(text: string): Limits {
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {};
  for (const part of text.split(',')) {
    const [name, amount = ''] = part.split('=');
    if (name === 'color' || name === 'uri') limits.format = name;
    else if (name === 'minimum' || name === 'exclusiveMinimum' || name === 'maximum')
      limits[name] = Number(amount);
    else if (name === 'minLength' || name === 'maxLength') limits[name] = Number(amount);
  }
  return limits;
}

/** `entries` is ` key:ref key:ref *:ref`. Searched as it is: most keys are never asked for. */
function readMembers(kind: string, entries: string): Members {
  const refOf = (key: string) => {
    const start = entries.indexOf(` ${key}:`);
    if (start < 0) return undefined;
    const end = entries.indexOf(' ', start + 1);
    return entries.slice(start + key.length + 2, end < 0 ? undefined : end);
  };
  const rest = refOf('*');
  return {
    kind: kind === 'map' || kind === 'open' ? kind : 'strict',
    // Neither stands in a known key; in a foreign one they could pretend to be part of the line.
    find: (key) => (key.includes(' ') || key.includes(':') ? rest : (refOf(key) ?? rest)),
    names: () => [...entries.matchAll(/ ([^\s:*]+):/g)].map(([, name = '']) => name),
  };
}

type Draft = { -readonly [K in keyof SchemaNode]: SchemaNode[K] };

/** `string`, `integer(minimum=0)`, `array:4`, `"word"`, `3`, `false`. */
function readWord(node: Draft, types: string[], word: string): void {
  const open = word.indexOf('(');
  const name = open < 0 ? word : word.slice(0, open);
  const limits = open < 0 ? NO_LIMITS : readLimits(word.slice(open + 1, -1));
  if (name === 'string') node.text = limits;
  else if (name === 'number') node.number = limits;
  else if (name === 'integer') {
    node.number = limits;
    node.integer = true;
  } else if (name === 'boolean') node.boolean = true;
  else if (name === 'any') node.anything = true;
  else if (name.startsWith('array:')) {
    node.items = name.slice('array:'.length);
    types.push('array');
    return;
  } else {
    node.literals = [...node.literals, readLiteral(word)];
    return;
  }
  types.push(name);
}

function readNode(line: string): SchemaNode {
  const node: Draft = {
    types: '',
    text: undefined,
    number: undefined,
    integer: false,
    boolean: false,
    anything: false,
    literals: [],
    items: undefined,
    object: undefined,
  };
  const types: string[] = [];
  const brace = line.indexOf('{');
  const plain = brace < 0 ? line : line.slice(0, line.lastIndexOf(' ', brace) + 1);
  for (const word of plain.split(' ')) if (word) readWord(node, types, word);
  if (brace >= 0) {
    node.object = readMembers(line.slice(plain.length, brace), line.slice(brace + 1));
    types.push('object');
  }
  node.types = types.join(', ');
  return node;
}

function readLiteral(word: string): string | number | boolean {
  if (word === 'false' || word === 'true') return word === 'true';
  return word.startsWith('"') ? word.slice(1, -1) : Number(word);
}

/** What the config of one release may hold. */
export interface Schema {
  /** What the config as a whole may hold. */
  readonly root: SchemaNode;
  /** A node by its number; decoded when first asked for. */
  node(ref: string): SchemaNode;
}

/** Reads the lines of a node table (scripts/make-schema.mjs writes it). */
export function createSchema(lines: readonly string[]): Schema {
  const decoded = new Map<string, SchemaNode>();
  const node = (ref: string) => {
    const known = decoded.get(ref);
    if (known) return known;
    const read = readNode(lines[Number.parseInt(ref, 36)] ?? 'open{');
    decoded.set(ref, read);
    return read;
  };
  return {
    get root() {
      return node(ROOT);
    },
    node,
  };
}

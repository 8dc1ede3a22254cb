// Writes a tree of config keys as the compact node table that src/config/schema-table.ts reads.

/** Lines already written, each once: most keys are alike. */
export function createTable() {
  const lines = new Map();
  /** References inside lines, replaced by their numbers when all lines are known. */
  const refs = [];
  const known = new Map();

  function intern(line) {
    const seen = lines.get(line);
    if (seen) {
      seen.uses += 1;
      return seen;
    }
    const entry = { line, uses: 1 };
    lines.set(line, entry);
    return entry;
  }

  function refTo(entry) {
    const number = known.get(entry) ?? refs.push(entry) - 1;
    known.set(entry, number);
    return `<${number}>`;
  }

  /** Plain alternatives first, an object last: its members reach to the end of the line. */
  function line(words) {
    const rank = (word) =>
      /^(?:strict|open|map)\{/.test(word) ? 2 : word.startsWith('array:') ? 1 : 0;
    return intern([...new Set(words)].sort((a, b) => rank(a) - rank(b)).join(' '));
  }

  function object(kind, members) {
    for (const [key] of members)
      if (!/^(?:[\w$-]+|\*)$/.test(key)) throw new Error(`odd key ${key}`);
    return [`${kind}{`, ...members.map(([key, entry]) => `${key}:${refTo(entry)}`)].join(' ');
  }

  /** The root first, then by use: frequent nodes get short numbers. */
  function nodes(top) {
    const rest = [...lines.values()].filter((entry) => entry !== top);
    const order = [top, ...rest.sort((a, b) => b.uses - a.uses)];
    const numbers = new Map(order.map((entry, index) => [entry, index.toString(36)]));
    return order.map(({ line: text }) =>
      text.replace(/([:])<(\d+)>/g, (_, colon, ref) => colon + numbers.get(refs[Number(ref)])),
    );
  }

  return { line, object, array: (entry) => `array:${refTo(entry)}`, nodes };
}

/** The file's text. */
export function printTable(version, nodes) {
  const table = {
    about: 'Config keys that OpenClaw accepts; read by src/config/schema-table.ts',
    source: `JSON Schema of the config validator of openclaw@${version}`,
    version,
    nodes,
  };
  return JSON.stringify(table, null, 1);
}

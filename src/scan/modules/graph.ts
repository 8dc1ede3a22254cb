/** Files of one item and which of them import which. */
export interface ModuleGraph {
  readonly traits: ReadonlyMap<string, string>;
  /** Paths of the files that a file imports. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** What it takes for data to be followed, as traits that the files have together. */
const COMBINATIONS = ['sn', 'fdn', 'nr', 'hr', 'pw'];
/** Files of an item that are followed into each other; the rest is still read one by one. */
const MAX_MODULES = 400;

export interface Order {
  /** What is imported stands before what imports it, cycles excepted. */
  readonly paths: readonly string[];
  /** Files that were left out. */
  readonly left: number;
}

/**
 * The files through which data can go from one to another: those below a file that imports, at any
 * distance, both where something starts and where it ends. Linear in files and imports.
 */
export function relevantModules(graph: ModuleGraph): Order {
  const wanted = new Set<string>();
  const roots = new Set<string>();
  const importers = reversed(graph.imports);
  for (const combination of COMBINATIONS) {
    const over = [...combination].map((trait) => reach(having(graph.traits, trait), importers));
    const [first, ...others] = over;
    const joints = [...(first ?? [])].filter((path) => others.every((it) => it.has(path)));
    // A file that holds all of it and imports nothing was followed by itself.
    const below = reach(
      joints.filter((path) => (graph.imports.get(path) ?? []).length > 0),
      graph.imports,
    );
    for (const path of below)
      if (over.some((it) => it.has(path)) || graph.traits.get(path)?.includes('h'))
        wanted.add(path);
    for (const path of joints) if (wanted.has(path)) roots.add(path);
  }
  if (wanted.size < 2) return { paths: [], left: 0 };
  const order = importsFirst([...roots].sort(), wanted, graph.imports);
  return { paths: order.slice(0, MAX_MODULES), left: Math.max(0, order.length - MAX_MODULES) };
}

function having(traits: ReadonlyMap<string, string>, trait: string): readonly string[] {
  return [...traits].filter(([, all]) => all.includes(trait)).map(([path]) => path);
}

function reversed(imports: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const [path, targets] of imports)
    for (const target of targets) {
      const list = importers.get(target);
      if (list) list.push(path);
      else importers.set(target, [path]);
    }
  return importers;
}

function reach(
  starts: readonly string[],
  edges: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set(starts);
  // A set that grows while it is walked is walked to its end.
  for (const path of seen) for (const next of edges.get(path) ?? []) seen.add(next);
  return seen;
}

/** Depth first without recursion: a chain of imports can be as long as an item has files. */
function importsFirst(
  roots: readonly string[],
  wanted: ReadonlySet<string>,
  imports: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const root of roots) {
    const stack: { readonly path: string; leaving: boolean }[] = [{ path: root, leaving: false }];
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (top.leaving) {
        order.push(top.path);
        continue;
      }
      if (seen.has(top.path)) continue;
      seen.add(top.path);
      stack.push({ path: top.path, leaving: true });
      for (const next of imports.get(top.path) ?? [])
        if (wanted.has(next) && !seen.has(next)) stack.push({ path: next, leaving: false });
    }
  }
  return order;
}

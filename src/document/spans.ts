import { type LineTable, lineTable } from './lines.ts';
import type { Node, Reading } from './nodes.ts';
import type { JsonValue, Span } from './parse.ts';
import type { Route } from './route.ts';

/** A string, number, boolean or null of the text; a member that a later duplicate overrides is one too. */
interface Leaf {
  readonly route: Route;
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** A key as it stands in the text. */
interface KeyLeaf {
  readonly route: Route;
  readonly span: Span;
  readonly key: string;
}

/** Where every value and key of a document stands. */
export interface SpanIndex {
  value(route: Route): Span | undefined;
  key(route: Route): Span | undefined;
  /** The value at the route, or at its nearest written parent. */
  nearest(route: Route): { readonly route: Route; readonly span: Span };
  readonly leaves: readonly Leaf[];
  readonly keys: readonly KeyLeaf[];
  readonly duplicates: readonly {
    readonly route: Route;
    readonly first: Span;
    readonly second: Span;
  }[];
}

/** Whether the text was read as the value says; only the last of several equal keys counts. */
function agrees(node: Node | undefined, value: JsonValue | undefined): boolean {
  if (typeof value !== 'object' || value === null)
    return Object.is(node?.scalar, value) && node?.kind === 'scalar';
  if (Array.isArray(value)) {
    if (node?.kind !== 'array' || node.children.size !== value.length) return false;
    return value.every((element, index) => agrees(node.children.get(index), element));
  }
  const members = value as { readonly [key: string]: JsonValue };
  const keys = Object.keys(members);
  if (node?.kind !== 'object' || node.children.size !== keys.length) return false;
  return keys.every((key) => agrees(node.children.get(key), members[key]));
}

function routeOf(node: Node): Route {
  const route: (string | number)[] = [];
  for (let at = node; at.parent; at = at.parent) route.push(at.step);
  return route.reverse();
}

function build(text: string, { root, nodes }: Reading): SpanIndex {
  let lines: LineTable | undefined;
  const spanAt = (start: number, end: number): Span => {
    lines ??= lineTable(text);
    return { start, end, ...lines.at(start) };
  };
  const spanOf = (node: Node) => spanAt(node.start, node.end);
  const keyOf = (node: Node) => spanAt(node.keyStart, node.keyEnd);
  const find = (route: Route) => {
    let node: Node | undefined = root;
    for (const step of route) node = node?.children.get(step);
    return node;
  };
  let leaves: readonly Leaf[] | undefined;
  let keys: readonly KeyLeaf[] | undefined;
  return {
    value(route) {
      const node = find(route);
      return node && spanOf(node);
    },
    key(route) {
      const node = find(route);
      return node && node.keyStart >= 0 ? keyOf(node) : undefined;
    },
    nearest(route) {
      let node = root;
      for (const [index, step] of route.entries()) {
        const child = node.children.get(step);
        if (!child) return { route: route.slice(0, index), span: spanOf(node) };
        node = child;
      }
      return { route, span: spanOf(node) };
    },
    // Routes are made when asked for: those of a long list 256 levels deep would fill the memory.
    get leaves() {
      leaves ??= nodes
        .filter((node) => node.kind === 'scalar')
        .map((node) => ({
          get route() {
            return routeOf(node);
          },
          span: spanOf(node),
          value: node.scalar,
        }));
      return leaves;
    },
    get keys() {
      keys ??= nodes
        .filter((node) => node.keyStart >= 0)
        .map((node) => ({
          get route() {
            return routeOf(node);
          },
          span: keyOf(node),
          key: String(node.step),
        }));
      return keys;
    },
    duplicates: nodes.flatMap((node) =>
      node.overrides
        ? [{ route: routeOf(node), first: keyOf(node.overrides), second: keyOf(node) }]
        : [],
    ),
  };
}

/** Positions of a text whose value is known; undefined when they cannot be trusted. */
export function indexSpans(
  text: string,
  value: JsonValue,
  reading: Reading | undefined,
): SpanIndex | undefined {
  return reading && agrees(reading.root, value) ? build(text, reading) : undefined;
}

/** A node of Python's concrete syntax tree, with its named children alone. */
export interface Raw {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly kids: readonly Raw[];
}

interface Growing extends Raw {
  readonly kids: Raw[];
}

const NO_KIDS: Raw[] = [];

/** What a walk over a tree needs: a cursor of tree-sitter, or one that a test makes. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** Names of node types by their number; undefined for punctuation, keywords and comments. */
export type TypeNames = readonly (string | undefined)[];

export interface RawTree {
  readonly root: Raw;
  /** False when there was more than is looked at. */
  readonly complete: boolean;
  /** Whether there are parts that are no Python. */
  readonly broken: boolean;
}

const MAX_NODES = 600_000;
/** Nodes whose text says all. */
const LEAVES: ReadonlySet<string> = new Set(
  'identifier integer float true false none type ellipsis dotted_name escape_sequence string_start string_end string_content pass_statement import_prefix wildcard_import line_continuation'.split(
    ' ',
  ),
);
const PLAIN_STRING = /^[rRbBuU]{0,2}["']/;

/**
 * Copies a tree out of the parser, since each look at one of its nodes is a call over a border.
 * Without recursion: a sum of ten thousand terms is ten thousand levels deep.
 */
export function copyTree(cursor: Cursor, names: TypeNames, text: string): RawTree {
  const root: Growing = { type: 'module', start: 0, end: text.length, kids: [] };
  const open: Growing[] = [root];
  let nodes = 0;
  let broken = false;
  if (!cursor.gotoFirstChild()) return { root, complete: true, broken };
  for (;;) {
    const type = names[cursor.nodeTypeId];
    const parent = open[open.length - 1];
    let entered = false;
    if (type !== undefined && parent) {
      if (++nodes > MAX_NODES) return { root, complete: false, broken };
      if (type === 'ERROR') broken = true;
      const start = cursor.startIndex;
      const leaf = LEAVES.has(type) || (type === 'string' && isPlain(text, start));
      const node: Growing = { type, start, end: cursor.endIndex, kids: leaf ? NO_KIDS : [] };
      parent.kids.push(node);
      if (!leaf && cursor.gotoFirstChild()) {
        open.push(node);
        entered = true;
      }
    }
    if (entered) continue;
    while (!cursor.gotoNextSibling()) {
      open.pop();
      if (open.length === 0 || !cursor.gotoParent()) return { root, complete: true, broken };
    }
  }
}

/** Whether a string is read from its text alone: nothing is put into it. */
function isPlain(text: string, start: number): boolean {
  return PLAIN_STRING.test(text.slice(start, start + 3));
}

import type { Document, parseDocument, Scalar, YAMLMap } from 'yaml';
import { DESCRIPTION_FACT, NAME_FACT } from '../fact-kinds.ts';
import type { Fact, ScanFinding, Spot } from '../finding.ts';
import { unreadableHead } from '../rules/file/unreadable-head.ts';
import { snippetOf } from '../snippet.ts';
import type { Stretch } from './blocks.ts';
import { type Entry, simpleHead } from './simple-head.ts';

type Yaml = { readonly parseDocument: typeof parseDocument };
type Place = (at: number) => Spot;

const SKILL_FILE = /(?:^|[/!])SKILL\.md$/i;
/** A description may be 1,024 characters long; a longer one is no longer one. */
const MAX_VALUE = 2000;
const MAX_SAID = 3;
/** Aliases that are written out: enough for any honest head, too few for one that explodes. */
const MAX_ALIASES = 50;
let yaml: Yaml | undefined;

/** Loads the reader of YAML; to be awaited before the first head is read. */
export async function prepareHeads(): Promise<void> {
  yaml ??= await import('yaml');
}

export interface Head {
  readonly findings: readonly ScanFinding[];
  readonly facts: readonly Fact[];
}

/** What the head of a SKILL.md says, and what is wrong with it. It never throws. */
export function readHead(
  path: string,
  text: string,
  head: Stretch | undefined,
  place: Place,
): Head {
  if (!SKILL_FILE.test(path) || !head || !yaml) return { findings: [], facts: [] };
  const written = text.slice(head.start, head.end);
  const aliases = written.split('*').length - 1;
  const simple = aliases > MAX_ALIASES ? undefined : simpleHead(written, NEEDED);
  if (simple) return { findings: [], facts: factsOf([...simple], place, head.start) };
  const at = (offset: number) => {
    const from = head.start + Math.min(Math.max(0, offset), written.length);
    const line = text.slice(from).split('\n', 1)[0] ?? '';
    return { ...place(from), snippet: snippetOf(line) };
  };
  const findings: ScanFinding[] = [];
  const problem = (code: string, offset: number) => {
    if (findings.length < MAX_SAID)
      findings.push(unreadableHead.found('wrong', { code }, at(offset)));
  };
  try {
    const document = yaml.parseDocument(written, { prettyErrors: false, logLevel: 'silent' });
    for (const { code, pos } of document.errors) problem(code, pos[0]);
    if (aliases > MAX_ALIASES) problem('TOO_MANY_ALIASES', written.indexOf('*'));
    return { findings, facts: factsOf(entriesOf(document), place, head.start) };
  } catch (error) {
    // Nested beyond the stack.
    problem(error instanceof Error ? error.name : 'unknown', 0);
    return { findings, facts: [] };
  }
}

function entriesOf({ contents }: Document): readonly (readonly [string, Entry])[] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) && typeof value.value === 'string'
      ? [[String(key.value), { value: value.value, at: value.range?.[0] ?? 0 }] as const]
      : [],
  );
}

function factsOf(
  entries: readonly (readonly [string, Entry])[],
  place: Place,
  start: number,
): readonly Fact[] {
  return entries.flatMap(([key, { value, at }]) => {
    const kind = KINDS.get(key);
    const said = value.trim();
    if (kind === undefined || said === '') return [];
    return [{ kind, value: said.slice(0, MAX_VALUE), ...place(start + at) }];
  });
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['name', NAME_FACT],
  ['description', DESCRIPTION_FACT],
]);

const NEEDED: ReadonlySet<string> = new Set(KINDS.keys());

function isMap(node: unknown): node is YAMLMap {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function isScalar(node: unknown): node is Scalar {
  return typeof node === 'object' && node !== null && 'value' in node && !('items' in node);
}

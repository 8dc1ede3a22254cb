import type { FileResult, ScanFinding } from './finding.ts';
import type { ScanItem } from './item.ts';
import { duplicateBody } from './rules/item/duplicate-body.ts';
import { sameName } from './rules/item/same-name.ts';
import { snippetOf } from './snippet.ts';

/** Kind of the fact that holds a hash of what SKILL.md says below its head. */
export const BODY_FACT = 'body-sha256';

const MAX_NAMED = 20;
const SHADOWS = { severity: 'warn', confidence: 'likely' } as const;

/** What of an item is compared with others. */
export interface Comparable {
  readonly item: ScanItem;
  /** Hash of what its SKILL.md says below the head; empty when there is nothing. */
  readonly body: string;
}

/** What is seen only when all items lie side by side, by the number of the item. */
export function judgeAcross(
  views: readonly Comparable[],
): ReadonlyMap<number, readonly ScanFinding[]> {
  const found = new Map<number, ScanFinding[]>();
  const add = (index: number, finding: ScanFinding) => {
    const list = found.get(index) ?? [];
    list.push(finding);
    found.set(index, list);
  };
  const bodies = views.map(({ body }) => body);
  for (const group of groups(bodies))
    for (const index of group) {
      const { item } = at(views, index);
      const others = named(group, index, (other) => at(views, other).item.name);
      // Two folders of one name and one body are one skill installed twice.
      if (others.length === 0 || others.every((name) => name === item.name)) continue;
      add(
        index,
        duplicateBody.found('same', { name: item.name, others }, placeOf(at(views, index))),
      );
    }
  for (const group of groups(
    views.map(({ item }) => (item.kind === 'files' ? '' : `${item.kind} ${item.name}`)),
  )) {
    for (const index of group) {
      const differing = group.filter(
        (other) => other !== index && (bodies[other] ?? '') !== (bodies[index] ?? ''),
      );
      if (differing.length === 0) continue;
      const { item } = at(views, index);
      const paths = differing.slice(0, MAX_NAMED).map((other) => at(views, other).item);
      const own = paths.filter(({ bundled }) => bundled).map(({ path }) => path);
      const place = placeOf(at(views, index));
      // What comes with OpenClaw was meant: another in its stead is more than a clash of names.
      if (own.length > 0 && !item.bundled)
        add(index, sameName.found('bundled', { name: item.name, others: own }, place, SHADOWS));
      const others = paths.map(({ path }) => path);
      if (own.length < others.length || item.bundled)
        add(index, sameName.found('twice', { name: item.name, others }, place));
    }
  }
  return found;
}

/** The body of an item by what its files gave. */
export function bodyOf(results: readonly FileResult[]): string {
  for (const { facts } of results)
    for (const { kind, value } of facts) if (kind === BODY_FACT) return value;
  return '';
}

/** Numbers of equal, non-empty values, where there are several. */
function groups(values: readonly string[]): readonly (readonly number[])[] {
  const byValue = new Map<string, number[]>();
  for (const [index, value] of values.entries()) {
    if (value === '') continue;
    const list = byValue.get(value);
    if (list) list.push(index);
    else byValue.set(value, [index]);
  }
  return [...byValue.values()].filter((list) => list.length > 1);
}

function named(
  group: readonly number[],
  self: number,
  nameOf: (index: number) => string,
): readonly string[] {
  const names = new Set<string>();
  for (const index of group) {
    if (names.size >= MAX_NAMED) break;
    if (index !== self) names.add(nameOf(index));
  }
  return [...names];
}

function placeOf({ item }: Comparable) {
  const file = item.files.find((path) =>
    /^(?:SKILL\.md|openclaw\.plugin\.json|package\.json)$/i.test(path),
  );
  return { file: file ?? item.files[0] ?? '.', line: 1, column: 1, snippet: snippetOf(item.name) };
}

function at(views: readonly Comparable[], index: number): Comparable {
  const view = views[index];
  if (!view) throw new RangeError('no such item');
  return view;
}

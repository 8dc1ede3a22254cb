import { NAME_FACT } from './fact-kinds.ts';
import type { FileResult } from './finding.ts';
import type { ScanItem } from './item.ts';

const MAX_NAME = 200;

/** A skill under the name that its SKILL.md gives; any other item, and a skill without one, itself. */
export function underOwnName(item: ScanItem, results: readonly FileResult[]): ScanItem {
  if (item.kind !== 'skill') return item;
  for (const { path, facts } of results) {
    if (!/^(?:SKILL|skill)\.md$/.test(path)) continue;
    const name = facts.find(({ kind }) => kind === NAME_FACT)?.value.slice(0, MAX_NAME);
    if (name) return { ...item, name };
  }
  return item;
}

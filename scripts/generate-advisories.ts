import { readFileSync } from 'node:fs';
import { readAdvisories, toTable } from '../src/cli/advisory-data.ts';

/** The text of `data/advisory-table.json`: what every run needs of `data/advisories.json`. */
export function advisoryTable(): string {
  const outcome = readAdvisories(JSON.parse(readFileSync('data/advisories.json', 'utf8')));
  if (!outcome.ok) throw new Error(`data/advisories.json: ${outcome.at}: ${outcome.expected}`);
  const { groups, ...head } = toTable(outcome.value);
  // One line a group, so that a change of the list reads as one.
  const lines = groups.map((group) => JSON.stringify(group)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"groups":[\n${lines}\n]}\n`;
}

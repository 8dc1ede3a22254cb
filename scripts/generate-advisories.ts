import { readFileSync } from 'node:fs';
import { readAdvisories, toTable } from '../src/cli/advisory-data.ts';
import { encodeTable } from '../src/posture/advisory-table.ts';

/** The text of `data/advisory-table.json`: what every run needs of `data/advisories.json`. */
export function advisoryTable(): string {
  const outcome = readAdvisories(JSON.parse(readFileSync('data/advisories.json', 'utf8')));
  if (!outcome.ok) throw new Error(`data/advisories.json: ${outcome.at}: ${outcome.expected}`);
  return `${JSON.stringify(encodeTable(toTable(outcome.value)), null, 1)}\n`;
}

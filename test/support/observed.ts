import { readFileSync } from 'node:fs';
import type { Scenario } from '../../src/checks/define.ts';
import { judge } from '../../src/judge/judge.ts';
import { gatherLaidDown, layDown } from './scenario.ts';

/** The check and its severity, in the order printed. */
export type Printed = readonly (readonly [string, string])[];

/** Checks of our own, which no release of OpenClaw prints. */
const OWN = readFileSync('test/conformance/own-prefixes.txt', 'utf8').trim().split(',');

/** The observations of a release, one JSON object a line. */
export function readObservations<T>(release: '2026.2' | '2026.9'): readonly T[] {
  return readFileSync(`test/conformance/${release}-cases.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** A mode as scenarios write it: without zeros in front. */
export const octal = (mode: string) => mode.replace(/^0+(?=\d)/, '');

/** What an audit prints that decides as OpenClaw's own does. */
export async function judgedAsReference(scenario: Scenario, homeName: string): Promise<Printed> {
  const laid = layDown(scenario, { parentMode: 0o755, homeName });
  try {
    const report = judge(await gatherLaidDown(laid), { compat: true, only: [], skip: [] });
    return report.findings
      .filter((finding) => !OWN.some((prefix) => finding.checkId.startsWith(prefix)))
      .map((finding) => [finding.checkId, finding.severity]);
  } finally {
    laid.remove();
  }
}

import type { ReportedFinding } from '../judge/report.ts';

/** The file of suppressions beside the config. */
const FILE = 'security-suppressions.json5';
const CODE = /^(?:plugins|skills)\.code_safety(?:\.|$)/;

/** The entry that accepts a finding, to be completed by whoever decides. */
export function acceptEntry(fingerprint: string): string {
  return `{ fingerprint: "${fingerprint}", reason: "…", owner: "…", expires: "YYYY-MM-DD" }`;
}

/** How to live with what code does; undefined for other findings. */
export function acceptance({ checkId, fingerprint }: ReportedFinding): string | undefined {
  return CODE.test(checkId) ? `${FILE}: ${acceptEntry(fingerprint)}` : undefined;
}

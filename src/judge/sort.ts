import type { Finding } from '../checks/define.ts';
import { rankOf } from './order.ts';

/** Findings in OpenClaw's order: group, subject, member, then as they were yielded. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding.check) }))
    .sort(
      (a, b) =>
        a.rank[0] - b.rank[0] || a.finding.subject - b.finding.subject || a.rank[1] - b.rank[1],
    )
    .map(({ finding }) => finding);
}

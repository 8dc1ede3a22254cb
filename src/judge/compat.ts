import type { Finding } from '../checks/define.ts';

const isChannelFinding = (finding: Finding) => finding.id.startsWith('channels.');

/**
 * OpenClaw numbers a channel's warnings by their position among all channel findings, and drops
 * channel findings that repeat an earlier one. Ours have stable names; `--compat` renumbers them.
 */
export function numberChannelWarnings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const result: Finding[] = [];
  let count = 0;
  for (const finding of findings) {
    if (!isChannelFinding(finding)) {
      result.push(finding);
      continue;
    }
    const numbered =
      finding.check === 'channels.{channel}.warning.{n}'
        ? { ...finding, id: finding.id.replace(/[^.]*$/, String(count + 1)) }
        : finding;
    const key = JSON.stringify([numbered.id, numbered.severity, numbered.message, numbered.args]);
    count += 1;
    if (seen.has(key)) continue;
    seen.add(key);
    result.push(numbered);
  }
  return result;
}

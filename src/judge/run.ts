import type { Argument, Check, Finding } from '../checks/define.ts';
import { MissingPart } from '../posture/missing.ts';
import type { Place } from '../posture/place.ts';
import type { Posture } from '../posture/posture.ts';

/** How one check ended. Missing data is `unknown`, never a pass. */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'fail'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unknown'; readonly part: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'error'; readonly error: string; readonly findings: readonly Finding[] };

/** No single check may flood a report; as many as there may be skills, each of which can have a finding. */
const MAX_FINDINGS = 5000;
const MAX_PLACES = 50;

/** `channels.{channel}.dm.open` with its arguments filled in. */
export function fillId(id: string, args: { readonly [name: string]: Argument }): string {
  if (!id.includes('{')) return id;
  return id.replace(/\{([a-z]\w*)\}/g, (_, name: string) => String(args[name] ?? name));
}

const isPlace = (at: Place | readonly Place[]): at is Place => !Array.isArray(at);

/** Runs one check. What it yielded before it failed is kept. */
export function runCheck(check: Check, posture: Posture, compat: boolean): Outcome {
  const report: Parameters<Check['run']>[1] = (message, args, at, options = {}) => ({
    check: check.id,
    id: fillId(check.id, args),
    severity: options.severity ?? check.severity,
    message,
    args,
    at: isPlace(at) ? [at] : at.slice(0, MAX_PLACES),
    subject: options.subject ?? 0,
    remedy: options.remedy === undefined ? 'remedy' : options.remedy,
    ...(options.identity === undefined ? {} : { identity: options.identity }),
  });
  const findings: Finding[] = [];
  try {
    if (check.when && !check.when.some((route) => posture.config.has(...route)))
      return { kind: 'notApplicable' };
    for (const finding of check.run(posture, report, () => !compat)) {
      findings.push(finding);
      if (findings.length >= MAX_FINDINGS) break;
    }
  } catch (error) {
    if (error instanceof MissingPart) return { kind: 'unknown', part: error.part, findings };
    return { kind: 'error', error: error instanceof Error ? error.name : 'error', findings };
  }
  return findings.length > 0 ? { kind: 'fail', findings } : { kind: 'pass' };
}

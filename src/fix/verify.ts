import { CHECKS } from '../checks/index.ts';
import { formatRoute } from '../document/route.ts';
import type { Location, Report, ReportedFinding } from '../judge/report.ts';
import { stepPath } from './access.ts';
import type { Applied } from './apply.ts';
import type { Plan } from './plan.ts';

/** Why a finding is still there after a run. */
type Remains =
  /** It takes a decision: no fix is declared for it. */
  | 'by_hand'
  /** Some of the places that it names were to be left alone. */
  | 'elsewhere'
  /** Its change was refused or failed; the errors say why. */
  | 'failed'
  /** Everything was done, and it is there all the same. */
  | 'uncleared';

/** What a second audit says of the findings of the first. */
export interface Verified {
  readonly gone: readonly ReportedFinding[];
  readonly remaining: readonly { readonly finding: ReportedFinding; readonly why: Remains }[];
}

const nameOf = ({ path, file }: Location) => path ?? file;

/** Compares the audits before and after: what is gone, what is left and why. */
export function verify(plan: Plan, applied: Applied, before: Report, after: Report): Verified {
  const spokenOf = new Set(after.findings.flatMap(({ locations }) => locations.map(nameOf)));
  const done = new Set<string>();
  const failed = new Set<string>();
  const note = (place: string, ok: boolean) => {
    if (spokenOf.has(place)) (ok ? done : failed).add(place);
  };
  const all = applied.unjournaled !== undefined;
  for (const { edit, result } of applied.edits)
    for (const { route } of edit.repairs) note(formatRoute(route), result.ok);
  for (const { repairs } of all ? plan.edits : [])
    for (const { route } of repairs) note(formatRoute(route), false);
  for (const { repair } of plan.refused) note(formatRoute(repair.route), false);
  for (const { step, ok } of applied.access) note(stepPath(step), ok);
  for (const step of plan.access)
    if (isProblem(step.state) || (all && step.state === 'loose')) note(stepPath(step), false);
  const fixable = new Set(CHECKS.filter(({ fix }) => fix !== undefined).map(({ id }) => id));
  const why = (finding: ReportedFinding): Remains => {
    const places = finding.locations.map(nameOf);
    if (!fixable.has(finding.check)) return 'by_hand';
    if (places.some((place) => failed.has(place))) return 'failed';
    return places.some((place) => done.has(place)) ? 'uncleared' : 'elsewhere';
  };
  const gone = before.findings.filter((finding) => !after.findings.some((f) => isSame(f, finding)));
  return { gone, remaining: after.findings.map((finding) => ({ finding, why: why(finding) })) };
}

/** The same check at one of the same places: a finding with several may have lost some of them. */
function isSame(a: ReportedFinding, b: ReportedFinding): boolean {
  if (a.checkId !== b.checkId) return false;
  if (a.locations.length === 0 || b.locations.length === 0) return true;
  const places = new Set(a.locations.map(nameOf));
  return b.locations.some((place) => places.has(nameOf(place)));
}

/** Whether a state of a file means that it ought to be closed and cannot be. */
export const isProblem = (state: Plan['access'][number]['state']) =>
  state === 'other_owner' || state === 'hard_link' || state === 'failed';

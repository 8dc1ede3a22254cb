import type { Report, ReportedFinding } from '../judge/report.ts';
import type { reportWords } from './words.ts';

interface Context {
  readonly rerun: string;
  readonly saved: boolean;
}

const PLAIN_ID = /^[\w.-]{1,120}$/;

/** The next command to type, and why. */
export function nextStep(
  report: Report,
  worst: ReportedFinding | undefined,
  { rerun, saved }: Context,
  say: ReturnType<typeof reportWords>,
): { readonly text: string; readonly command: string } {
  if (saved && worst !== undefined)
    return {
      text: say('next_snapshot'),
      command: 'openclaw-security audit --save-snapshot snapshot.json',
    };
  if (worst !== undefined) {
    // An id may hold names from the config: then its family is safe to type.
    const { checkId, check } = worst;
    const wanted = PLAIN_ID.test(checkId) ? checkId : (check.split('.')[0] ?? check);
    return { text: say('next_recheck'), command: `${rerun} --only ${wanted}` };
  }
  if (report.unmeasured.some(({ reason }) => reason === 'deadline'))
    return { text: say('next_time'), command: `${rerun} --deadline 120` };
  return { text: say('next_gate'), command: `${rerun} --fail-on warn --require-complete` };
}

import { formatRoute } from '../../document/route.ts';
import { stepPath } from '../../fix/access.ts';
import type { Barrier } from '../../fix/guard.ts';
import type { FixOutcome } from '../../fix/outcome.ts';
import type { Hindrance } from '../../fix/plan.ts';
import { isProblem } from '../../fix/verify.ts';
import type { FixSay } from './words.ts';

type Why = Barrier | 'changed' | 'raced' | 'outside';

/** Why a file was left as it is. */
export function barrierText(
  say: FixSay,
  path: string,
  why: Why,
  errno: string | undefined,
): string {
  return why === 'failed' ? say(why, { path, reason: errno ?? '' }) : say(why, { path });
}

function hindranceText(say: FixSay, { repair, why, file, places }: Hindrance): string {
  const reason = () => {
    switch (why) {
      case 'missing':
      case 'not_a_file':
      case 'not_a_directory':
      case 'other_owner':
      case 'hard_link':
      case 'failed':
        return say('why_barrier', { reason: barrierText(say, file, why, undefined) });
      default:
        return say(`why_${why}`);
    }
  };
  const lines = places.map(({ line }) => String(line));
  const place = lines.length === 0 ? '' : say('place', { line: lines });
  return say('setting', { setting: formatRoute(repair.route), path: file, place, why: reason() });
}

/** What was to be done and was not, a line each. */
export function fixErrors({ plan, applied, verified }: FixOutcome, say: FixSay): readonly string[] {
  const { unjournaled } = applied ?? {};
  const failed = (applied?.edits ?? []).flatMap(({ edit, result }) =>
    result.ok ? [] : [barrierText(say, edit.path, result.why, result.errno)],
  );
  const unchanged = (applied?.access ?? []).flatMap(({ step, ok, why, errno }) =>
    ok ? [] : [barrierText(say, stepPath(step), why ?? 'failed', errno)],
  );
  const barred = plan.access.flatMap((step) =>
    isProblem(step.state) ? [barrierText(say, stepPath(step), step.state, step.errno)] : [],
  );
  const uncleared = (verified?.remaining ?? []).flatMap(({ finding, why }) => {
    const place = finding.locations[0];
    return why === 'uncleared'
      ? [say('uncleared', { check: finding.checkId, place: place?.path ?? place?.file ?? '' })]
      : [];
  });
  return [
    ...plan.refused.map((one) => hindranceText(say, one)),
    ...(plan.listsUnread === undefined ? [] : [say('lists_unread', { reason: plan.listsUnread })]),
    ...(unjournaled === undefined
      ? []
      : [say('unjournaled', { path: plan.stateDir, reason: unjournaled })]),
    ...failed,
    ...barred,
    ...unchanged,
    ...uncleared,
  ];
}

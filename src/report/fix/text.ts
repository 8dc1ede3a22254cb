import { type AccessStep, stepPath } from '../../fix/access.ts';
import { countChanges, type FixOutcome } from '../../fix/outcome.ts';
import type { Plan } from '../../fix/plan.ts';
import type { Verified } from '../../fix/verify.ts';
import { formatValue } from '../../text/format.ts';
import type { Lang } from '../../text/language.ts';
import { wrap } from '../layout.ts';
import { createPaint, type Paint } from '../paint.ts';
import { shortenHome } from '../place.ts';
import { editDiff } from './diff.ts';
import { barrierText, fixErrors } from './errors.ts';
import { type FixSay, fixWords } from './words.ts';

export interface FixLook {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns to wrap at; null leaves lines whole. */
  readonly width: number | null;
  readonly quiet: boolean;
  readonly home: string;
  /** The command that takes this run back. */
  readonly undo: string;
}

interface Page extends FixLook {
  readonly say: FixSay;
  readonly paint: Paint;
}

const MAX_MODES = 20;

const pageOf = (look: FixLook): Page => ({
  ...look,
  say: fixWords(look.lang),
  paint: createPaint(look.color),
});

const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');

/** What would be changed: a diff of the config, a table of modes, and who stops being answered. */
export function renderPlan(plan: Plan, masked: FixOutcome['masked'], look: FixLook): string {
  const page = pageOf(look);
  const { say, paint, width } = page;
  if (plan.blocked) return lines([wrap(say('blocked'), width, '', '')]);
  if (countChanges(plan) === 0) return lines([say('nothing'), ...leftAlone(plan, page)]);
  const diff = plan.edits.flatMap((edit) => editDiff(edit, masked.get(edit.path)));
  return lines([
    paint('strong', say('heading_plan')),
    ...diff.map((line) => `  ${paintDiff(line, paint)}`),
    ...modesTable(plan, page),
    ...lockedOut(plan, page),
    ...leftAlone(plan, page),
  ]);
}

function paintDiff(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint('good', line);
  if (line.startsWith('-')) return paint('critical', line);
  return line.startsWith('@') ? paint('dim', line) : line;
}

const octal = (mode: number | undefined) => (mode ?? 0).toString(8).padStart(3, '0');

/** Two modes, or who loses what he may do. */
const changeOf = ({ found, wanted, list }: AccessStep) =>
  list === undefined
    ? `${octal(found)} → ${octal(wanted)}`
    : ['ACL', ...list.losing.map((sid) => `−${formatValue(sid)}`)].join(' ');

function modesTable({ access }: Plan, page: Page): readonly string[] {
  const { say, paint, home } = page;
  const loose = access.filter(({ state }) => state === 'loose');
  if (loose.length === 0) return [];
  const row = (step: AccessStep) =>
    `  ${changeOf(step)}  ${formatValue(shortenHome(stepPath(step), home))}`;
  const hidden = loose.length - MAX_MODES;
  return [
    paint('strong', say('modes')),
    ...loose.slice(0, MAX_MODES).map(row),
    ...(hidden > 0 ? [`  ${say('more_modes', { count: hidden })}`] : []),
  ];
}

function lockedOut({ closes }: Plan, { say, paint, width }: Page): readonly string[] {
  if (closes.length === 0) return [];
  return [
    paint('strong', say('locked_out')),
    ...closes.map(({ label, list, admitted, everyone }) => {
      const text = everyone
        ? say('closes_not', { label, list })
        : admitted === 0
          ? say('closes_nobody', { label, list })
          : say('closes_others', { label, list, count: admitted });
      return wrap(paint.prose(text), width, '  - ', '    ');
    }),
  ];
}

/** Links and the like: nothing is wrong with the run, but these are not closed by it. */
function leftAlone({ access }: Plan, page: Page): readonly string[] {
  const links = access.filter(({ state }) => state === 'symlink');
  return list(
    'left_alone',
    links.map((step) => barrierText(page.say, stepPath(step), 'symlink', undefined)),
    page,
  );
}

function list(
  heading: 'left_alone' | 'errors' | 'gone' | 'remaining',
  items: readonly string[],
  { say, paint, width, home }: Page,
): readonly string[] {
  if (items.length === 0) return [];
  const style = heading === 'errors' ? 'critical' : heading === 'gone' ? 'good' : 'strong';
  return [
    paint(style, say(heading)),
    ...items.map((item) =>
      wrap(paint.prose(item.replaceAll(`${home}/`, '~/')), width, '  - ', '    '),
    ),
  ];
}

/** What a fix was meant to clear and did not; the rest of the report is for people, and only counted. */
function remaining(all: Verified['remaining'], page: Page): readonly string[] {
  const worth = all.filter(({ finding }) => finding.severity !== 'info');
  const items = worth.flatMap(({ finding, why }) =>
    why === 'by_hand' ? [] : [`${formatValue(finding.checkId)}: ${page.say(`remains_${why}`)}`],
  );
  const count = worth.length - items.length;
  return list('remaining', count > 0 ? [...items, page.say('by_hand', { count })] : items, page);
}

/** What was changed, what was not and why, what is no longer found, and how to take it back. */
export function renderDone(outcome: FixOutcome, look: FixLook): string {
  const page = pageOf(look);
  const { say, paint, home, quiet } = page;
  const { plan, applied, verified } = outcome;
  const errors = list('errors', fixErrors(outcome, say), page);
  if (applied === undefined) return lines(errors);
  const settings = applied.edits.flatMap(({ edit, result }) =>
    result.ok ? edit.repairs.map(({ change }) => `  ${formatValue(change)}`) : [],
  );
  const modes = applied.access.flatMap(({ step, ok }) => (ok ? [step] : []));
  const changed = settings.length + modes.length;
  const shown = modes.slice(0, quiet ? 0 : MAX_MODES);
  const ids = (findings: readonly { readonly checkId: string }[]) => [
    ...new Set(findings.map(({ checkId }) => formatValue(checkId))),
  ];
  return lines([
    changed === 0 ? say('nothing_done') : paint('strong', say('heading_done')),
    ...settings,
    ...shown.map(
      (step) =>
        `  ${step.list ? changeOf(step) : octal(step.wanted)}  ${formatValue(shortenHome(stepPath(step), home))}`,
    ),
    ...(modes.length > shown.length
      ? [`  ${say('more_modes', { count: modes.length - shown.length })}`]
      : []),
    ...errors,
    ...(plan.blocked ? [] : leftAlone(plan, page)),
    ...list('gone', ids(verified?.gone ?? []), page),
    ...remaining(verified?.remaining ?? [], page),
    ...(applied.journal === undefined || changed === 0
      ? []
      : [say('journal', { command: `${look.undo} ${applied.journal}` })]),
  ]);
}

import { dialectOf } from '../config/dialect.ts';
import { knowledgeOf } from '../config/known-releases.ts';
import { applyPlan } from '../fix/apply.ts';
import { HOST_DISK } from '../fix/disk.ts';
import { countChanges, type FixOutcome, maskedTexts } from '../fix/outcome.ts';
import { type Plan, planFix } from '../fix/plan.ts';
import { verify } from '../fix/verify.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { type JudgeOptions, judge } from '../judge/judge.ts';
import type { Report } from '../judge/report.ts';
import { fixErrors } from '../report/fix/errors.ts';
import { renderFixJson } from '../report/fix/json.ts';
import { type FixLook, renderDone, renderPlan } from '../report/fix/text.ts';
import { fixWords } from '../report/fix/words.ts';
import { VERSION } from '../version.ts';
import type { Call } from './command.ts';
import { canAsk, confirm } from './confirm.ts';
import { IncompleteError } from './errors.ts';
import { type HostShell, hostShell } from './host-shell.ts';
import type { Io } from './io.ts';
import { textLook } from './look.ts';
import { startProgress } from './progress.ts';
import { undoCommand } from './rerun.ts';
import { type AuditSettings, readLang } from './settings.ts';
import { fails, textOf } from './show.ts';
import { takeSnapshot } from './take-snapshot.ts';

interface Seen {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

/** `audit --fix`: plans, shows and asks on a terminal, applies, audits again. Gives the exit status. */
export async function fix(
  { typed, lang, io }: Call,
  settings: AuditSettings,
  judging: JudgeOptions,
): Promise<number> {
  const look = async (earlier?: Seen) => {
    const progress = startProgress(io, settings.quiet, lang);
    try {
      // A running gateway is asked once: what is changed here changes nothing of what it does.
      const deep = settings.deep && earlier === undefined;
      const taken = await takeSnapshot({ ...settings, deep }, io);
      const snapshot = earlier ? { ...taken, ...deepPartsOf(earlier.snapshot) } : taken;
      return { snapshot, report: judge(snapshot, judging) };
    } finally {
      progress.stop();
    }
  };
  const before = await look();
  const { generation } = knowledgeOf(before.snapshot.version.judged);
  const dialect = await dialectOf(generation);
  const shell = await hostShell(io.env);
  const plan = await planFix(HOST_DISK, before.snapshot, before.report, {
    ...judging,
    dialect,
    ...shell,
  });
  const shown: FixLook = {
    ...textLook(io, settings.color),
    lang,
    quiet: settings.quiet,
    home: before.snapshot.target.home,
    undo: undoCommand(settings),
  };
  const outcome = (await goesAhead(plan, before, settings, shown, io))
    ? await carryOut(plan, before, look, judging, shell)
    : { plan, masked: maskedTexts(before.snapshot), report: before.report };

  const { report } = outcome;
  if (settings.json) io.out(renderFixJson(outcome, readLang(typed) ?? 'en'));
  else io.out(`${renderDone(outcome, shown)}\n${await textOf(report, settings, lang, io)}`);
  const errors = fixErrors(outcome, fixWords('en'));
  if (errors.length > 0) throw new IncompleteError('fix_failed', { count: String(errors.length) });
  if (settings.requireComplete && report.unmeasured.length > 0)
    throw new IncompleteError('incomplete', { count: String(report.unmeasured.length) });
  return fails(report, settings.failOn) ? 1 : 0;
}

function deepPartsOf({ gatewayProbe, live, listeners, code }: Snapshot): Partial<Snapshot> {
  return { gatewayProbe, live, listeners, code };
}

/** Shows the plan where someone is to see it, and tells whether it is to be carried out. */
async function goesAhead(
  plan: Plan,
  { snapshot }: Seen,
  settings: AuditSettings,
  shown: FixLook,
  io: Io,
): Promise<boolean> {
  const asks = settings.fix === 'ask' && !settings.json && canAsk();
  if (settings.fix !== 'plan' && !asks && !plan.blocked) return true;
  if (!settings.json) io.out(renderPlan(plan, maskedTexts(snapshot), shown));
  if (settings.fix === 'plan' || plan.blocked) return false;
  if (countChanges(plan) === 0) return true;
  const say = fixWords(shown.lang);
  if (await confirm(say('question'))) return true;
  io.out(`${say('nothing_done')}\n`);
  return false;
}

async function carryOut(
  plan: Plan,
  before: Seen,
  look: (earlier: Seen) => Promise<Seen>,
  judging: JudgeOptions,
  shell: HostShell,
): Promise<FixOutcome> {
  const applied = await applyPlan(HOST_DISK, plan, { tool: VERSION, now: Date.now(), ...shell });
  const after = await look(before);
  const verified = verify(plan, applied, before.report, after.report);
  const report = judging.compat ? asReferenceReports(before, after, judging) : after.report;
  return { plan, masked: maskedTexts(before.snapshot), applied, verified, report };
}

/** OpenClaw 2026.9 reports the new modes and the settings from before the change. */
function asReferenceReports(before: Seen, after: Seen, judging: JudgeOptions): Report {
  const { generation } = knowledgeOf(after.snapshot.version.judged);
  if (generation === '2026.2') return after.report;
  return judge({ ...after.snapshot, config: before.snapshot.config }, judging);
}

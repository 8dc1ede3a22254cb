import { type AccessStep, stepPath } from '../../fix/access.ts';
import { journalPath } from '../../fix/journal.ts';
import type { FixOutcome } from '../../fix/outcome.ts';
import type { Lang } from '../../text/language.ts';
import { visibleJson } from '../../text/visible.ts';
import { reportDocument } from '../json.ts';
import { editDiff } from './diff.ts';
import { barrierText, fixErrors } from './errors.ts';
import { type FixSay, fixWords } from './words.ts';

/**
 * One JSON document: `fix` as OpenClaw's own command prints it (`ok`, `stateDir`, `configPath`,
 * `configWritten`, `changes`, `actions`, `errors`) and what is ours, then the `report`.
 */
export function renderFixJson(outcome: FixOutcome, lang: Lang): string {
  const say = fixWords(lang);
  const { plan, applied, verified, report } = outcome;
  const errors = fixErrors(outcome, say);
  const written = new Set(
    (applied?.edits ?? []).flatMap(({ edit, result }) => (result.ok ? [edit] : [])),
  );
  const fix = {
    ok: errors.length === 0,
    ...(applied === undefined ? { dryRun: true } : {}),
    stateDir: plan.stateDir,
    configPath: plan.configPath,
    configWritten: written.size > 0,
    changes: (applied === undefined ? plan.edits : [...written]).flatMap(({ repairs }) =>
      repairs.map(({ change }) => change),
    ),
    actions: actionsOf(outcome, say),
    errors,
    ...(applied?.journal === undefined
      ? {}
      : { journal: { id: applied.journal, path: journalPath(plan.stateDir, applied.journal) } }),
    ...(applied === undefined ? { plan: planDocument(outcome) } : {}),
    closes: plan.closes,
    ...(verified === undefined
      ? {}
      : {
          verified: {
            gone: verified.gone.map(({ checkId, fingerprint }) => ({ checkId, fingerprint })),
            remaining: verified.remaining.map(({ finding, why }) => ({
              checkId: finding.checkId,
              fingerprint: finding.fingerprint,
              why,
            })),
          },
        }),
  };
  const document = { fix, report: reportDocument(report, lang) };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

/** As OpenClaw prints them: modes as numbers (384 is 600, 448 is 700); on Windows a command of `icacls`. */
function actionsOf({ plan, applied }: FixOutcome, say: FixSay) {
  const results = new Map((applied?.access ?? []).map((result) => [result.step, result]));
  return plan.access.map((step) => {
    const path = stepPath(step);
    const { command, list } = step;
    const base =
      command === undefined
        ? { kind: 'chmod', path, mode: step.wanted }
        : { kind: 'icacls', path, command, ...(list ? { dacl: list.after } : {}) };
    if (step.state !== 'loose') return { ...base, ok: false, ...reasonOf(step, path, say) };
    const result = results.get(step);
    if (result === undefined) return { ...base, ok: false, skipped: 'dry-run' };
    if (result.ok) return { ...base, ok: true };
    return {
      ...base,
      ok: false,
      error: barrierText(say, path, result.why ?? 'failed', result.errno),
    };
  });
}

function reasonOf({ state, errno }: AccessStep, path: string, say: FixSay) {
  switch (state) {
    case 'other_owner':
    case 'hard_link':
    case 'failed':
      return { error: barrierText(say, path, state, errno) };
    case 'not_a_file':
      return { skipped: 'not-a-file' };
    case 'not_a_directory':
      return { skipped: 'not-a-directory' };
    default:
      return { skipped: state };
  }
}

const octal = (mode: number | undefined) => (mode ?? 0).toString(8).padStart(3, '0');

function planDocument({ plan, masked }: FixOutcome) {
  return {
    settings: plan.edits.flatMap(({ path, repairs }) =>
      repairs.map(({ change }) => ({ file: path, change })),
    ),
    diff: plan.edits.flatMap((edit) => editDiff(edit, masked.get(edit.path))).join('\n'),
    modes: plan.access
      .filter(({ state }) => state === 'loose')
      .map((step) => ({
        path: stepPath(step),
        from: step.list?.before ?? octal(step.found),
        to: step.list?.after ?? octal(step.wanted),
      })),
  };
}

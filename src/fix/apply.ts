import type { PowerShell } from '../gather/windows-powershell.ts';
import {
  type AccessResult,
  type AccessStep,
  changeMode,
  inDirectory,
  isTight,
  type ModeOutcome,
  tightened,
  typeOf,
} from './access.ts';
import type { Disk } from './disk.ts';
import { fromInside, type OpenDir } from './guard.ts';
import { type Journal, type JournalModes, journalFile, newId, writeJournal } from './journal.ts';
import { configPlace, type Plan } from './plan.ts';
import { type Replaced, replaceFile } from './replace.ts';
import type { FileEdit } from './settings.ts';
import { tidyUp } from './tidy.ts';

interface EditResult {
  readonly edit: FileEdit;
  readonly result: Replaced;
}

/** What a run did. */
export interface Applied {
  /** Id of the journal; undefined when there was nothing to change, or no journal could be written. */
  readonly journal?: string;
  /** Why no journal could be written: nothing was changed then. */
  readonly unjournaled?: string;
  readonly edits: readonly EditResult[];
  readonly access: readonly AccessResult[];
}

export interface ApplyOptions {
  /** Name and version of this program. */
  readonly tool: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What sets access control lists; needed for a plan with some. */
  readonly shell?: PowerShell;
}

/**
 * Carries a plan out: the journal first, then the config files, then the modes. What cannot be changed
 * is reported and the rest goes on.
 */
export async function applyPlan(
  disk: Disk,
  plan: Plan,
  { tool, now, shell }: ApplyOptions,
): Promise<Applied> {
  tidyUp(disk, plan.stateDir, plan.files, plan.owner);
  const loose = plan.access.filter(({ state }) => state === 'loose');
  if (plan.edits.length + loose.length === 0) return { edits: [], access: [] };
  const byList = loose.filter(({ list }) => list !== undefined);
  const byMode = loose.filter(({ list }) => list === undefined);
  const windows = byList.length > 0 ? await import('./windows/apply.ts') : undefined;
  const journal: Journal = {
    format: 1,
    id: newId(now),
    tool,
    at: now,
    changes: plan.edits.flatMap(({ repairs }) => repairs.map(({ change }) => change)),
    files: plan.edits.map(({ path, before, after }) =>
      journalFile(configPlace(plan.configPath, path), before, after),
    ),
    modes: journalModes(byMode),
    ...(windows ? { lists: windows.journalLists(byList) } : {}),
  };
  try {
    writeJournal(disk, plan.stateDir, journal, plan.owner);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    return { unjournaled: code, edits: [], access: [] };
  }
  const edits: EditResult[] = [];
  for (const edit of plan.edits) {
    const place = configPlace(plan.configPath, edit.path);
    const result = await replaceFile(disk, place, edit.before, edit.after, plan.owner);
    edits.push({ edit, result });
  }
  const access = closeAll(disk, plan, byMode);
  if (windows === undefined || shell === undefined) return { journal: journal.id, edits, access };
  const lists = await windows.closeLists(byList, { shell });
  return { journal: journal.id, edits, access: [...access, ...lists] };
}

/** Steps that follow each other in the same directory. */
function runs(steps: readonly AccessStep[]): readonly (readonly AccessStep[])[] {
  const groups: AccessStep[][] = [];
  for (const step of steps) {
    const open = groups.at(-1);
    if (open?.[0]?.directory === step.directory) open.push(step);
    else groups.push([step]);
  }
  return groups;
}

function journalModes(loose: readonly AccessStep[]): readonly JournalModes[] {
  return runs(loose).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const modes = group.map(({ name, found, wanted }) => {
      const before = found ?? wanted;
      return [name, [before, tightened(before, wanted)]] as const;
    });
    return [{ directory: first.directory, type: typeOf(first), modes: Object.fromEntries(modes) }];
  });
}

function closeAll(disk: Disk, { owner }: Plan, loose: readonly AccessStep[]) {
  return runs(loose).flatMap((group): readonly AccessResult[] => {
    const [first] = group;
    if (!first) return [];
    const fail = (step: AccessStep, { why, errno }: Extract<ModeOutcome, { ok: false }>) => ({
      step,
      ok: false,
      why,
      ...(errno === undefined ? {} : { errno }),
    });
    const all = (dir: OpenDir) =>
      group.map((step): AccessResult => {
        // A mode that is not the one in the journal could not be undone.
        const decide = (mode: number) =>
          mode !== step.found || isTight(mode, step.wanted)
            ? undefined
            : tightened(mode, step.wanted);
        const outcome = changeMode(disk, dir, step.name, typeOf(step), owner, decide);
        if (!outcome.ok) return fail(step, outcome);
        return isTight(outcome.after, step.wanted)
          ? { step, ok: true }
          : { step, ok: false, why: 'changed' };
      });
    const done = inDirectory(disk, first.directory, (dir) =>
      group.length > 1 ? fromInside(disk, dir, all) : all(dir),
    );
    return 'ok' in done ? group.map((step) => fail(step, done)) : done;
  });
}

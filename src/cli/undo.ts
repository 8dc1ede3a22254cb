import { HOST_DISK } from '../fix/disk.ts';
import { ownerOf } from '../fix/guard.ts';
import { type Journal, type ReadJournal, readJournals } from '../fix/journal.ts';
import { isKept, undoJournal } from '../fix/undo.ts';
import {
  renderJournals,
  renderJournalsJson,
  renderUndo,
  renderUndoJson,
} from '../report/fix/undo.ts';
import type { Call } from './command.ts';
import { IncompleteError, UsageError } from './errors.ts';
import { hostShell } from './host-shell.ts';
import { readAuditSettings, readLang } from './settings.ts';
import { locateTarget } from './take-snapshot.ts';

/** `undo [ID]`: takes a run of `--fix` back, the last one when none is named. Gives the exit status. */
export async function undo({ typed, operands: [id], lang, io }: Call): Promise<number> {
  const settings = readAuditSettings(typed);
  const target = locateTarget(settings, io);
  const owner = ownerOf(HOST_DISK, target.stateDir);
  const journals = readJournals(HOST_DISK, target.stateDir, owner);
  if (typed.flags.has('list')) {
    if (id !== undefined) throw new UsageError('surplus_argument', { argument: id });
    io.out(settings.json ? renderJournalsJson(journals) : renderJournals(journals, lang));
    return 0;
  }
  const journal = choose(journals, id);
  const { shell } = await hostShell(io.env);
  const all = await undoJournal(HOST_DISK, target, journal, Date.now(), shell);
  io.out(
    settings.json
      ? renderUndoJson(journal.id, all, readLang(typed) ?? 'en')
      : renderUndo(journal.id, all, lang),
  );
  const kept = all.filter(isKept).length;
  if (kept > 0) throw new IncompleteError('undo_failed', { count: String(kept) });
  return 0;
}

function choose(journals: readonly ReadJournal[], id: string | undefined): Journal {
  const found =
    id === undefined
      ? journals.find((read) => !read.ok || read.journal.undone === undefined)
      : journals.find((read) => (read.ok ? read.journal.id : read.id) === id);
  if (found === undefined) {
    if (id !== undefined) throw new UsageError('no_such_run', { id });
    throw new IncompleteError('nothing_to_undo', {});
  }
  if (!found.ok) throw new IncompleteError('run_unreadable', { id: found.id });
  const { journal } = found;
  if (journal.undone?.kept === 0) throw new IncompleteError('run_undone', { id: journal.id });
  return journal;
}

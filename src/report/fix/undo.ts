import type { Journal, ReadJournal } from '../../fix/journal.ts';
import { isKept, type Undone } from '../../fix/undo.ts';
import type { Lang } from '../../text/language.ts';
import { visibleJson } from '../../text/visible.ts';
import { barrierText } from './errors.ts';
import { type FixSay, fixWords } from './words.ts';

const octal = (mode: number) => mode.toString(8).padStart(3, '0');
const document = (value: unknown) => `${visibleJson(JSON.stringify(value, null, 2))}\n`;

function undoneText({ path, state, errno, mode }: Undone, say: FixSay): string {
  if (state === 'restored')
    return mode === undefined
      ? say('undo_restored', { path })
      : say('undo_mode', { path, mode: octal(mode) });
  if (state === 'changed' || state === 'already') return say('undo_changed', { path });
  return barrierText(say, path, state, errno);
}

const keptTexts = (all: readonly Undone[], say: FixSay) =>
  all.filter(isKept).map((one) => undoneText(one, say));

/** What was taken back: `{undo: {ok, id, restored, already, kept, errors}}`. */
export function renderUndoJson(id: string, all: readonly Undone[], lang: Lang): string {
  const of = (wanted: (one: Undone) => boolean) =>
    all.filter(wanted).map(({ path, kind, state, mode }) => ({
      path,
      kind,
      state,
      ...(mode === undefined ? {} : { mode }),
    }));
  const errors = keptTexts(all, fixWords(lang));
  return document({
    undo: {
      ok: errors.length === 0,
      id,
      restored: of(({ state }) => state === 'restored'),
      already: of(({ state }) => state === 'already'),
      kept: of(isKept),
      errors,
    },
  });
}

const MAX_LINES = 40;

export function renderUndo(id: string, all: readonly Undone[], lang: Lang): string {
  const say = fixWords(lang);
  const restored = all.filter(({ state }) => state === 'restored');
  const shown = restored.slice(0, MAX_LINES).map((one) => undoneText(one, say));
  const hidden = restored.length - shown.length;
  const counts = {
    restored: restored.length,
    already: all.filter(({ state }) => state === 'already').length,
    kept: all.filter(isKept).length,
  };
  return [
    say('undo_heading', { id }),
    ...shown.map((line) => `  ${line}`),
    ...(hidden > 0 ? [`  ${say('more_modes', { count: hidden })}`] : []),
    ...keptTexts(all, say).map((line) => `  ! ${line}`),
    say('undo_summary', counts),
    '',
  ].join('\n');
}

const countModes = ({ modes, lists = [] }: Journal) =>
  modes.reduce((sum, entry) => sum + Object.keys(entry.modes).length, lists.length);

/** `{journals: [{id, at, settings, permissions, undone?}]}`, the newest first. */
export function renderJournalsJson(journals: readonly ReadJournal[]): string {
  return document({
    journals: journals.map((read) =>
      read.ok
        ? {
            id: read.journal.id,
            at: read.journal.at,
            changes: read.journal.changes,
            permissions: countModes(read.journal),
            ...(read.journal.undone === undefined ? {} : { undone: read.journal.undone }),
          }
        : { id: read.id, error: read.why },
    ),
  });
}

export function renderJournals(journals: readonly ReadJournal[], lang: Lang): string {
  const say = fixWords(lang);
  if (journals.length === 0) return `${say('undo_none')}\n`;
  const row = (read: ReadJournal) => {
    if (!read.ok) return say('list_broken', { id: read.id });
    const { id, changes, undone } = read.journal;
    const text = say('list_row', { id, settings: changes.length, modes: countModes(read.journal) });
    if (undone === undefined) return text;
    const time = new Date(undone.at).toISOString();
    const state =
      undone.kept === 0
        ? say('list_undone', { time })
        : say('list_partly', { time, count: undone.kept });
    return `${text}  (${state})`;
  };
  return [say('list_heading'), ...journals.map((read) => `  ${row(read)}`), ''].join('\n');
}

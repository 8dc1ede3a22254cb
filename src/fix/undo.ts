import { dirname } from 'node:path';
import type { PowerShell } from '../gather/windows-powershell.ts';
import type { Target } from '../locate/target.ts';
import { changeMode, inDirectory } from './access.ts';
import { sha256 } from './bytes.ts';
import type { Disk } from './disk.ts';
import {
  type Barrier,
  inParent,
  type Owner,
  openForReading,
  ownerOf,
  withDescriptor,
} from './guard.ts';
import { type Journal, type JournalFile, type JournalModes, writeJournal } from './journal.ts';
import { pathOf } from './place.ts';
import { replaceFile } from './replace.ts';
import { tidyUp } from './tidy.ts';

/** One change taken back, or why it was not. */
export interface Undone {
  readonly path: string;
  readonly kind: 'content' | 'mode' | 'acl';
  readonly state: /** It is again as it was before. */
    | 'restored'
    /** It was as before already: the run was ended before it came to it. */
    | 'already'
    /** It was changed after the run, and is left so. */
    | 'changed'
    /** The journal names a place outside of the gateway's directories. */
    | 'outside'
    /** Somebody wrote it in the very instant. */
    | 'raced'
    | Barrier;
  readonly errno?: string;
  /** The mode it got back. */
  readonly mode?: number;
}

/** Whether something of a journal could not be taken back. */
export const isKept = ({ state }: Undone) => state !== 'restored' && state !== 'already';

/**
 * Takes a run of `--fix` back: contents and modes exactly as they were. What was changed since is left
 * alone. The journal then says when it was undone.
 */
export async function undoJournal(
  disk: Disk,
  target: Target,
  journal: Journal,
  now: number,
  shell?: PowerShell,
): Promise<readonly Undone[]> {
  const owner = ownerOf(disk, target.stateDir);
  const roots = [target.stateDir, dirname(target.configPath), target.credentialsDir];
  const places = journal.files.map(({ place }) => place);
  tidyUp(
    disk,
    target.stateDir,
    places.filter(({ root }) => roots.includes(root)),
    owner,
  );
  const files: Undone[] = [];
  for (const file of journal.files)
    files.push(
      roots.includes(file.place.root)
        ? await restoreContent(disk, file, owner)
        : { path: pathOf(file.place), kind: 'content', state: 'outside' },
    );
  // In reverse: a directory is opened up again after what is in it.
  const modes = journal.modes
    .toReversed()
    .flatMap((entry) => restoreModes(disk, entry, owner, roots.includes(entry.directory.root)));
  const lists = await restoreLists(journal, roots, shell);
  const all = [...files, ...modes, ...lists];
  const kept = all.filter(isKept).length;
  writeJournal(disk, target.stateDir, { ...journal, undone: { at: now, kept } }, owner);
  return all;
}

async function restoreLists(
  { lists = [] }: Journal,
  roots: readonly string[],
  shell: PowerShell | undefined,
): Promise<readonly Undone[]> {
  if (lists.length === 0) return [];
  const windows = await import('./windows/apply.ts');
  return windows.restoreLists(lists, roots, shell && { shell });
}

async function restoreContent(
  disk: Disk,
  { place, before, after }: JournalFile,
  owner: Owner,
): Promise<Undone> {
  const base = { path: pathOf(place), kind: 'content' } as const;
  const content = new Uint8Array(Buffer.from(before, 'base64'));
  const now = inParent(disk, place, (dir, name) => {
    const opened = openForReading(disk, dir, name, owner);
    if (!opened.ok) return opened;
    return withDescriptor(disk, opened.fd, () => disk.read(opened.fd));
  });
  if ('ok' in now) return { ...base, state: now.why, ...errnoPart(now.errno) };
  const hash = sha256(now);
  if (hash === sha256(content)) return { ...base, state: 'already' };
  if (hash !== after) return { ...base, state: 'changed' };
  const result = await replaceFile(disk, place, now, content, owner);
  if (result.ok) return { ...base, state: 'restored' };
  return { ...base, state: result.why, ...errnoPart(result.errno) };
}

const errnoPart = (errno: string | undefined) => (errno === undefined ? {} : { errno });

function restoreModes(
  disk: Disk,
  { directory, type, modes }: JournalModes,
  owner: Owner,
  inside: boolean,
): readonly Undone[] {
  const pathIn = (name: string) =>
    name === '.' ? pathOf(directory) : pathOf({ ...directory, below: [...directory.below, name] });
  const entries = Object.entries(modes);
  const each = (undone: (name: string) => Omit<Undone, 'path' | 'kind'>) =>
    entries.map(([name]): Undone => ({ path: pathIn(name), kind: 'mode', ...undone(name) }));
  if (!inside) return each(() => ({ state: 'outside' }));
  const done = inDirectory(disk, directory, (dir) =>
    entries.map(([name, [before, after]]): Undone => {
      const base = { path: pathIn(name), kind: 'mode' } as const;
      const outcome = changeMode(disk, dir, name, type, owner, (mode) =>
        mode === after ? before : undefined,
      );
      if (!outcome.ok) return { ...base, state: outcome.why, ...errnoPart(outcome.errno) };
      if (outcome.after !== before) return { ...base, state: 'changed' };
      return outcome.before === before
        ? { ...base, state: 'already' }
        : { ...base, state: 'restored', mode: before };
    }),
  );
  return 'ok' in done ? each(() => ({ state: done.why, ...errnoPart(done.errno) })) : done;
}

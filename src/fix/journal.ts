import { constants } from 'node:fs';
import { inDirectory } from './access.ts';
import { sha256 } from './bytes.ts';
import type { Disk } from './disk.ts';
import {
  dirPath,
  entryPath,
  inParent,
  type OpenDir,
  type Owner,
  openForReading,
  type Refused,
  withDescriptor,
} from './guard.ts';
import { isJournal } from './journal-shape.ts';
import type { DiskPlace } from './place.ts';
import { removeStrays, syncDirectory, writeTemporary } from './temporary.ts';

/** A config file that was changed. */
export interface JournalFile {
  readonly place: DiskPlace;
  /** Base64. */
  readonly before: string;
  /** SHA-256 of the content that was written, hexadecimal. */
  readonly after: string;
}

/** Modes that were changed in one directory, by name; `.` is the directory itself. Low twelve bits. */
export interface JournalModes {
  readonly directory: DiskPlace;
  readonly type: 'file' | 'directory';
  readonly modes: { readonly [name: string]: readonly [before: number, after: number] };
}

/** An access control list that was changed, on Windows. Lists are SDDL. */
export interface JournalList {
  readonly directory: DiskPlace;
  /** Its name in there; `.` is the directory itself. */
  readonly name: string;
  readonly type: 'file' | 'directory';
  readonly before: string;
  readonly after: string;
}

/** What one run of `--fix` was about to change, written before it changed anything. */
export interface Journal {
  readonly format: 1;
  /** Name of the file, without its ending: the time and a few random letters. */
  readonly id: string;
  readonly tool: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly changes: readonly string[];
  readonly files: readonly JournalFile[];
  readonly modes: readonly JournalModes[];
  readonly lists?: readonly JournalList[];
  /** When it was undone, and how many of its changes were not. */
  readonly undone?: { readonly at: number; readonly kept: number };
}

const { O_RDONLY, O_DIRECTORY = 0, O_NOFOLLOW = 0 } = constants;
/** Directory below the state directory. */
const FOLDER = 'security-fixes';
const ID = /^\d{8}T\d{6}Z-[0-9a-z]{4}$/;

/** `20260224T101500Z-k3f9`: sorts by time. */
export function newId(at: number): string {
  const time = new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `${time}-${Math.random().toString(36).slice(2, 6).padEnd(4, '0')}`;
}

export function journalFile(path: DiskPlace, before: Uint8Array, after: Uint8Array): JournalFile {
  return { place: path, before: Buffer.from(before).toString('base64'), after: sha256(after) };
}

/** Where a journal is, as people read it. */
export const journalPath = (stateDir: string, id: string) => `${stateDir}/${FOLDER}/${id}.json`;

const folderOf = (stateDir: string): DiskPlace => ({ root: stateDir, below: [FOLDER] });

const barred = ({ errno, why }: Refused) => Object.assign(new Error(why), { code: errno ?? why });

/**
 * Writes a journal, or writes it anew, mode 600, owned by the owner of the state directory.
 * @throws Error with a `code` when that is not possible.
 */
export function writeJournal(disk: Disk, stateDir: string, journal: Journal, owner: Owner): void {
  makeFolder(disk, stateDir, owner);
  const written = inDirectory(disk, folderOf(stateDir), (dir) => {
    removeStrays(disk, dir, owner);
    const bytes = new TextEncoder().encode(`${JSON.stringify(journal)}\n`);
    const stats = disk.lstat(dirPath(dir));
    const ids = owner === undefined || !stats ? {} : { uid: owner, gid: stats.gid };
    const name = writeTemporary(disk, dir, { bytes, mode: 0o600, ...ids });
    disk.rename(entryPath(dir, name), entryPath(dir, `${journal.id}.json`));
    syncDirectory(disk, dir);
    return undefined;
  });
  if (written !== undefined) throw barred(written);
}

function makeFolder(disk: Disk, stateDir: string, owner: Owner): void {
  const made = inParent(disk, folderOf(stateDir), (dir, name) => {
    const path = entryPath(dir, name);
    const seen = disk.lstat(path);
    if (seen === undefined) disk.mkdir(path, 0o700);
    // Also what a run made that was killed before it could give it away.
    if (seen === undefined || seen.uid === process.geteuid?.()) giveTo(disk, dir, name, owner);
    if (seen === undefined) syncDirectory(disk, dir);
    return undefined;
  });
  if (made !== undefined) throw barred(made);
  const fit = inParent(disk, folderOf(stateDir), (dir, name) => {
    const stats = disk.lstat(entryPath(dir, name));
    return stats?.isDirectory() === true && (owner === undefined || stats.uid === owner);
  });
  if (fit !== true) throw barred({ ok: false, why: 'other_owner', path: stateDir });
}

/** Root works for the owner of the state directory, who must be able to undo by himself. */
function giveTo(disk: Disk, dir: OpenDir, name: string, owner: Owner): void {
  if (owner === undefined || owner === process.geteuid?.()) return;
  const fd = disk.open(entryPath(dir, name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  withDescriptor(disk, fd, () => disk.fchown(fd, owner, disk.fstat(fd).gid));
}

/** Removes what killed runs have left in the folder of the journals. */
export function tidyJournals(disk: Disk, stateDir: string, owner: Owner): void {
  inDirectory(disk, folderOf(stateDir), (dir) => removeStrays(disk, dir, owner));
}

/** What became of reading a journal. */
export type ReadJournal =
  | { readonly ok: true; readonly journal: Journal }
  | { readonly ok: false; readonly id: string; readonly why: 'unreadable' | 'malformed' };

/** Every journal below a state directory, the newest first. */
export function readJournals(disk: Disk, stateDir: string, owner: Owner): readonly ReadJournal[] {
  const found = inDirectory(disk, folderOf(stateDir), (dir) =>
    disk
      .list(dirPath(dir))
      .filter((name) => name.endsWith('.json') && ID.test(name.slice(0, -5)))
      .toSorted()
      .toReversed()
      .map((name) => readOne(disk, dir, name, owner)),
  );
  return 'ok' in found ? [] : found;
}

function readOne(disk: Disk, dir: OpenDir, name: string, owner: Owner): ReadJournal {
  const id = name.slice(0, -5);
  const opened = openForReading(disk, dir, name, owner);
  if (!opened.ok) return { ok: false, id, why: 'unreadable' };
  return withDescriptor(disk, opened.fd, () => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(disk.read(opened.fd));
      const value: unknown = JSON.parse(text);
      if (isJournal(value) && value.id === id) return { ok: true, journal: value };
    } catch {
      // No JSON; said below.
    }
    return { ok: false, id, why: 'malformed' };
  });
}

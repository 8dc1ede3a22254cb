import type { Stats } from 'node:fs';
import type { AccessRepair } from '../posture/repairs/repairs.ts';
import type { Disk } from './disk.ts';
import {
  type Barrier,
  barrierOf,
  dirPath,
  entryPath,
  fromInside,
  inParent,
  type OpenDir,
  type Owner,
  openForMode,
  type Refused,
  refusalOf,
  setMode,
  withDescriptor,
} from './guard.ts';
import { type DiskPlace, nameBytes, pathOf, pathOfEntry } from './place.ts';

/** One file or directory and what is to become of its mode. Modes are the low twelve bits. */
export interface AccessStep {
  readonly repair: AccessRepair;
  /** The same object for all the files of one listing. */
  readonly directory: DiskPlace;
  /** Its name in there; `.` is the directory itself. */
  readonly name: string;
  /** Mode that it should have: 0o600 or 0o700. */
  readonly wanted: number;
  /** Mode that it has; undefined when that could not be told. */
  readonly found?: number;
  /** `loose` is to be changed, everything else is left alone. */
  readonly state: 'loose' | 'already' | Barrier;
  readonly errno?: string;
  /** Windows: the `icacls` command that comes to the same as this step. */
  readonly command?: string;
  /** Windows, when it is `loose`: access control lists as SDDL, instead of modes. */
  readonly list?: {
    readonly before: string;
    readonly after: string;
    /** SID of the user whom it lets in. */
    readonly me: string;
    /** SIDs that lose what they may do. */
    readonly losing: readonly string[];
  };
}

/** What became of one step. */
export interface AccessResult {
  readonly step: AccessStep;
  readonly ok: boolean;
  /** changed: it has another mode or list by now. */
  readonly why?: Barrier | 'changed';
  readonly errno?: string;
}

/** What the step changes: the entries of a directory that a repair is for are files. */
export const typeOf = ({ repair }: AccessStep) =>
  repair.each === undefined ? repair.type : 'file';

/** Of a mode: permissions, set-user-id, set-group-id and the sticky bit. */
export const PERMISSION_BITS = 0o7777;
const LOW_BITS = 0o777;

const wantedMode = (type: AccessRepair['type']) => (type === 'directory' ? 0o700 : 0o600);

/** Stricter than wanted is fine too: nothing is ever opened up. */
export const isTight = (mode: number, wanted: number) => (mode & LOW_BITS & ~wanted) === 0;

/** The mode that something gets; special bits stay. */
export const tightened = (mode: number, wanted: number) =>
  (mode & PERMISSION_BITS & ~LOW_BITS) | wanted;

/** Looks at every file and directory whose mode `--fix` is about. Reads only. */
export function surveyAccess(
  disk: Disk,
  repairs: readonly AccessRepair[],
  owner: Owner,
): readonly AccessStep[] {
  return repairs.flatMap((repair) =>
    repair.each === undefined
      ? [lookAtOne(disk, repair, owner)]
      : lookAtEach(disk, repair, repair.each, owner),
  );
}

/** The path of a file or directory, as people read it. */
export function stepPath({ directory, name }: AccessStep): string {
  return name === '.' ? pathOf(directory) : pathOfEntry(directory, name);
}

const placeOf = ({ root, below }: AccessRepair): DiskPlace => ({
  root,
  below: below.map(nameBytes),
});

function stepOf(
  repair: AccessRepair,
  directory: DiskPlace,
  name: string,
  seen: Stats | Refused,
  type: AccessRepair['type'],
  owner: Owner,
): AccessStep {
  const wanted = wantedMode(type);
  if ('ok' in seen) {
    const { why: state, errno } = seen;
    return { repair, directory, name, wanted, state, ...(errno === undefined ? {} : { errno }) };
  }
  const found = seen.mode & PERMISSION_BITS;
  const barrier = barrierOf(seen, type, owner);
  if (barrier === 'symlink' || barrier === 'not_a_file' || barrier === 'not_a_directory')
    return { repair, directory, name, wanted, state: barrier };
  // Nothing is wrong with what is closed already, whoever owns it.
  const state = isTight(found, wanted) ? 'already' : (barrier ?? 'loose');
  return { repair, directory, name, wanted, found, state };
}

function lookAtOne(disk: Disk, repair: AccessRepair, owner: Owner): AccessStep {
  const place = placeOf(repair);
  const seen = lookAt(disk, place);
  const directory = { root: place.root, below: place.below.slice(0, -1) };
  return stepOf(repair, directory, place.below.at(-1) ?? '.', seen, repair.type, owner);
}

function lookAt(disk: Disk, place: DiskPlace): Stats | Refused {
  const missing: Refused = { ok: false, why: 'missing', path: place.root };
  try {
    // The root is looked at by its own name: when that is a link, it stays as it is.
    if (place.below.length === 0) return disk.lstat(place.root) ?? missing;
    return inParent(disk, place, (dir, name) => disk.lstat(entryPath(dir, name)) ?? missing);
  } catch (error) {
    return refusalOf(error, place.root);
  }
}

/** The files of a directory with an ending, those in order left out: there may be very many. */
function lookAtEach(
  disk: Disk,
  repair: AccessRepair,
  ending: string,
  owner: Owner,
): readonly AccessStep[] {
  const place = placeOf(repair);
  const found = inDirectory(disk, place, (outside) =>
    fromInside(disk, outside, (dir) => {
      const steps: AccessStep[] = [];
      for (const name of disk.list(dirPath(dir)).toSorted()) {
        if (!name.endsWith(ending)) continue;
        const seen = disk.lstat(entryPath(dir, name));
        if (seen === undefined) continue;
        steps.push(stepOf(repair, place, name, seen, 'file', owner));
      }
      return steps;
    }),
  );
  if (!('ok' in found)) return found;
  // Without the directory there are no files, and what is in the way has been said of itself.
  if (found.why !== 'failed') return [];
  return [stepOf(repair, place, '.', found, 'directory', owner)];
}

/** Runs something in a directory below a root. */
export function inDirectory<T>(
  disk: Disk,
  place: DiskPlace,
  use: (dir: OpenDir) => T,
): T | Refused {
  try {
    return inParent(disk, { ...place, below: [...place.below, '.'] }, (dir) => use(dir));
  } catch (error) {
    return refusalOf(error, place.root);
  }
}

/** What came of changing one mode. */
export type ModeOutcome =
  | { readonly ok: true; readonly before: number; readonly after: number }
  | Refused;

/**
 * Sets the mode of an entry of an open directory, after looking at the very thing that is changed:
 * `decide` gives the new mode for the one it has, or undefined to leave it.
 */
export function changeMode(
  disk: Disk,
  dir: OpenDir,
  name: string,
  type: AccessRepair['type'],
  owner: Owner,
  decide: (mode: number) => number | undefined,
): ModeOutcome {
  const opened = openForMode(disk, dir, name, type, owner);
  if (!opened.ok) return opened;
  return withDescriptor(disk, opened.fd, () => {
    const before = opened.stats.mode & PERMISSION_BITS;
    const after = decide(before);
    if (after === undefined || after === before) return { ok: true, before, after: before };
    try {
      setMode(disk, opened, after);
    } catch (error) {
      return refusalOf(error, dir.path);
    }
    return { ok: true, before, after };
  });
}

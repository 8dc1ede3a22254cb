import { type Dir, type Dirent, opendirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { type Failed, type Missing, outcomeOf } from './errno.ts';

type EntryKind = 'file' | 'directory' | 'symlink' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface Listing {
  readonly status: 'ok';
  /** Sorted by name. */
  readonly entries: readonly Entry[];
  /** True when the directory holds more than was asked for. */
  readonly cut: boolean;
}

/** The entries of a directory, at most `limit` of them. */
export function listDirectory(path: string, limit: number): Listing | Missing | Failed {
  try {
    // Whole, it takes a third of the time.
    if (mostEntries(path) <= limit)
      return listed(readdirSync(path, { withFileTypes: true }), false);
    return listStepwise(path, limit);
  } catch (error) {
    return outcomeOf(error);
  }
}

function listStepwise(path: string, limit: number): Listing {
  let dir: Dir | undefined;
  try {
    dir = opendirSync(path, { bufferSize: 256 });
    const entries: Dirent[] = [];
    for (let entry = dir.readSync(); entry !== null; entry = dir.readSync()) {
      if (entries.length >= limit) return listed(entries, true);
      entries.push(entry);
    }
    return listed(entries, false);
  } finally {
    dir?.closeSync();
  }
}

function listed(found: readonly Dirent[], cut: boolean): Listing {
  const entries = found.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  entries.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return { status: 'ok', entries, cut };
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isDirectory()) return 'directory';
  if (entry.isSymbolicLink()) return 'symlink';
  return entry.isFile() ? 'file' : 'other';
}

/**
 * The least that an entry adds to the size of its directory, in bytes, by the kind of file system as
 * Linux numbers it: ext2 to ext4 (`ext4_dir_entry_2`), and tmpfs (`BOGO_DIRENT_SIZE`).
 */
const BYTES_AN_ENTRY: ReadonlyMap<number, number> = new Map([
  [0xef53, 12],
  [0x01021994, 20],
]);
/** By the number of the device. */
const bytesOnDevice = new Map<number, number | undefined>();

/** How many entries a directory can hold by its size; infinite where that says nothing of it. */
function mostEntries(path: string): number {
  const { dev, size } = statSync(path);
  if (!bytesOnDevice.has(dev)) bytesOnDevice.set(dev, BYTES_AN_ENTRY.get(statfsSync(path).type));
  const bytes = bytesOnDevice.get(dev);
  return bytes === undefined ? Number.POSITIVE_INFINITY : size / bytes;
}

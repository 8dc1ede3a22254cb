import { type Dir, opendirSync } from 'node:fs';
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
  let dir: Dir | undefined;
  try {
    dir = opendirSync(path, { bufferSize: 256 });
    const entries: Entry[] = [];
    let cut = false;
    for (let entry = dir.readSync(); entry !== null; entry = dir.readSync()) {
      cut = entries.length >= limit;
      if (cut) break;
      const { name } = entry;
      if (entry.isDirectory()) entries.push({ name, kind: 'directory' });
      else if (entry.isSymbolicLink()) entries.push({ name, kind: 'symlink' });
      else entries.push({ name, kind: entry.isFile() ? 'file' : 'other' });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    return { status: 'ok', entries, cut };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    dir?.closeSync();
  }
}

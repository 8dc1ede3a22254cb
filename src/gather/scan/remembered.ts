import type { FileResult } from '../../scan/finding.ts';
import type { Entry } from '../list-directory.ts';
import type { Unread } from './unread.ts';

/** What the files of an item gave. */
export interface Known {
  readonly results: readonly FileResult[];
  readonly unread: readonly Unread[];
}

export interface Kept extends Known {
  /** What the file system said of the files before they were read; empty when that is no proof. */
  readonly stamp: string;
  /** Hash over the names and contents of the files. */
  readonly contents: string;
}

/** What folders held, by their paths, and what the file system said of them before. */
export type Folders = Map<string, { readonly stamp: string; readonly entries: readonly Entry[] }>;

interface Remembered {
  readonly items: ReadonlyMap<string, Kept>;
  readonly folders: Folders;
}

const KINDS: readonly Entry['kind'][] = ['file', 'directory', 'symlink', 'other'];

/** As one text: JSON, with entries of folders as their names behind a digit for their kind. */
export function writeRemembered({ items, folders }: Remembered): string {
  const listed = [...folders].map(([path, { stamp, entries }]) => [
    path,
    stamp,
    entries.map(({ name, kind }) => `${KINDS.indexOf(kind)}${name}`),
  ]);
  return JSON.stringify({ items: [...items], folders: listed });
}

/** The reverse; of a text that is not understood nothing is remembered. */
export function readRemembered(text: string | undefined): Remembered {
  const folders: Folders = new Map();
  const items = new Map<string, Kept>();
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    for (const entry of listIn(value, 'items'))
      if (Array.isArray(entry) && typeof entry[0] === 'string' && isKept(entry[1]))
        items.set(entry[0], entry[1]);
    for (const entry of listIn(value, 'folders')) {
      if (!Array.isArray(entry)) continue;
      const [path, stamp, names]: unknown[] = entry;
      if (typeof path !== 'string' || typeof stamp !== 'string' || !Array.isArray(names)) continue;
      folders.set(path, { stamp, entries: names.map(entryOf) });
    }
  } catch {
    return { items: new Map(), folders: new Map() };
  }
  return { items, folders };
}

function listIn(value: unknown, key: 'items' | 'folders'): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !(key in value)) return [];
  const list: unknown = Reflect.get(value, key);
  return Array.isArray(list) ? list : [];
}

function entryOf(written: unknown): Entry {
  const text = String(written);
  return { name: text.slice(1), kind: KINDS[Number(text[0])] ?? 'other' };
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stamp' in value &&
    typeof value.stamp === 'string' &&
    'contents' in value &&
    typeof value.contents === 'string' &&
    'results' in value &&
    Array.isArray(value.results) &&
    'unread' in value &&
    Array.isArray(value.unread)
  );
}

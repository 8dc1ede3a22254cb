import type { Entry } from '../list-directory.ts';
import type { Judged } from './judged.ts';
import type { Manifest } from './manifest.ts';

/** An item as it was judged. */
export interface Kept extends Judged {
  /** What the file system said of the files before they were read; empty when that is no proof. */
  readonly stamp: string;
  /** Hash over the names and contents of the files. */
  readonly contents: string;
  /** What else it was judged by. */
  readonly of: string;
}

/** What folders held, by their paths, and what the file system said of them before. */
export type Folders = Map<string, { readonly stamp: string; readonly entries: readonly Entry[] }>;

/** The same of what package.json of a folder said. */
export type Manifests = Map<string, { readonly stamp: string; readonly manifest: Manifest }>;

interface Remembered {
  readonly items: ReadonlyMap<string, Kept>;
  readonly folders: Folders;
  readonly manifests: Manifests;
}

const NO_ASCII = /[^\0-\x7f]/g;
const KINDS: readonly Entry['kind'][] = ['file', 'directory', 'symlink', 'other'];

/**
 * As one text: JSON, with entries of folders as their names behind a digit for their kind. Of ASCII
 * alone: that is read in half the time.
 */
export function writeRemembered({ items, folders, manifests }: Remembered): string {
  const listed = [...folders].map(([path, { stamp, entries }]) => [
    path,
    stamp,
    entries.map(({ name, kind }) => `${KINDS.indexOf(kind)}${name}`),
  ]);
  return JSON.stringify({ items: [...items], folders: listed, manifests: [...manifests] }).replace(
    NO_ASCII,
    escaped,
  );
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The reverse; of a text that is not understood nothing is remembered. */
export function readRemembered(text: string | undefined): Remembered {
  const folders: Folders = new Map();
  const items = new Map<string, Kept>();
  const manifests: Manifests = new Map();
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
    for (const entry of listIn(value, 'manifests'))
      if (Array.isArray(entry) && typeof entry[0] === 'string' && isManifest(entry[1]))
        manifests.set(entry[0], entry[1]);
  } catch {
    return { items: new Map(), folders: new Map(), manifests: new Map() };
  }
  return { items, folders, manifests };
}

function listIn(value: unknown, key: 'items' | 'folders' | 'manifests'): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !(key in value)) return [];
  const list: unknown = Reflect.get(value, key);
  return Array.isArray(list) ? list : [];
}

function entryOf(written: unknown): Entry {
  const text = String(written);
  return { name: text.slice(1), kind: KINDS[Number(text[0])] ?? 'other' };
}

function isManifest(value: unknown): value is { stamp: string; manifest: Manifest } {
  if (typeof value !== 'object' || value === null || !('manifest' in value)) return false;
  const { manifest } = value;
  return (
    typeof Reflect.get(value, 'stamp') === 'string' &&
    typeof manifest === 'object' &&
    manifest !== null &&
    'isPlugin' in manifest
  );
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string) => Reflect.get(value, key);
  return (
    ['stamp', 'contents', 'of', 'name', 'body'].every((key) => typeof has(key) === 'string') &&
    ['findings', 'unread'].every((key) => Array.isArray(has(key)))
  );
}

import { createHash, hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScanItem } from '../../scan/item.ts';
import { VERSION } from '../../version.ts';
import { listDirectory } from '../list-directory.ts';
import type { List } from '../list-once.ts';
import type { Cache } from './cache.ts';
import { type Manifest, readManifest } from './manifest.ts';
import {
  type Folders,
  type Kept,
  type Manifests,
  readRemembered,
  writeRemembered,
} from './remembered.ts';
import { stampOf, stampOfItem } from './stamp.ts';
import { WORKER_FILE } from './worker-file.ts';

/** What the last scan of the same paths found. */
export interface Memory {
  /** Whether nothing is known. */
  readonly empty: boolean;
  /** What is known of an item that is judged by the same as now, its files apart. */
  get(item: ScanItem): Kept | undefined;
  /** What the file system says of an item's files now; empty when that proves nothing later. */
  stampOf(item: ScanItem): string;
  /** Keeps what is known of an item for the next scan. */
  put(path: string, kept: Kept): void;
  /** Reads a folder, unless nothing touched it since it was read last. */
  readonly list: List;
  /** Reads the package.json of a folder, unless nothing touched it since. */
  manifestOf(folder: string): Manifest;
  /** Writes what was put and listed, unless it is what was there before. */
  save(): void;
}

/** What a memory is of. Another build, or other settings, may judge otherwise: they have their own. */
export interface MemoryOf {
  readonly indicators: boolean;
  readonly paths: readonly string[];
  /** The time before anything is looked at, in ms since 1970. */
  readonly now?: number;
  /** Reads a folder of which nothing is known. */
  readonly list?: List;
}

export function openMemory(
  cache: Cache,
  { indicators, paths, now = Date.now(), list = listDirectory }: MemoryOf,
): Memory {
  const key = hash('sha256', JSON.stringify([buildOf(), indicators, paths]), 'hex');
  const before = readRemembered(cache.get(key));
  const items = new Map<string, Kept>();
  const folders: Folders = new Map();
  const manifests: Manifests = new Map();
  return {
    empty: before.items.size === 0,
    get(item) {
      const kept = before.items.get(item.path);
      return kept?.of === whatIs(item) ? kept : undefined;
    },
    stampOf: (item) => stampOfItem(item, now),
    put: (path, kept) => items.set(path, kept),
    list(path, limit) {
      const stamp = stampOf(path, now);
      const known = stamp === '' ? undefined : before.folders.get(path);
      if (known?.stamp === stamp) {
        folders.set(path, known);
        return { status: 'ok', entries: known.entries, cut: false };
      }
      const listing = list(path, limit);
      if (stamp !== '' && listing.status === 'ok' && !listing.cut)
        folders.set(path, { stamp, entries: listing.entries });
      return listing;
    },
    manifestOf(folder) {
      const stamp = stampOf(join(folder, 'package.json'), now);
      const known = stamp === '' ? undefined : before.manifests.get(folder);
      const kept = known?.stamp === stamp ? known : { stamp, manifest: readManifest(folder) };
      if (stamp !== '') manifests.set(folder, kept);
      return kept.manifest;
    },
    save() {
      const same =
        isSame(items, before.items) &&
        isSame(folders, before.folders) &&
        isSame(manifests, before.manifests);
      if (!same) cache.put(key, writeRemembered({ items, folders, manifests }));
    },
  };
}

function isSame<V>(after: ReadonlyMap<string, V>, before: ReadonlyMap<string, V>): boolean {
  if (after.size !== before.size) return false;
  for (const [key, value] of after) if (before.get(key) !== value) return false;
  return true;
}

/** What an item is judged by besides its files. */
export function whatIs({ kind, name, links, bundled }: ScanItem): string {
  return JSON.stringify([kind, name, links, bundled]);
}

/** A hash over the files' names and the hashes of their contents. */
export function contentsOf(files: readonly (readonly [path: string, sha256: string])[]): string {
  const sum = createHash('sha256');
  for (const [path, sha256] of files) sum.update(`${path}\0${sha256}\0`);
  return sum.digest('hex');
}

/** Parts of the program are named by their contents: another name stands for whatever judges otherwise. */
function buildOf(): string {
  const parts = readdirSync(dirname(WORKER_FILE)).filter((name) => name.endsWith('.js'));
  return [VERSION, ...parts.sort()].join(' ');
}

import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FileResult } from '../../scan/finding.ts';
import { VERSION } from '../../version.ts';
import type { Cache } from './cache.ts';
import type { Unread } from './unread.ts';
import { WORKER_FILE } from './worker-file.ts';

/** What the files of an item gave. */
export interface Known {
  readonly results: readonly FileResult[];
  readonly unread: readonly Unread[];
}

interface Kept extends Known {
  /** What the file system said of the files before they were read; empty when that is no proof. */
  readonly stamp: string;
  /** Hash over the names and contents of the files. */
  readonly contents: string;
}

/** What the last scan of the same paths found, by the path of the item. */
export interface Memory {
  get(path: string): Kept | undefined;
  /** Keeps what is known of an item for the next scan. */
  put(path: string, kept: Kept): void;
  /** Writes what was put, unless it is what was there before. */
  save(): void;
}

/** Another build, or a scan with other settings, may judge otherwise: it has a memory of its own. */
export function openMemory(cache: Cache, indicators: boolean, paths: readonly string[]): Memory {
  const key = hash('sha256', JSON.stringify([buildOf(), indicators, paths]), 'hex');
  const before = parse(cache.get(key));
  const after = new Map<string, Kept>();
  return {
    get: (path) => before.get(path),
    put: (path, kept) => after.set(path, kept),
    save() {
      const isSame =
        after.size === before.size && [...after].every(([path, kept]) => before.get(path) === kept);
      if (!isSame) cache.put(key, JSON.stringify([...after]));
    },
  };
}

/** A hash over the files' names and the hashes of their contents. */
export function contentsOf(files: readonly (readonly [path: string, sha256: string])[]): string {
  const sum = createHash('sha256');
  for (const [path, sha256] of files) sum.update(`${path}\0${sha256}\0`);
  return sum.digest('hex');
}

function buildOf(): string {
  let code = '';
  try {
    code = hash('sha256', readFileSync(WORKER_FILE), 'hex');
  } catch {
    // The sources are run; the version has to do.
  }
  return `${VERSION} ${code}`;
}

function parse(text: string | undefined): Map<string, Kept> {
  try {
    const entries: unknown = JSON.parse(text ?? '[]');
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

function isEntry(value: unknown): value is readonly [string, Kept] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const kept: unknown = value[1];
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'stamp' in kept &&
    typeof kept.stamp === 'string' &&
    'contents' in kept &&
    typeof kept.contents === 'string' &&
    'results' in kept &&
    Array.isArray(kept.results) &&
    'unread' in kept &&
    Array.isArray(kept.unread)
  );
}

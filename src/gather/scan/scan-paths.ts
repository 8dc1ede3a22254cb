import { lstatSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ItemKind, ScanItem } from '../../scan/item.ts';
import { type Entry, listDirectory } from '../list-directory.ts';
import type { List } from '../list-once.ts';
import type { Cache } from './cache.ts';
import { findItems } from './find-items.ts';
import { openMemory } from './memory.ts';
import type { Pool } from './pool.ts';
import { MAX_BYTES, readStart } from './read-start.ts';
import type { ScanOptions, ScanReport } from './scan-items.ts';
import { scanItems } from './scan-items.ts';
import type { Unread } from './unread.ts';

/** Scans folders, files and archives that were named; the paths are absolute and exist. */
export async function scanPaths(
  paths: readonly string[],
  { cache, ...options }: Omit<ScanOptions, 'memory' | 'pool'> & { readonly cache?: Cache },
): Promise<ScanReport> {
  const items = new Map<string, ScanItem>();
  const unread: Unread[] = [];
  let pool: Pool | undefined;
  let files = 0;
  const list: List = (path, limit) => {
    const listing = listDirectory(path, limit);
    if (listing.status === 'ok') files += listing.entries.filter(isFile).length;
    // Threads start while the rest is listed.
    pool?.expect(files);
    return listing;
  };
  const memory = cache && openMemory(cache, { ...options, paths, list });
  // Of what was scanned before little will be left to do, or nothing.
  if (memory?.empty !== false) pool = (await import('./pool.ts')).openPool(options);
  for (const path of paths) {
    const found = lstatSync(path).isDirectory()
      ? findItems(path, undefined, memory?.list ?? list, memory?.manifestOf)
      : { items: [await singleFile(path)], unread: [] };
    unread.push(...found.unread);
    // The same folder may be named twice, or lie in another that was named.
    for (const item of found.items) items.set(item.path, item);
  }
  const report = await scanItems([...items.values()], {
    ...options,
    ...(pool ? { pool } : {}),
    ...(memory ? { memory } : {}),
  });
  return { items: report.items, unread: [...unread, ...report.unread] };
}

const isFile = ({ kind }: Entry): boolean => kind === 'file';

async function singleFile(path: string): Promise<ScanItem> {
  const name = basename(path);
  const kind = await kindOfFile(path, name);
  return { kind, name, path, root: dirname(path), files: [name], links: [] };
}

/** What an archive would be once it is unpacked, with or without a folder around it. */
async function kindOfFile(path: string, name: string): Promise<ItemKind> {
  if (/^skill\.md$/i.test(name)) return 'skill';
  const { archiveKind, openArchive } = await import('./archive.ts');
  const start = readStart(path, MAX_BYTES);
  const archive = 'bytes' in start ? archiveKind(start.bytes) : undefined;
  if (!('bytes' in start) || archive === undefined) return 'files';
  let kind: ItemKind = 'files';
  for (const member of openArchive(archive, start.bytes)) {
    if (/^(?:[^/]*\/)?openclaw\.plugin\.json$/.test(member.name)) return 'plugin';
    if (/^(?:[^/]*\/)?skill\.md$/i.test(member.name)) kind = 'skill';
    else if (kind === 'files' && /^(?:[^/]*\/)?package\.json$/.test(member.name)) kind = 'package';
  }
  return kind;
}

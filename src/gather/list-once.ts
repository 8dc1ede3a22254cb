import { listDirectory } from './list-directory.ts';

/** Reads a folder, as `listDirectory` does it. */
export type List = typeof listDirectory;

/** What is remembered: a tree of any size may be listed. */
const MAX_ENTRIES = 200_000;

/** For several walks over the same folders: what one lists, the others need not ask for again. */
export function listOnce(): List {
  const known = new Map<string, ReturnType<List>>();
  let room = MAX_ENTRIES;
  return (path, limit) => {
    const listing = known.get(path);
    if (listing?.status === 'ok' && listing.entries.length <= limit) return listing;
    const fresh = listDirectory(path, limit);
    if (fresh.status === 'ok' && !fresh.cut && fresh.entries.length <= room) {
      room -= fresh.entries.length;
      known.set(path, fresh);
    }
    return fresh;
  };
}

import { listDirectory } from './list-directory.ts';

/** Reads a folder, as `listDirectory` does it. */
export type List = typeof listDirectory;

/** What is remembered at a time: a tree of any size may be listed. */
const MAX_ENTRIES = 200_000;

/** For two walks over the same folders: what the one lists, the other need not ask for again. */
export function listTwice(): List {
  const known = new Map<string, ReturnType<List>>();
  let kept = 0;
  return (path, limit) => {
    const listing = known.get(path);
    if (listing?.status === 'ok' && listing.entries.length <= limit) {
      known.delete(path);
      kept -= listing.entries.length;
      return listing;
    }
    const fresh = listDirectory(path, limit);
    if (fresh.status === 'ok' && !fresh.cut && kept + fresh.entries.length <= MAX_ENTRIES) {
      kept += fresh.entries.length;
      known.set(path, fresh);
    }
    return fresh;
  };
}

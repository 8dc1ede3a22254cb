import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import type { ScanItem } from '../../scan/item.ts';

/** A file that was changed this shortly before may change again without a new time. */
const SETTLED_MS = 2000;

/**
 * What the file system says of something: as long as it says the same, the contents are the same.
 * Whoever may write a file can set its time of modification, and not that of its last change, which
 * is the kernel's. Empty where that is no proof: on Windows, where it can be set as well, and of
 * what was changed just before `now` (ms since 1970) or has gone.
 */
export function stampOf(path: string, now: number): string {
  const said = new Float64Array(WORDS);
  return look(path, now, said, 0) ? said.join(' ') : '';
}

/** The same of all files of an item together. */
export function stampOfItem({ root, files }: ScanItem, now: number): string {
  const said = new Float64Array(files.length * WORDS);
  for (const [index, file] of files.entries())
    if (!look(`${root}/${file}`, now, said, index * WORDS)) return '';
  // As they are: writing out as many numbers takes longer than asking for them.
  return createHash('sha256').update(files.join('\0')).update(said).digest('hex');
}

/** Numbers that say which file it is, and when it was last changed. */
const WORDS = 6;

/** Writes them to `said` at `at`; false where they are no proof. */
function look(path: string, now: number, said: Float64Array, at: number): boolean {
  if (process.platform === 'win32') return false;
  let stats: Stats | undefined;
  try {
    stats = lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return false;
  }
  if (!stats || stats.ctimeMs > now - SETTLED_MS) return false;
  const { dev, ino, size, mode, mtimeMs, ctimeMs } = stats;
  said.set([dev, ino, size, mode, mtimeMs, ctimeMs], at);
  return true;
}

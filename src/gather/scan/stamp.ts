import { hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import type { ScanItem } from '../../scan/item.ts';

/** A file that was changed this shortly before may change again without a new time. */
const SETTLED_MS = 2000;

/**
 * What the file system says of an item's files: as long as it says the same, their contents are the
 * same. Whoever may write a file can set its time of modification, and not that of its last change,
 * which is the kernel's. Empty where that is no proof: on Windows, where it can be set as well, and
 * of files that were changed just before `now` (ms since 1970) or have gone.
 */
export function stampOf({ root, files }: ScanItem, now: number): string {
  if (process.platform === 'win32') return '';
  let said = '';
  try {
    for (const file of files) {
      const { dev, ino, size, mode, mtimeMs, ctimeMs } = lstatSync(`${root}/${file}`);
      if (ctimeMs > now - SETTLED_MS) return '';
      said += `${file}\0${dev} ${ino} ${size} ${mode} ${mtimeMs} ${ctimeMs}\0`;
    }
  } catch {
    return '';
  }
  return hash('sha256', said, 'hex');
}

import { hash } from 'node:crypto';
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
  if (process.platform === 'win32') return '';
  let stats: Stats | undefined;
  try {
    stats = lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return '';
  }
  if (!stats || stats.ctimeMs > now - SETTLED_MS) return '';
  const { dev, ino, size, mode, mtimeMs, ctimeMs } = stats;
  return `${dev} ${ino} ${size} ${mode} ${mtimeMs} ${ctimeMs}`;
}

/** The same of all files of an item together. */
export function stampOfItem({ root, files }: ScanItem, now: number): string {
  let said = '';
  for (const file of files) {
    const stamp = stampOf(`${root}/${file}`, now);
    if (stamp === '') return '';
    said += `${file}\0${stamp}\0`;
  }
  return hash('sha256', said, 'hex');
}

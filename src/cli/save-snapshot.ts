import {
  closeSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import type { Snapshot } from '../gather/snapshot.ts';
import { IncompleteError } from './errors.ts';
import { errorCode } from './io.ts';

/** How every snapshot begins. */
const BEGINNING = '{"format":1,';

/**
 * Saves a snapshot for its owner alone, whole or not at all. Never follows a link and never
 * overwrites anything but a snapshot.
 * @throws IncompleteError when that is not possible.
 */
export function saveSnapshot(path: string, snapshot: Snapshot): void {
  const temporary = `${path}.${process.pid}-${Date.now()}.tmp`;
  let made = false;
  try {
    refuseOthers(path);
    const fd = openSync(temporary, 'wx', 0o600);
    made = true;
    try {
      const { format, ...rest } = snapshot;
      writeFileSync(fd, `${JSON.stringify({ format, ...rest })}\n`);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch (error) {
    if (made) remove(temporary);
    if (error instanceof IncompleteError) throw error;
    throw new IncompleteError('snapshot_unwritable', { path, reason: errorCode(error) });
  }
}

function refuseOthers(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isFile()) throw new IncompleteError('snapshot_not_regular', { path });
  if (stat.size > 0 && !beginsLikeSnapshot(path))
    throw new IncompleteError('snapshot_not_ours', { path });
}

function beginsLikeSnapshot(path: string): boolean {
  const fd = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(BEGINNING.length);
    const length = readSync(fd, bytes);
    return new TextDecoder().decode(bytes.subarray(0, length)) === BEGINNING;
  } finally {
    closeSync(fd);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Left behind; the error that is reported says why.
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import type { Snapshot } from '../gather/snapshot.ts';
import { IncompleteError, UsageError } from './errors.ts';
import { errorCode, pause } from './io.ts';
import type { Fault } from './shape.ts';
import { snapshotShape } from './snapshot-shape.ts';

const MAX_MEBIBYTES = 64;
const CHUNK = 1 << 20;

/**
 * Reads a file made by `--save-snapshot`; `-` is standard input.
 * @throws UsageError when it is something else, IncompleteError when it cannot be read.
 */
export function readSnapshot(path: string): Snapshot {
  const text = readBounded(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError('snapshot_not_json', { path });
  }
  const fault: Fault = { at: '', expected: '', depth: 0 };
  if (snapshotShape(value, '', fault)) return value;
  const { at, expected } = fault;
  throw new UsageError('snapshot_malformed', { path, at: at || '(root)', expected });
}

function readBounded(path: string): string {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let fd: number | undefined;
  try {
    fd = path === '-' ? 0 : openSync(path, 'r');
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const length = readSome(fd, chunk);
      if (length === 0) break;
      total += length;
      chunks.push(chunk.subarray(0, length));
      if (total > MAX_MEBIBYTES * CHUNK)
        throw new UsageError('snapshot_too_large', { path, limit: String(MAX_MEBIBYTES) });
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new IncompleteError('snapshot_unreadable', { path, reason: errorCode(error) });
  } finally {
    if (fd !== undefined && fd !== 0) closeSync(fd);
  }
  return new TextDecoder().decode(join(chunks, total));
}

function readSome(fd: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(fd, chunk);
    } catch (error) {
      // Windows reports the end of a pipe as an error.
      if (errorCode(error) === 'EOF') return 0;
      if (errorCode(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
}

function join(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

import { hash } from 'node:crypto';
import { join } from 'node:path';
import {
  decode,
  isBinary,
  type Language,
  languageOf,
  type SourceFile,
} from '../../scan/source-file.ts';
import { stringsIn } from '../../scan/strings.ts';
import { type Expanded, expand, type Loose } from './expand.ts';
import { MAX_BYTES, readStart } from './read-start.ts';
import type { Unread } from './unread.ts';

const MAX_TEXT = 16 * 1024 * 1024;

/** A file of a folder as it was read. */
export interface ReadFile {
  /** Relative to the item. */
  readonly file: string;
  /** Of the bytes that were read; empty when there were none. */
  readonly sha256: string;
  readonly bytes: Uint8Array | undefined;
  readonly unread: readonly Unread[];
}

/** A file as it is scanned: itself and, when it is an archive, what is in it. */
export interface OpenFile {
  readonly sources: readonly SourceFile[];
  /** Members that stay closed. */
  readonly closed: Expanded['unread'];
  readonly unread: readonly Unread[];
}

export function readWhole(root: string, file: string): ReadFile {
  const path = join(root, file);
  const start = readStart(path, MAX_BYTES);
  if (!('bytes' in start))
    return { file, sha256: '', bytes: undefined, unread: [{ path, ...start }] };
  const { bytes, size } = start;
  const unread: Unread[] =
    size > bytes.length ? [{ path, reason: 'too_large', detail: String(size) }] : [];
  return { file, sha256: hash('sha256', bytes, 'hex'), bytes, unread };
}

export function openFile(root: string, { file, bytes }: ReadFile): OpenFile {
  if (!bytes) return { sources: [], closed: [], unread: [] };
  const { files, unread: closed } = expand({ path: file, bytes });
  const unread: Unread[] = closed.map((entry) => ({ ...entry, path: join(root, entry.path) }));
  const sources = files.map(sourceOf);
  for (const { path, bytes: whole, language } of sources)
    if (whole.length > MAX_TEXT && language !== 'binary')
      unread.push({ path: join(root, path), reason: 'too_large', detail: String(whole.length) });
  return { sources, closed, unread };
}

/** A text, or what can be read of other bytes. */
export function sourceOf({ path, bytes }: Loose): SourceFile {
  if (isBinary(bytes)) return { path, language: 'binary', text: stringsIn(bytes), bytes };
  const text = decode(bytes.length > MAX_TEXT ? bytes.subarray(0, MAX_TEXT) : bytes);
  const language: Language = languageOf(path, text);
  return { path, language, text, bytes };
}

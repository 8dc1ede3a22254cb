import { isAbsolute, join, relative, resolve } from 'node:path';
import { property } from './collect.ts';
import { MAX_JSON_BYTES, readFileBounded } from './read-file.ts';
import { readStart } from './scan/read-start.ts';

/** The files a plugin's package.json names as its code. */
export interface PluginEntries {
  /** Relative paths of those inside the plugin. */
  readonly inside: readonly string[];
  /** As written: those that lead out of it. */
  readonly escaping: readonly string[];
  /** As written: those below a hidden directory or `node_modules`. */
  readonly hidden: readonly string[];
  /** Why the file names none although it is there. */
  readonly error?: string;
}

type Manifest = { readonly content: unknown } | { readonly error: string };

const MAX_ENTRIES = 200;
const MAX_TEXT = 500;
const MAX_MANIFEST = 1024 * 1024;

/** Reads `openclaw.extensions`; whatever cannot be read names no entries. */
export function readPluginEntries(directory: string, strictly: boolean): PluginEntries {
  const file = join(directory, 'package.json');
  const manifest = strictly ? readStrictly(file) : readQuietly(file);
  if ('error' in manifest) return { inside: [], escaping: [], hidden: [], error: manifest.error };
  const written = property(property(manifest.content, 'openclaw'), 'extensions');
  const entries = (Array.isArray(written) ? written : [])
    .filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    .slice(0, MAX_ENTRIES)
    .map((entry) => entry.trim().replaceAll('\0', '').slice(0, MAX_TEXT));
  const aims = entries.map((entry) => ({
    entry,
    path: relative(directory, resolve(directory, entry)),
  }));
  return {
    inside: aims.filter(({ path }) => path !== '' && !leadsOut(path)).map(({ path }) => path),
    escaping: aims.filter(({ path }) => leadsOut(path)).map(({ entry }) => entry),
    hidden: entries.filter(isHidden),
  };
}

function leadsOut(path: string): boolean {
  return isAbsolute(path) || /^\.\.(?:[\\/]|$)/.test(path);
}

function isHidden(entry: string): boolean {
  return entry.split(/[\\/]/).some((step) => step === 'node_modules' || /^\.(?!\.?$)/.test(step));
}

/** As 2026.2 does: a file that cannot be read is no file. */
function readQuietly(path: string): Manifest {
  const read = readFileBounded(path, MAX_JSON_BYTES);
  if (read.status !== 'ok') return { content: undefined };
  try {
    return { content: JSON.parse(new TextDecoder('utf-8').decode(read.bytes)) };
  } catch {
    return { content: undefined };
  }
}

/** As later releases do: no links, no byte order mark, one MiB at most; a blank file is no file. */
function readStrictly(path: string): Manifest {
  const start = readStart(path, MAX_MANIFEST);
  if ('reason' in start) {
    if (start.detail === 'ENOENT' || start.detail === 'ENOTDIR') return { content: undefined };
    const irregular = start.reason === 'not_a_file' || start.detail === 'ELOOP';
    return { error: irregular ? 'not a regular file' : (start.detail ?? start.reason) };
  }
  if (start.size > MAX_MANIFEST) return { error: `${start.size} bytes, more than ${MAX_MANIFEST}` };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(start.bytes);
  if (text.trim() === '') return { content: undefined };
  try {
    return { content: JSON.parse(text) };
  } catch {
    return { error: 'not JSON' };
  }
}

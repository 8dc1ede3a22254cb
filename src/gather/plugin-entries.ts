import { isAbsolute, join, relative, resolve } from 'node:path';
import { property } from './collect.ts';
import { MAX_JSON_BYTES, readFileBounded } from './read-file.ts';

/** The files a plugin's package.json names as its code. */
export interface PluginEntries {
  /** Relative paths of those inside the plugin. */
  readonly inside: readonly string[];
  /** As written: those that lead out of it. */
  readonly escaping: readonly string[];
  /** As written: those below a hidden directory or `node_modules`. */
  readonly hidden: readonly string[];
}

const MAX_ENTRIES = 200;
const MAX_TEXT = 500;

/** Reads `openclaw.extensions`; whatever cannot be read names no entries. */
export function readPluginEntries(directory: string): PluginEntries {
  const written = property(
    property(readQuietly(join(directory, 'package.json')), 'openclaw'),
    'extensions',
  );
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

/** The plugins' own collector notes what is wrong with the file. */
function readQuietly(path: string): unknown {
  const read = readFileBounded(path, MAX_JSON_BYTES);
  if (read.status !== 'ok') return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(read.bytes));
  } catch {
    return undefined;
  }
}

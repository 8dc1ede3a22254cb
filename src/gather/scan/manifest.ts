import { join } from 'node:path';
import { property } from '../collect.ts';
import { MAX_JSON_BYTES } from '../read-file.ts';
import { readStart } from './read-start.ts';

/** What of the package.json in a folder decides what is there; says nothing where there is none. */
export interface Manifest {
  readonly name?: string;
  /** Whether it has entries for OpenClaw. */
  readonly isPlugin: boolean;
}

const MAX_NAME = 200;

/** Reads a small file that the walk has found; links are not followed. */
export function readManifest(folder: string): Manifest {
  const content = contentOf(join(folder, 'package.json'));
  const name = property(content, 'name');
  const isPlugin = ['openclaw', 'clawdbot', 'moltbot'].some((key) =>
    Array.isArray(property(property(content, key), 'extensions')),
  );
  return { ...(typeof name === 'string' ? { name: name.slice(0, MAX_NAME) } : {}), isPlugin };
}

function contentOf(path: string): unknown {
  const start = readStart(path, MAX_JSON_BYTES);
  if (!('bytes' in start) || start.size > MAX_JSON_BYTES) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(start.bytes));
  } catch {
    return undefined;
  }
}

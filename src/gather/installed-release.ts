import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { parseRelease } from '../config/release.ts';
import { property, textProperty } from './collect.ts';
import { readFileBounded } from './read-file.ts';

/** An OpenClaw that is installed on this host. */
export interface InstalledRelease {
  readonly version: string;
  /** Its directory, or the image of its container. */
  readonly place: string;
}

const MAX_DIRS = 64;
const MAX_ABOVE = 5;
const MAX_NODES = 50;
const MAX_PACKAGE_BYTES = 256 * 1024;
const MAX_LENGTH = 60;
const PACKAGE = 'openclaw';

/**
 * The OpenClaw that a shell would run, or else one in the usual places of npm, pnpm and bun.
 * Told by its package.json alone: nothing of it is run.
 */
export function findInstalledRelease(
  env: NodeJS.ProcessEnv,
  home: string,
): InstalledRelease | undefined {
  const seen = new Set<string>();
  for (const dir of candidates(env, home)) {
    if (seen.has(dir)) continue;
    seen.add(dir);
    const version = versionIn(dir);
    if (version !== undefined) return { version, place: dir };
  }
  return undefined;
}

function* candidates(env: NodeJS.ProcessEnv, home: string): Iterable<string> {
  const path = env.PATH ?? env.Path ?? '';
  for (const dir of new Set(path.split(delimiter, MAX_DIRS))) {
    if (!isAbsolute(dir)) continue;
    const command = resolved(join(dir, PACKAGE));
    // A link from npm, bun, Homebrew or a checkout leads into the package.
    if (command) yield* above(command);
    // pnpm, and npm on Windows, put a script there, and the package near it.
    for (const near of ['node_modules', '../lib/node_modules', 'global/5/node_modules'])
      yield join(dir, near, PACKAGE);
  }
  for (const modules of [
    '.npm-global/lib/node_modules',
    '.bun/install/global/node_modules',
    '.local/share/pnpm/global/5/node_modules',
    'Library/pnpm/global/5/node_modules',
  ])
    yield join(home, modules, PACKAGE);
  const nodes = join(home, '.nvm/versions/node');
  for (const node of list(nodes).slice(-MAX_NODES).reverse())
    yield join(nodes, node, 'lib/node_modules', PACKAGE);
}

function resolved(path: string): string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
      ? realpathSync(path)
      : undefined;
  } catch {
    return undefined;
  }
}

function* above(path: string): Iterable<string> {
  let current = path;
  for (let depth = 0; depth < MAX_ABOVE && dirname(current) !== current; depth += 1) {
    current = dirname(current);
    yield current;
  }
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function versionIn(dir: string): string | undefined {
  const read = readFileBounded(join(dir, 'package.json'), MAX_PACKAGE_BYTES);
  if (read.status !== 'ok') return undefined;
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8').decode(read.bytes));
    if (property(content, 'name') !== PACKAGE) return undefined;
    const version = textProperty(content, 'version', MAX_LENGTH)?.trim() ?? '';
    return parseRelease(version) ? version : undefined;
  } catch {
    return undefined;
  }
}

import { realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { type Collecting, entriesOf, noteFailure } from './collect.ts';
import { finalKind, inspect } from './fact.ts';
import type { Entry } from './list-directory.ts';
import { MAX_JSON_BYTES, readFileBounded } from './read-file.ts';

/** A directory that holds a skill. */
export interface Candidate {
  readonly name: string;
  readonly path: string;
  /** Whether OpenClaw loads what lies there, shadowing aside. */
  readonly loadable: boolean;
}

const PART = 'code';
const MAX_ENTRIES = 2000;
/** What later releases go by, as observed: folders in folders, skills of one place, size of the text. */
const LATER_DEPTH = 6;
const LATER_SKILLS = 200;
const LATER_BYTES = 256_000;
/** Where this program stops. */
const MAX_DEPTH = 16;
const MAX_FOLDERS = 20_000;

/** The skills in one of the places where agents look. */
export async function skillsIn(run: Collecting, root: string): Promise<readonly Candidate[]> {
  return run.generation === '2026.2' ? nearRoot(run, root) : belowRoot(run, root);
}

/** 2026.2: the directory itself when it is a skill, and the directories in it that are. */
async function nearRoot(run: Collecting, root: string): Promise<readonly Candidate[]> {
  const own = await skillAt(run, root);
  const found = own ? [own] : [];
  for (const entry of foldersIn(run, root)) {
    if (run.deadline.expired()) break;
    const skill = await skillAt(run, join(root, entry.name));
    if (skill) found.push(skill);
  }
  return found;
}

interface Folder {
  readonly path: string;
  /** Where it really is; undefined until that is asked. Below a real folder only links lead away. */
  readonly real: string | undefined;
  readonly depth: number;
  /** Whether the gateway comes here, too: it follows no link that leads out of the place. */
  readonly entered: boolean;
}

/** Later: the directory itself when it is a skill, else all below it down to the first that is one. */
async function belowRoot(run: Collecting, root: string): Promise<readonly Candidate[]> {
  const real = realOf(root);
  if (real === undefined) return [];
  const found: Candidate[] = [];
  const visited = new Set<string>();
  const stack: Folder[] = [{ path: root, real, depth: 0, entered: true }];
  let loaded = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (run.deadline.expired()) break;
    const place = next.real ?? realOf(next.path);
    if (place === undefined || visited.has(place)) continue;
    if (visited.size >= MAX_FOLDERS || next.depth > MAX_DEPTH) {
      run.skip({ part: PART, reason: 'too_many', subject: next.path });
      break;
    }
    visited.add(place);
    const skill = await skillAt(run, next.path);
    if (skill) {
      const loadable = skill.loadable && next.entered && loaded < LATER_SKILLS;
      if (loadable) loaded += 1;
      found.push({ ...skill, loadable });
      continue;
    }
    const { path, depth } = next;
    const inside = foldersIn(run, path).map(({ name, kind }): Folder => {
      const below = join(path, name);
      const inner = kind === 'directory' ? join(place, name) : realOf(below);
      const stays = kind === 'directory' || isWithin(real, inner);
      return {
        path: below,
        real: inner,
        depth: depth + 1,
        entered: next.entered && stays && depth < LATER_DEPTH,
      };
    });
    stack.push(...inside.reverse());
  }
  return found;
}

/** Directories and links to some, by name. */
function foldersIn(run: Collecting, path: string): readonly Entry[] {
  return entriesOf(run, PART, path, MAX_ENTRIES)
    .filter(({ name, kind }) => {
      if (name.startsWith('.') || name === 'node_modules') return false;
      return kind === 'directory' || (kind === 'symlink' && leadsToDirectory(join(path, name)));
    })
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

function leadsToDirectory(path: string): boolean {
  const seen = inspect(path);
  return seen.status === 'ok' && finalKind(seen.fact) === 'directory';
}

function isWithin(root: string, path: string | undefined): boolean {
  return path === root || path?.startsWith(root + sep) === true;
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

async function skillAt(run: Collecting, path: string): Promise<Candidate | undefined> {
  const file = join(path, 'SKILL.md');
  const read = readFileBounded(file, MAX_JSON_BYTES);
  if (read.status === 'missing') return undefined;
  if (read.status === 'failed') noteFailure(run, PART, file, read);
  const bytes = read.status === 'ok' ? read.bytes : new Uint8Array();
  // It takes the reader of YAML along.
  const { readSkillHead } = await import('./skill-file.ts');
  const head = readSkillHead(bytes, run.generation);
  return {
    name: head.name ?? basename(path),
    path,
    loadable:
      head.description !== undefined && (run.generation === '2026.2' || isLater(file, bytes)),
  };
}

function isLater(file: string, { length }: Uint8Array): boolean {
  const seen = inspect(file);
  return length <= LATER_BYTES && seen.status === 'ok' && seen.fact.kind === 'file';
}

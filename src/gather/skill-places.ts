import { realpathSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { SKILL_FILE } from '../locate/skill-file.ts';
import { type Collecting, entriesOf, noteFailure } from './collect.ts';
import { outcomeOf } from './errno.ts';
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
/** Skills after which others get their turn: threads that scan are waiting for more. */
const TURN = 16;

/** A directory with a SKILL.md of which nothing has been read. */
export interface SkillFolder {
  readonly path: string;
  /** Whether the gateway comes here, too: it follows no link that leads out of the place. */
  readonly entered: boolean;
}

/** The directories of skills in one of the places where agents look. */
export function skillFoldersIn(run: Collecting, root: string): readonly SkillFolder[] {
  return run.generation === '2026.2' ? nearRoot(run, root) : belowRoot(run, root);
}

/** The skills in directories of one place; others get their turn meanwhile. */
export async function skillsAmong(
  run: Collecting,
  folders: readonly SkillFolder[],
): Promise<readonly Candidate[]> {
  const most = run.generation === '2026.2' ? Number.POSITIVE_INFINITY : LATER_SKILLS;
  const found: Candidate[] = [];
  let loaded = 0;
  for (const [index, { path, entered }] of folders.entries()) {
    if (run.deadline.expired()) break;
    if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    const skill = await skillAt(run, path);
    if (!skill) continue;
    const loadable = skill.loadable && entered && loaded < most;
    if (loadable) loaded += 1;
    found.push({ ...skill, loadable });
  }
  return found;
}

/** 2026.2: the directory itself when it is a skill, and the directories in it that are. */
function nearRoot(run: Collecting, root: string): readonly SkillFolder[] {
  const inside = foldersIn(run, root).map(({ name }) => join(root, name));
  return [root, ...inside].filter(holdsSkill).map((path) => ({ path, entered: true }));
}

interface Folder extends SkillFolder {
  /** Where it really is; undefined until that is asked. Below a real folder only links lead away. */
  readonly real: string | undefined;
  readonly depth: number;
}

/** Later: the directory itself when it is a skill, else all below it down to the first that is one. */
function belowRoot(run: Collecting, root: string): readonly SkillFolder[] {
  const real = realOf(root);
  if (real === undefined) return [];
  const found: SkillFolder[] = [];
  const visited = new Set<string>();
  const stack: Folder[] = [{ path: root, real, depth: 0, entered: true }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (run.deadline.expired()) break;
    const place = next.real ?? realOf(next.path);
    if (place === undefined || visited.has(place)) continue;
    if (visited.size >= MAX_FOLDERS || next.depth > MAX_DEPTH) {
      run.skip({ part: PART, reason: 'too_many', subject: next.path });
      break;
    }
    visited.add(place);
    const { path, depth, entered } = next;
    if (holdsSkill(path)) {
      found.push({ path, entered });
      continue;
    }
    const inside = foldersIn(run, path).map(({ name, kind }): Folder => {
      const below = join(path, name);
      const inner = kind === 'directory' ? join(place, name) : realOf(below);
      const stays = kind === 'directory' || isWithin(real, inner);
      return {
        path: below,
        real: inner,
        depth: depth + 1,
        entered: entered && stays && depth < LATER_DEPTH,
      };
    });
    stack.push(...inside.reverse());
  }
  return found;
}

/** Whether there is a SKILL.md, readable or not. */
function holdsSkill(folder: string): boolean {
  try {
    return statSync(join(folder, SKILL_FILE), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return outcomeOf(error).status !== 'missing';
  }
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
  const file = join(path, SKILL_FILE);
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

import { basename, join, sep } from 'node:path';
import { agentPlaces } from './agents.ts';
import { type Collecting, entriesOf, noteFailure, outOfTime } from './collect.ts';
import { finalKind, inspect } from './fact.ts';
import { MAX_JSON_BYTES, readFileBounded } from './read-file.ts';
import { pathOf, type Settings } from './settings.ts';
import { readSkillHead } from './skill-file.ts';

/** A directory that holds a skill. */
export interface SkillPlace {
  readonly name: string;
  readonly path: string;
  /** Whether some agent's skill of that name is this one, as OpenClaw resolves names. */
  readonly loaded: boolean;
}

interface Candidate {
  readonly name: string;
  readonly path: string;
  readonly described: boolean;
}

const PART = 'code';
const MAX_ENTRIES = 2000;
const MAX_EXTRA_DIRS = 200;
const MAX_SKILLS = 5000;

/** Every skill in the places where agents look; those inside plugins are left to the plugins. */
export function findSkills(run: Collecting, settings: Settings): readonly SkillPlace[] {
  const { home, stateDir } = run.target;
  const extensions = join(stateDir, 'extensions') + sep;
  const known = new Map<string, readonly Candidate[]>();
  const look = (root: string): readonly Candidate[] => {
    const found = known.get(root) ?? skillsIn(run, root);
    known.set(root, found);
    return found;
  };
  const shared = [
    ...extraDirs(run, settings),
    join(stateDir, 'skills'),
    join(home, '.agents', 'skills'),
  ];
  const workspaces = new Set(agentPlaces(settings, run.target).map(({ workspace }) => workspace));
  const all = new Map<string, Candidate>();
  const loaded = new Set<string>();
  for (const workspace of workspaces) {
    if (outOfTime(run, PART, workspace)) break;
    const winners = new Map<string, string>();
    // From the lowest precedence to the highest.
    const roots = [...shared, join(workspace, '.agents', 'skills'), join(workspace, 'skills')];
    for (const skill of roots.flatMap(look)) {
      if (all.size >= MAX_SKILLS && !all.has(skill.path)) continue;
      all.set(skill.path, skill);
      if (skill.described) winners.set(skill.name, skill.path);
    }
    for (const path of winners.values()) loaded.add(path);
  }
  if (all.size >= MAX_SKILLS)
    run.skip({ part: PART, reason: 'too_many', detail: `more than ${MAX_SKILLS} skills` });
  return [...all.values()]
    .filter(({ path }) => !path.startsWith(extensions))
    .map(({ name, path }) => ({ name, path, loaded: loaded.has(path) }));
}

function extraDirs(run: Collecting, settings: Settings): readonly string[] {
  const route = ['skills', 'load', 'extraDirs'];
  const indices = settings.items(...route).map((_, index) => index);
  return indices.slice(0, MAX_EXTRA_DIRS).flatMap((index) => {
    const written = settings.text(...route, index);
    return written === undefined ? [] : [pathOf(written, run.target)];
  });
}

/** The directory itself when it is a skill, and the directories in it that are. */
function skillsIn(run: Collecting, root: string): readonly Candidate[] {
  const own = skillAt(run, root);
  const found = own ? [own] : [];
  for (const { name, kind } of entriesOf(run, PART, root, MAX_ENTRIES)) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    if (run.deadline.expired()) break;
    const path = join(root, name);
    if (kind !== 'directory' && !(kind === 'symlink' && leadsToDirectory(path))) continue;
    const skill = skillAt(run, path);
    if (skill) found.push(skill);
  }
  return found;
}

function leadsToDirectory(path: string): boolean {
  const seen = inspect(path);
  return seen.status === 'ok' && finalKind(seen.fact) === 'directory';
}

function skillAt(run: Collecting, path: string): Candidate | undefined {
  const file = join(path, 'SKILL.md');
  const read = readFileBounded(file, MAX_JSON_BYTES);
  if (read.status === 'missing') return undefined;
  if (read.status === 'failed') noteFailure(run, PART, file, read);
  const head =
    read.status === 'ok' ? readSkillHead(new TextDecoder('utf-8').decode(read.bytes)) : {};
  return {
    name: head.name ?? basename(path),
    path,
    described: head.description !== undefined,
  };
}

import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { agentPlaces } from './agents.ts';
import { type Collecting, outOfTime } from './collect.ts';
import { pathOf, type Settings } from './settings.ts';
import { type Candidate, type SkillFolder, skillFoldersIn, skillsAmong } from './skill-places.ts';

/** A directory that holds a skill. */
export interface SkillPlace {
  readonly name: string;
  readonly path: string;
  /** Whether some agent's skill of that name is this one, as OpenClaw resolves names. */
  readonly loaded: boolean;
}

const PART = 'code';
const MAX_EXTRA_DIRS = 200;
/** The most that are read. */
export const MAX_SKILLS = 5000;

/** Directories of skills; what they are called has yet to be read. */
export interface SkillFolders {
  /** Where the agents of each workspace look, from the lowest precedence to the highest. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  /** What lies in each of these places. */
  readonly inside: ReadonlyMap<string, readonly SkillFolder[]>;
}

/** Those in all places where agents look. */
export function findSkillFolders(run: Collecting, settings: Settings): SkillFolders {
  const roots = rootsByWorkspace(run, settings);
  const places = new Set([...roots.values()].flat());
  return { roots, inside: new Map([...places].map((root) => [root, skillFoldersIn(run, root)])) };
}

/** Every skill of these; those inside plugins are left to the plugins. */
export async function findSkills(
  run: Collecting,
  { roots: rootsOf, inside }: SkillFolders,
): Promise<readonly SkillPlace[]> {
  const known = new Map<string, readonly Candidate[]>();
  for (const [root, folders] of inside) known.set(root, await skillsAmong(run, folders));
  const all = new Map<string, Candidate>();
  const loaded = new Set<string>();
  for (const [workspace, roots] of rootsOf) {
    if (outOfTime(run, PART, workspace)) break;
    const winners = new Map<string, string>();
    for (const skill of roots.flatMap((root) => known.get(root) ?? [])) {
      if (all.size >= MAX_SKILLS && !all.has(skill.path)) continue;
      all.set(skill.path, skill);
      if (skill.loadable) winners.set(skill.name, skill.path);
    }
    for (const path of winners.values()) loaded.add(path);
  }
  if (all.size >= MAX_SKILLS)
    run.skip({ part: PART, reason: 'too_many', detail: `more than ${MAX_SKILLS} skills` });
  return [...all.values()]
    .filter(({ path }) => isOwn(run, path))
    .map(({ name, path }) => ({ name, path, loaded: loaded.has(path) }));
}

/** Whether a skill is no part of a plugin. */
export function isOwn({ target }: Collecting, path: string): boolean {
  return !path.startsWith(join(target.stateDir, 'extensions') + sep);
}

function rootsByWorkspace(run: Collecting, settings: Settings): SkillFolders['roots'] {
  const { home, stateDir } = run.target;
  const shared = [
    ...extraDirs(run, settings),
    join(stateDir, 'skills'),
    join(home, '.agents', 'skills'),
  ];
  const workspaces = agentPlaces(run, settings).map(({ workspace }) => workspace);
  return new Map(
    workspaces.map((workspace) => [
      workspace,
      [...shared, join(workspace, '.agents', 'skills'), join(workspace, 'skills')],
    ]),
  );
}

function extraDirs(run: Collecting, settings: Settings): readonly string[] {
  const route = ['skills', 'load', 'extraDirs'];
  const indices = settings.items(...route).map((_, index) => index);
  return indices.slice(0, MAX_EXTRA_DIRS).flatMap((index) => {
    const written = settings.text(...route, index);
    if (written === undefined) return [];
    const path = pathOf(written, run.target);
    if (!existsSync(path))
      run.skip({ part: PART, reason: 'unreadable', subject: path, detail: 'ENOENT' });
    return [path];
  });
}

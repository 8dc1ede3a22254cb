import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { agentPlaces } from './agents.ts';
import { type Collecting, outOfTime } from './collect.ts';
import { pathOf, type Settings } from './settings.ts';
import { type Candidate, skillsIn } from './skill-places.ts';

/** A directory that holds a skill. */
export interface SkillPlace {
  readonly name: string;
  readonly path: string;
  /** Whether some agent's skill of that name is this one, as OpenClaw resolves names. */
  readonly loaded: boolean;
}

const PART = 'code';
const MAX_EXTRA_DIRS = 200;
const MAX_SKILLS = 5000;

/** Every skill in the places where agents look; those inside plugins are left to the plugins. */
export async function findSkills(
  run: Collecting,
  settings: Settings,
): Promise<readonly SkillPlace[]> {
  const { home, stateDir } = run.target;
  const extensions = join(stateDir, 'extensions') + sep;
  const known = new Map<string, readonly Candidate[]>();
  const look = async (root: string): Promise<readonly Candidate[]> => {
    const candidates = known.get(root) ?? (await skillsIn(run, root));
    known.set(root, candidates);
    return candidates;
  };
  const shared = [
    ...extraDirs(run, settings),
    join(stateDir, 'skills'),
    join(home, '.agents', 'skills'),
  ];
  const workspaces = new Set(agentPlaces(run, settings).map(({ workspace }) => workspace));
  const all = new Map<string, Candidate>();
  const loaded = new Set<string>();
  for (const workspace of workspaces) {
    if (outOfTime(run, PART, workspace)) break;
    const winners = new Map<string, string>();
    // From the lowest precedence to the highest.
    const roots = [...shared, join(workspace, '.agents', 'skills'), join(workspace, 'skills')];
    const candidates: Candidate[] = [];
    for (const root of roots) candidates.push(...(await look(root)));
    for (const skill of candidates) {
      if (all.size >= MAX_SKILLS && !all.has(skill.path)) continue;
      all.set(skill.path, skill);
      if (skill.loadable) winners.set(skill.name, skill.path);
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
    if (written === undefined) return [];
    const path = pathOf(written, run.target);
    if (!existsSync(path))
      run.skip({ part: PART, reason: 'unreadable', subject: path, detail: 'ENOENT' });
    return [path];
  });
}

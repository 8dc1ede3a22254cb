import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SKILL_FILE } from '../locate/skill-file.ts';
import { agentPlaces } from './agents.ts';
import { type Collecting, outOfTime } from './collect.ts';
import type { List } from './list-once.ts';
import type { Part } from './part.ts';
import type { SkillLinks } from './reach.ts';
import type { Settings } from './settings.ts';

const PART = 'skillLinks';
const MAX_SKILLS = 2000;
const MAX_VISITS = 40_000;
const MAX_ESCAPES = 100;

/** Skills of workspaces that are really somewhere else: the agent follows what it cannot see. */
export function gatherSkillLinks(
  run: Collecting,
  settings: Settings,
  list: List,
): Part<readonly SkillLinks[]> {
  const workspaces = new Set(agentPlaces(run, settings).map(({ workspace }) => workspace));
  const found: SkillLinks[] = [];
  for (const workspace of workspaces) {
    if (outOfTime(run, PART, workspace)) break;
    const links = linksOf(run, workspace, list);
    if (links.escapes.length > 0 || links.truncated) found.push(links);
  }
  return { status: 'ok', value: found };
}

interface Folder {
  readonly path: string;
  /** Where it really is; undefined until that is asked. Below a real folder only links lead away. */
  readonly real: string | undefined;
}

function linksOf(run: Collecting, workspace: string, list: List): SkillLinks {
  const escapes: { path: string; target: string }[] = [];
  const root = realOf(workspace);
  const queue: Folder[] = [{ path: join(workspace, 'skills'), real: undefined }];
  const entered = new Set<string>();
  let truncated = false;
  let [skills, visits] = [0, 0];
  while (queue.length > 0 && root !== undefined) {
    if (skills >= MAX_SKILLS || visits >= MAX_VISITS || run.deadline.expired()) {
      run.skip({ part: PART, reason: 'too_many', subject: workspace });
      truncated = !run.deadline.expired();
      break;
    }
    const folder = queue.shift();
    const real = folder?.real ?? realOf(folder?.path ?? '');
    if (folder === undefined || real === undefined || entered.has(real)) continue;
    entered.add(real);
    const listing = list(folder.path, MAX_VISITS);
    if (listing.status !== 'ok') continue;
    if (listing.cut) {
      run.skip({ part: PART, reason: 'too_many', subject: folder.path });
      truncated = true;
    }
    for (const { name, kind } of listing.entries) {
      visits += 1;
      const path = join(folder.path, name);
      const linked = kind === 'symlink';
      if (name === SKILL_FILE) {
        skills += 1;
        const target = linked ? realOf(path) : join(real, name);
        const inside = target === undefined || target === root || target.startsWith(`${root}/`);
        if (!inside && escapes.length < MAX_ESCAPES) escapes.push({ path, target });
      } else if (kind === 'directory') queue.push({ path, real: join(real, name) });
      else if (linked && leadsToDirectory(path)) queue.push({ path, real: undefined });
    }
  }
  return { workspace, escapes, ...(truncated ? { truncated: true } : {}) };
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function leadsToDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

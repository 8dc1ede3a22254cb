import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { agentPlaces } from './agents.ts';
import { type Collecting, outOfTime } from './collect.ts';
import type { Part } from './part.ts';
import type { SkillLinks } from './reach.ts';
import type { Settings } from './settings.ts';

const PART = 'skillLinks';
const MAX_SKILLS = 2000;
const MAX_VISITS = 40_000;
const MAX_ESCAPES = 100;

/** Skills of workspaces that are really somewhere else: the agent follows what it cannot see. */
export function gatherSkillLinks(run: Collecting, settings: Settings): Part<readonly SkillLinks[]> {
  const workspaces = new Set(agentPlaces(run, settings).map(({ workspace }) => workspace));
  const found: SkillLinks[] = [];
  for (const workspace of workspaces) {
    if (outOfTime(run, PART, workspace)) break;
    const links = linksOf(run, workspace);
    if (links.escapes.length > 0 || links.truncated) found.push(links);
  }
  return { status: 'ok', value: found };
}

function linksOf(run: Collecting, workspace: string): SkillLinks {
  const escapes: { path: string; target: string }[] = [];
  const root = realOf(workspace);
  const queue = [join(workspace, 'skills')];
  const entered = new Set<string>();
  let truncated = false;
  let [skills, visits] = [0, 0];
  while (queue.length > 0 && root !== undefined) {
    if (skills >= MAX_SKILLS || visits >= MAX_VISITS || run.deadline.expired()) {
      run.skip({ part: PART, reason: 'too_many', subject: workspace });
      truncated = !run.deadline.expired();
      break;
    }
    const directory = queue.shift() ?? '';
    const real = realOf(directory);
    if (real === undefined || entered.has(real)) continue;
    entered.add(real);
    for (const entry of entriesIn(directory)) {
      visits += 1;
      const path = join(directory, entry.name);
      if (entry.name === 'SKILL.md') {
        skills += 1;
        const target = realOf(path);
        const inside = target === undefined || target === root || target.startsWith(`${root}/`);
        if (!inside && escapes.length < MAX_ESCAPES) escapes.push({ path, target });
      } else if (entry.isDirectory() || (entry.isSymbolicLink() && leadsToDirectory(path)))
        queue.push(path);
    }
  }
  return { workspace, escapes, ...(truncated ? { truncated: true } : {}) };
}

function entriesIn(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
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

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Collecting } from './collect.ts';
import { outOfTime } from './collect.ts';
import type { Part } from './part.ts';
import type { BindTarget } from './reach.ts';
import type { Settings } from './settings.ts';

const MAX_BINDS = 500;

/** Where the host sides of sandbox mounts really lead, links followed. */
export function gatherBindTargets(
  run: Collecting,
  settings: Settings,
): Part<readonly BindTarget[]> {
  const agents = settings.items('agents', 'list').map((_, index) => ['agents', 'list', index]);
  const targets: BindTarget[] = [];
  for (const scope of [['agents', 'defaults'], ...agents]) {
    const route = [...scope, 'sandbox', 'docker', 'binds'];
    for (const index of settings.items(...route).keys()) {
      const written = settings.text(...route, index);
      const path = written?.startsWith('/') ? (written.split(':', 1)[0] ?? '').trim() : '';
      if (!path || targets.length >= MAX_BINDS || outOfTime(run, 'bindTargets', path)) continue;
      const real = realPathOf(path);
      if (real !== path) targets.push({ path, real });
    }
  }
  return { status: 'ok', value: targets };
}

/** The real place of the longest part of a path that exists, and the rest of it as written. */
function realPathOf(path: string): string {
  let rest = '';
  for (let part = path; ; part = dirname(part)) {
    try {
      return join(realpathSync(part), rest);
    } catch {
      if (dirname(part) === part) return path;
      rest = join(part.slice(dirname(part).length).replace(/^\/+/, ''), rest);
    }
  }
}

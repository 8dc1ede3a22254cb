import type { Route } from '../document/route.ts';
import { originOf } from './origin.ts';
import type { ConfigIssue, Origin } from './tree.ts';

const LIMIT = 200;

/** Collects what is wrong with a config, up to a bound. */
export interface IssueSink {
  readonly issues: readonly ConfigIssue[];
  add(code: ConfigIssue['code'], route: Route, problem: string, args: ConfigIssue['args']): void;
  /** True when no more will be taken. */
  full(): boolean;
}

/** Routes are those of the merged tree; issues name the file and the place it was written at. */
export function createIssueSink(origins: Origin): IssueSink {
  const issues: ConfigIssue[] = [];
  const push = (issue: Omit<ConfigIssue, 'file' | 'route'>, route: Route) => {
    issues.push({ ...issue, ...originOf(origins, route) });
  };
  return {
    issues,
    add(code, route, problem, args) {
      if (issues.length > LIMIT) return;
      if (issues.length < LIMIT) push({ code, problem, args }, route);
      else push({ code: 'rule', problem: 'stopped', args: { limit: LIMIT } }, []);
    },
    full: () => issues.length > LIMIT,
  };
}

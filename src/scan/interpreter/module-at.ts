import type { Links } from '../modules/links.ts';
import type { resolveScript } from '../modules/resolve.ts';
import type { ModuleAt } from './analyse.ts';

/** What the files that `path` imports export; undefined when it is followed into none. */
export function moduleAt(
  path: string,
  links: Links | undefined,
  resolve: typeof resolveScript,
): ModuleAt | undefined {
  if (!links) return undefined;
  return (specifier) => {
    const target = resolve(path, specifier, links.has);
    return target === undefined || target === path ? undefined : links.exportsOf(target, path);
  };
}

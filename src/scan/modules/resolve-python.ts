/** The file that a module's name stands for in a file of Python; undefined when it is none of the item. */
export function resolvePython(
  from: string,
  specifier: string,
  has: (path: string) => boolean,
): string | undefined {
  const dots = /^\.{0,20}/.exec(specifier)?.[0].length ?? 0;
  const below = specifier
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  const folder = from.split('/').slice(0, -1);
  if (dots > 0) {
    // One dot is the folder of the file itself, each further one the folder above.
    const up = dots - 1;
    return up > folder.length
      ? undefined
      : inFolder(folder.slice(0, folder.length - up), below, has);
  }
  // A script finds what lies beside it; a package is imported from the folder that it lies in.
  for (let depth = folder.length; depth >= 0; depth--) {
    const found = below.length > 0 && inFolder(folder.slice(0, depth), below, has);
    if (found) return found;
  }
  return undefined;
}

function inFolder(
  folder: readonly string[],
  below: readonly string[],
  has: (path: string) => boolean,
): string | undefined {
  const path = [...folder, ...below].join('/');
  const names = below.length > 0 ? [`${path}.py`] : [];
  return [...names, path === '' ? '__init__.py' : `${path}/__init__.py`].find(has);
}

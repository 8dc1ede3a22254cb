/** A path with `.`, `..`, doubled and trailing slashes resolved; pure text, links are not followed. */
export function normalizePath(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  return (absolute ? '/' : '') + parts.join('/') || '.';
}

/** Whether a normalised path is a directory or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return directory === '/'
    ? path.startsWith('/')
    : path === directory || path.startsWith(`${directory}/`);
}

/** `~` and `~/x` with the home directory filled in. */
function expandHome(path: string, home: string): string {
  return path === '~' || path.startsWith('~/') ? home + path.slice(1) : path;
}

/** An absolute path of what a setting means, relative ones starting from `base`. Backslashes count as slashes. */
export function resolvePath(path: string, home: string, base: string): string {
  const text = expandHome(path.trim().replaceAll('\\', '/'), home.replaceAll('\\', '/'));
  const absolute = text.startsWith('/') || /^[a-z]:\//i.test(text);
  return normalizePath(absolute ? text : `${base.replaceAll('\\', '/')}/${text}`);
}

const EXTENSIONS = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.jsx', '.tsx'];
const ENDS = [...EXTENSIONS, ...EXTENSIONS.slice(1).map((extension) => `/index${extension}`)];
/** TypeScript is imported under the name that it is compiled to. */
const COMPILED = /\.([cm]?)js(x?)$/;

/** The file that `specifier` names in a file of JavaScript; undefined when it is none of the item. */
export function resolveScript(
  from: string,
  specifier: string,
  has: (path: string) => boolean,
): string | undefined {
  // `__dirname` is read as `*/`.
  const local = specifier.startsWith('*/') ? `.${specifier.slice(1)}` : specifier;
  if (!/^\.{1,2}(?:\/|$)/.test(local) || local.includes('*')) return undefined;
  const path = normalized(from, local);
  if (path === undefined) return undefined;
  for (const end of ENDS) if (has(path + end)) return path + end;
  if (!COMPILED.test(path)) return undefined;
  const typed = path.replace(COMPILED, '.$1ts$2');
  return has(typed) ? typed : undefined;
}

/** A relative path as one of the item; undefined when it leads out of it. */
function normalized(from: string, relative: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

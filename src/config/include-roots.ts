const MAX_ROOTS = 20;

/**
 * Directories beside that of the config that `OPENCLAW_INCLUDE_ROOTS` lets it include from, which
 * releases from 2026.9 on read: absolute ones, `~` being the home directory.
 */
export function includeRoots(env: (name: string) => string | undefined): readonly string[] {
  const written = env('OPENCLAW_INCLUDE_ROOTS')?.trim();
  if (!written) return [];
  const home = env('OPENCLAW_HOME')?.trim() || env('HOME')?.trim();
  const windows = /;|^[A-Za-z]:[\\/]/.test(written);
  return written
    .split(windows ? ';' : ':')
    .map((root) => root.trim().replace(/^~(?=$|[\\/])/, home ?? '~'))
    .filter((root) => /^(?:[\\/]|[A-Za-z]:[\\/])/.test(root))
    .slice(0, MAX_ROOTS);
}

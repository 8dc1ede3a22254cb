import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../src/checks/', import.meta.url).pathname;

/** `hooks/token-too-short`: where the check with this id lives below `src/checks/`. */
export function checkPath(id: string): string {
  const [family = '', ...rest] = id.split('.').filter((part) => !part.startsWith('{'));
  const name = rest
    .join('-')
    .replaceAll('_', '-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return `${family}/${name}`;
}

const isCheckFile = (path: string) =>
  path.endsWith('.ts') && readFileSync(path, 'utf8').includes('export default defineCheck(');

/** Paths of all check files below `src/checks/`, without `.ts`, sorted. */
export function listCheckFiles(): readonly string[] {
  const paths: string[] = [];
  for (const family of readdirSync(ROOT, { withFileTypes: true })) {
    if (!family.isDirectory()) continue;
    for (const file of readdirSync(join(ROOT, family.name)))
      if (isCheckFile(join(ROOT, family.name, file)))
        paths.push(`${family.name}/${file.slice(0, -3)}`);
  }
  return paths.sort();
}

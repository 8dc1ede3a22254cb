import { matchesWildcard } from '../posture/tool-policy.ts';

/** Whether an id is meant by a list of ids, families (`gateway`) and globs (`channels.*`). */
export function isSelected(id: string, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) => id === pattern || id.startsWith(`${pattern}.`) || matchesWildcard(pattern, id),
  );
}

/** Whether a check can yield an id that is meant: its id with every placeholder as a wildcard. */
export function maySelect(checkId: string, patterns: readonly string[]): boolean {
  if (!checkId.includes('{')) return isSelected(checkId, patterns);
  return patterns.some((pattern) => overlaps(checkId.split('.'), pattern.split('.')));
}

/** Compares segment by segment; a pattern that ends early means the whole family. */
function overlaps(template: readonly string[], pattern: readonly string[]): boolean {
  for (const [i, part] of pattern.entries()) {
    const own = template[i];
    if (own === undefined) return part.includes('*');
    if (part === '*' && i === pattern.length - 1) return true;
    if (!own.startsWith('{') && !matchesWildcard(part, own)) return false;
  }
  return true;
}

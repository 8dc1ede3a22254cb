import { WRITTEN } from '../knowledge/paths.ts';
import { START, triggersOf } from '../prefilter/needs.ts';

/** Of each path to which writing matters, the parts between slashes that it has one set of. */
const PATHS: readonly (readonly string[])[] = WRITTEN.flatMap((path) =>
  triggersOf(path).flatMap(([texts = []]) =>
    texts.map((text) =>
      text
        .replaceAll(START, '')
        .split('/')
        .filter((part) => part !== ''),
    ),
  ),
);
/** The longest stand first: each holds the shorter ones that begin like it. */
const PARTS = [...new Set(PATHS.flat())].sort((a, b) => b.length - a.length);
const PART = new RegExp(
  PARTS.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
  'gi',
);

/**
 * Whether a text names a path to which writing matters, or all parts of one: they may be put together
 * when it runs.
 */
export function namesPlace(text: string): boolean {
  const found = new Set<string>();
  PART.lastIndex = 0;
  for (let match = PART.exec(text); match; match = PART.exec(text)) {
    PART.lastIndex = match.index + 1;
    const [part] = match;
    const lower = part.toLowerCase();
    if (found.has(lower)) continue;
    for (const known of PARTS) if (lower.startsWith(known)) found.add(known);
    if (PATHS.some((parts) => parts.every((it) => found.has(it)))) return true;
  }
  return false;
}

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
/** A part of each path that is seldom there by chance. */
const TELLING = anyOf(
  PATHS.map((parts) => parts.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a), '')),
  'i',
);
/** The longest stand first: each holds the shorter ones that begin like it. */
const PARTS = [...new Set(PATHS.flat())].sort((a, b) => b.length - a.length);
const PART = anyOf(PARTS, 'gi');
/** Characters of the longest part. */
export const LONGEST_PART = Math.max(...PARTS.map((part) => part.length));

/** Longer names are rarer, as are those of hidden files. */
function weightOf(part: string): number {
  return part.length + (part.startsWith('.') ? 5 : 0);
}

function anyOf(texts: readonly string[], flags: string): RegExp {
  const sources = texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp([...new Set(sources)].join('|'), flags);
}

/**
 * Whether texts name a path to which writing matters, or all parts of one: they may be put together
 * when the code runs.
 */
export function namesPlace(texts: readonly string[]): boolean {
  if (!texts.some((text) => TELLING.test(text))) return false;
  const found = new Set<string>();
  return texts.some((text) => completes(found, text));
}

/** Whether the parts of a path are all there, with those that a text names. */
function completes(found: Set<string>, text: string): boolean {
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
